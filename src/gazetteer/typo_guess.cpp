#include "gazetteer/typo_guess.hpp"

#include <algorithm>

#include "gazetteer/letter_set.hpp"
#include "gazetteer/spelling_segments.hpp"
#include "text/edit_distance.hpp"

namespace nearme {

using namespace gazetteer_format;

namespace {

/// All names of one key that are large enough; the records stand by population.
void add_guesses(std::vector<TypoGuess>& guesses, const GazetteerTables& tables, std::size_t first_name, int edits) {
  const auto key = tables.names[first_name].key;
  for (std::size_t i = first_name; i < tables.names.size() && tables.names[i].key == key; ++i) {
    const auto name = tables.names[i];
    if (name.population < kLeastPopulationForTypos) return;
    guesses.push_back({.edits = edits, .name = name});
  }
}

/// The spellings that share a segment with the key and whose letters do not speak against it, each once.
std::vector<std::uint32_t> candidates(const GazetteerTables& tables, std::string_view key, int most) {
  const auto letters = letter_set(key);
  std::vector<std::uint32_t> found;
  for_each_probe(key, most, [&](std::uint32_t hash) {
    const auto begin = tables.segments.partition_point(0, [&](const auto& segment) { return segment.hash < hash; });
    for (auto i = begin; i < tables.segments.size() && tables.segments[i].hash == hash; ++i) {
      const auto spelling = tables.segments[i].spelling;
      if (may_be_within(letters, tables.spellings[spelling].letters, most)) found.push_back(spelling);
    }
  });
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  return found;
}

}  // namespace

std::vector<TypoGuess> guesses_for_typo(const GazetteerTables& tables, std::string_view key, int most) {
  std::vector<TypoGuess> guesses;
  for (const auto candidate : candidates(tables, key, most)) {
    const auto first_name = tables.spellings[candidate].first_name;
    if (const auto edits = edit_distance(key, tables.string(tables.names[first_name].key), most))
      add_guesses(guesses, tables, first_name, *edits);
  }
  return guesses;
}

}  // namespace nearme
