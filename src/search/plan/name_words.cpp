#include "search/plan/name_words.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <tuple>

#include "index/live/best_of_all.hpp"
#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kShortestBeginning = 2;  ///< letters
constexpr std::size_t kMostSpellings = 8;

using Segments = std::span<const Segment>;

/// The sites of one word, segment by segment.
using Sets = std::vector<AnyOf>;

bool has_any(Segments segments, const Sets& sets) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (std::ranges::any_of(sets[i].sets, [&](const BitTrie& set) { return segments[i].has_any(set); })) return true;
  }
  return false;
}

Sets sites_with(Segments segments, const std::string& word) {
  Sets sets;
  for (const Segment& segment : segments) sets.push_back({.sets = {segment.index->words().find(word)}});
  return sets;
}

Sets sites_beginning_with(Segments segments, const std::string& word) {
  Sets sets;
  for (const Segment& segment : segments) {
    const Vocabulary& words = segment.index->words();
    const auto [first, last] = words.beginning_with(word);
    AnyOf& any = sets.emplace_back();
    for (std::size_t number = first; number < last; ++number) any.sets.push_back(words.sites(number));
  }
  return sets;
}

/// The spellings of all segments together, likeliest first: fewest edits, then most sites, then in byte order.
std::vector<std::string> likely_spellings(Segments segments, const std::string& word) {
  struct Likelihood {
    int edits = 0;
    std::uint64_t sites = 0;
  };
  std::map<std::string, Likelihood, std::less<>> by_word;
  for (const Segment& segment : segments) {
    for (const auto& match : segment.index->words().spelled_like(word, edits_allowed(length(word)), kMostSpellings)) {
      Likelihood& likelihood = by_word[std::string{match.word}];
      likelihood.edits = match.edits;
      likelihood.sites += segment.count(match.sites);
    }
  }
  std::erase_if(by_word, [](const auto& spelling) { return spelling.second.sites == 0; });
  std::vector<std::pair<std::string, Likelihood>> sorted(by_word.begin(), by_word.end());
  std::ranges::stable_sort(sorted, {}, [](const auto& spelling) {
    return std::tuple(spelling.second.edits, -static_cast<std::int64_t>(spelling.second.sites));
  });
  std::vector<std::string> words;
  for (const auto& [spelling, likelihood] : sorted) {
    if (words.size() == kMostSpellings || likelihood.edits > sorted.front().second.edits) break;
    words.push_back(spelling);
  }
  return words;
}

/// Sites with the likeliest spellings: those with the fewest edits.
Sets sites_spelled_like(Segments segments, const std::string& word, std::vector<Correction>& corrections) {
  const auto spellings = likely_spellings(segments, word);
  if (!spellings.empty()) corrections.push_back({word, spellings.front()});
  Sets sets(segments.size());
  for (std::size_t i = 0; i < segments.size(); ++i) {
    for (const auto& spelling : spellings) sets[i].sets.push_back(segments[i].index->words().find(spelling));
  }
  return sets;
}

void add(NameMatches& matches, Sets sets) {
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (sets[i].sets.empty()) sets[i].sets.emplace_back();
    matches.sets[i].push_back(std::move(sets[i]));
  }
}

}  // namespace

NameMatches find_names(const LiveIndex& index, const std::vector<std::string>& words) {
  const Segments segments = index.segments();
  NameMatches matches{.sets = std::vector<std::vector<AnyOf>>(segments.size()), .corrections = {}};
  for (const auto& word : words) {
    Sets sets = sites_with(segments, word);
    if (!has_any(segments, sets) && length(word) >= kShortestBeginning) sets = sites_beginning_with(segments, word);
    if (!has_any(segments, sets)) sets = sites_spelled_like(segments, word, matches.corrections);
    add(matches, std::move(sets));
  }
  return matches;
}

NameMatches find_exact_names(const LiveIndex& index, const std::vector<std::string>& words) {
  NameMatches matches{.sets = std::vector<std::vector<AnyOf>>(index.segments().size()), .corrections = {}};
  for (const auto& word : words) add(matches, sites_with(index.segments(), word));
  return matches;
}

bool is_anybody_called(const LiveIndex& index, const std::vector<std::string>& words) {
  const auto matches = find_exact_names(index, words);
  for (std::size_t i = 0; i < index.segments().size(); ++i) {
    Filter called_so = index.segments()[i].all();
    called_so.all_of = matches.sets[i];
    if (!nearest(*index.segments()[i].index, UnitVector{}, called_so, 1).empty()) return true;
  }
  return false;
}

}  // namespace nearme
