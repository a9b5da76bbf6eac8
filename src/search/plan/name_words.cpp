#include "search/plan/name_words.hpp"

#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kShortestBeginning = 2;  ///< letters
constexpr std::size_t kMostSpellings = 8;

AnyOf sites_beginning_with(const Vocabulary& vocabulary, const std::string& word) {
  AnyOf any;
  const auto [first, last] = vocabulary.beginning_with(word);
  for (std::size_t number = first; number < last; ++number) any.sets.push_back(vocabulary.sites(number));
  return any;
}

/// Sites with the likeliest spellings: those with the fewest edits.
AnyOf sites_spelled_like(const Vocabulary& vocabulary, const std::string& word, std::vector<Correction>& corrections) {
  AnyOf any;
  const auto spellings = vocabulary.spelled_like(word, edits_allowed(length(word)), kMostSpellings);
  for (const auto& spelling : spellings) {
    if (spelling.edits > spellings.front().edits) break;
    any.sets.push_back(spelling.sites);
  }
  if (!spellings.empty()) corrections.push_back({word, std::string{spellings.front().word}});
  return any;
}

}  // namespace

NameMatches find_names(const Index& index, const std::vector<std::string>& words) {
  NameMatches matches;
  for (const auto& word : words) {
    AnyOf any;
    if (const auto exact = index.words().find(word); !exact.empty()) any.sets.push_back(exact);
    if (any.sets.empty() && length(word) >= kShortestBeginning) any = sites_beginning_with(index.words(), word);
    if (any.sets.empty()) any = sites_spelled_like(index.words(), word, matches.corrections);
    if (any.sets.empty()) any.sets.emplace_back();
    matches.sets.push_back(std::move(any));
  }
  return matches;
}

std::vector<AnyOf> find_exact_names(const Index& index, const std::vector<std::string>& words) {
  std::vector<AnyOf> sets;
  for (const auto& word : words) sets.push_back({.sets = {index.words().find(word)}});
  return sets;
}

}  // namespace nearme
