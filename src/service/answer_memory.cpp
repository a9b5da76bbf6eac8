#include "service/answer_memory.hpp"

#include <chrono>
#include <functional>

#include "search/search.hpp"

namespace nearme {
namespace {

Instant minute_of(Instant moment) { return std::chrono::floor<std::chrono::minutes>(moment); }

/// Names and values with their lengths, so that no two questions have the same key.
std::string key_of(const AnswerMemory::Question& question) {
  std::string key(question.route);
  for (const auto& [name, value] : question.parameters) {
    for (const std::string_view text : {std::string_view{name}, std::string_view{value}})
      key.append(std::to_string(text.size())).append(":").append(text);
  }
  return key;
}

bool is_same(const std::weak_ptr<const Search>& known, const std::shared_ptr<const Search>& search) {
  return !known.owner_before(search) && !search.owner_before(known);
}

}  // namespace

void AnswerMemory::Shard::forget_all_but(const Ground& ground) {
  if (is_same(search, ground.search) && minute == minute_of(ground.now)) return;
  answers.clear();
  bytes = 0;
  search = ground.search;
  minute = minute_of(ground.now);
}

AnswerMemory::Shard& AnswerMemory::shard_of(const std::string& key) {
  return shards_[std::hash<std::string>{}(key) % kShards];
}

std::optional<Answer> AnswerMemory::recall(const Ground& ground, const Question& question) {
  const auto key = key_of(question);
  auto& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  shard.forget_all_but(ground);
  const auto found = shard.answers.find(key);
  return found == shard.answers.end() ? std::nullopt : std::optional{found->second};
}

void AnswerMemory::remember(const Ground& ground, const Question& question, const Answer& answer) {
  if (answer.status != 200 || answer.later) return;
  auto key = key_of(question);
  const auto size = key.size() + answer.body.size() + sizeof(Answer);
  auto& shard = shard_of(key);
  const std::lock_guard lock(shard.mutex);
  shard.forget_all_but(ground);
  if (shard.bytes + size > kMostBytes / kShards) {
    shard.answers.clear();
    shard.bytes = 0;
  }
  if (size > kMostBytes / kShards) return;
  if (shard.answers.insert_or_assign(std::move(key), answer).second) shard.bytes += size;
}

}  // namespace nearme
