#pragma once

#include <string>
#include <vector>

#include "index/live/live_index.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// The sites whose names have all of some words: for each segment one AnyOf a word.
struct NameMatches {
  std::vector<std::vector<AnyOf>> sets;
  std::vector<Correction> corrections;
};

/// Looks each folded word up as it is; when no site has it, as the beginning of a word (from two letters on); then with
/// the typos that a word of its length may have. An exact word never competes with a misspelt one. A word that nobody
/// has gives an empty set.
NameMatches find_names(const LiveIndex& index, const std::vector<std::string>& words);

/// The same, as the words are and nothing else.
NameMatches find_exact_names(const LiveIndex& index, const std::vector<std::string>& words);

/// Whether one site has all of these words, as they are.
bool is_anybody_called(const LiveIndex& index, const std::vector<std::string>& words);

}  // namespace nearme
