#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/tokens.hpp"

namespace nearme {

/// A run of folded words: {"close", "to"}.
using WordRun = std::vector<std::string>;

/// Phrases of connecting words, each with what it means, looked up by where they stand in a question. A phrase is
/// written with spaces ("in der nahe von") and already folded. Immutable after construction.
template <class Meaning>
class WordRuns {
 public:
  struct Match {
    std::size_t words = 0;
    Meaning meaning{};
  };

  WordRuns(std::initializer_list<std::pair<Meaning, std::vector<std::string_view>>> groups) {
    for (const auto& [meaning, phrases] : groups) {
      for (const auto phrase : phrases) add(phrase, meaning);
    }
    for (auto& [first, runs] : by_first_) {
      std::ranges::stable_sort(runs, std::ranges::greater{}, [](const auto& run) { return run.first.size(); });
    }
  }

  /// The longest phrase that stands at `at`; no words when none does.
  [[nodiscard]] Match find(const std::vector<Token>& tokens, std::size_t at) const {
    if (at >= tokens.size()) return {};
    const auto known = by_first_.find(tokens[at].word);
    if (known == by_first_.end()) return {};
    for (const auto& [run, meaning] : known->second) {
      if (stands_at(tokens, at, run)) return {run.size(), meaning};
    }
    return {};
  }

 private:
  void add(std::string_view phrase, Meaning meaning) {
    WordRun run;
    for (auto& token : tokenize(phrase)) run.push_back(std::move(token.word));
    by_first_[run.front()].emplace_back(std::move(run), meaning);
  }

  static bool stands_at(const std::vector<Token>& tokens, std::size_t at, const WordRun& run) {
    if (run.size() > tokens.size() - at) return false;
    for (std::size_t i = 0; i < run.size(); ++i) {
      if (tokens[at + i].word != run[i]) return false;
    }
    return true;
  }

  std::unordered_map<std::string, std::vector<std::pair<WordRun, Meaning>>> by_first_;
};

}  // namespace nearme
