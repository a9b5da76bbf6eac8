#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"
#include "search/request_from_parameters.hpp"
#include "service/http/answer.hpp"

namespace nearme {

class Search;

/// The answers of this minute, by what was asked: many people ask the same thing at the same time, and an answer holds
/// until the directory changes or the minute ends (opening times are told to the minute). Whatever belongs to an older
/// state or minute is forgotten at the next question of its shard; so is everything when `kMostBytes` are reached.
/// It keeps questions, but nothing of who asked. Threads: any.
class AnswerMemory {
 public:
  static constexpr std::size_t kMostBytes = 16 << 20;

  /// What a question was asked of.
  struct Ground {
    const std::shared_ptr<const Search>& search;
    Instant now;
  };

  /// What was asked: which route, and its parameters in their order.
  struct Question {
    std::string_view route;
    const Parameters& parameters;
  };

  /// The answer to the same question of the same ground.
  [[nodiscard]] std::optional<Answer> recall(const Ground& ground, const Question& question);

  /// Only plain answers with the status 200 are kept.
  void remember(const Ground& ground, const Question& question, const Answer& answer);

 private:
  static constexpr std::size_t kShards = 8;

  struct Shard {
    std::mutex mutex;
    std::weak_ptr<const Search> search;
    Instant minute{};
    std::size_t bytes = 0;
    std::unordered_map<std::string, Answer> answers;

    void forget_all_but(const Ground& ground);
  };

  [[nodiscard]] Shard& shard_of(const std::string& key);

  std::array<Shard, kShards> shards_;
};

}  // namespace nearme
