#include "search/understand/phrase_book.hpp"

#include <algorithm>

#include "catalogue/words.hpp"
#include "gazetteer/letter_set.hpp"
#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// The words by which an entry may be called.
template <class Entry>
std::vector<std::string> phrases_of(const Entry& entry) {
  std::vector<std::string> phrases{entry.id.text()};
  for (const auto& [language, name] : entry.names) phrases.push_back(name);
  phrases.insert(phrases.end(), entry.synonyms.begin(), entry.synonyms.end());
  return phrases;
}

/// The fewest edits between `typed` and any beginning of `phrase`, when they are at most `most`.
std::optional<int> edits_of_beginning(std::string_view typed, std::string_view phrase, int most) {
  std::optional<int> fewest;
  const auto slack = static_cast<std::size_t>(most);
  const auto shortest = typed.size() - std::min(typed.size(), slack);
  for (std::size_t size = shortest; size <= std::min(phrase.size(), typed.size() + slack); ++size) {
    const auto edits = edit_distance(typed, phrase.substr(0, size), fewest ? *fewest - 1 : most);
    if (edits) fewest = edits;
    if (fewest == 0) break;
  }
  return fewest;
}

}  // namespace

PhraseBook::PhraseBook(const Catalogue& catalogue) {
  // What is added first keeps the phrase: treatments, then concerns, then kinds, then families.
  for (const auto& treatment : catalogue.treatments()) {
    for (const auto& phrase : phrases_of(treatment)) add({ConceptType::treatment, treatment.id.text()}, phrase);
  }
  for (const auto& concern : catalogue.concerns()) {
    for (const auto& phrase : phrases_of(concern)) add({ConceptType::concern, concern.id.text()}, phrase);
  }
  for (const auto& kind : catalogue.kinds()) {
    for (const auto& phrase : phrases_of(kind)) add({ConceptType::kind, kind.id.text()}, phrase);
  }
  for (const auto& family : catalogue.families()) {
    for (const auto& phrase : phrases_of(family)) add({ConceptType::family, family.id.text()}, phrase);
  }
}

void PhraseBook::add(Concept meaning, const std::string& phrase) {
  const auto squashed = squash(phrase);
  if (squashed.empty()) return;
  const bool is_new = entries_.try_emplace(squashed, Entry{std::move(meaning), phrase}).second;
  if (is_new) by_length_[length(squashed)].push_back({.letters = letter_set(squashed), .squashed = squashed});
}

std::optional<PhraseMatch> PhraseBook::find(const std::string& squashed) const {
  const auto found = entries_.find(squashed);
  if (found == entries_.end()) return std::nullopt;
  return PhraseMatch{found->second.meaning, found->second.phrase, 0};
}

std::optional<PhraseMatch> PhraseBook::find_misspelt(const std::string& squashed) const {
  const auto letters = length(squashed);
  const int allowed = edits_allowed(letters);
  if (allowed == 0) return std::nullopt;
  const auto slack = static_cast<std::size_t>(allowed);
  const auto letters_used = letter_set(squashed);
  std::optional<PhraseMatch> closest;
  bool is_ambiguous = false;
  const auto last = by_length_.upper_bound(letters + slack);
  for (auto group = by_length_.lower_bound(letters - slack); group != last; ++group) {
    for (const auto& [letters_of_candidate, candidate] : group->second) {
      const int most = closest ? closest->edits : allowed;
      if (!may_be_within(letters_used, letters_of_candidate, most)) continue;
      const auto edits = edit_distance(squashed, candidate, most);
      if (!edits) continue;
      const auto& entry = entries_.at(candidate);
      if (closest && closest->edits == *edits) {
        is_ambiguous = is_ambiguous || closest->meaning != entry.meaning;
        continue;
      }
      closest = PhraseMatch{entry.meaning, entry.phrase, *edits};
      is_ambiguous = false;
    }
  }
  if (is_ambiguous) return std::nullopt;
  return closest;
}

std::vector<PhraseMatch> PhraseBook::beginning_like(const std::string& squashed) const {
  std::vector<PhraseMatch> matches;
  const int allowed = edits_allowed(length(squashed));
  if (squashed.empty() || allowed == 0) return matches;
  const auto first = squashed.substr(0, 1);
  for (auto entry = entries_.lower_bound(first); entry != entries_.end() && entry->first.starts_with(first); ++entry) {
    const auto edits = edits_of_beginning(squashed, entry->first, allowed);
    if (!edits) continue;
    const auto same = [&](const PhraseMatch& match) { return match.meaning == entry->second.meaning; };
    const auto known = std::ranges::find_if(matches, same);
    if (known == matches.end()) {
      matches.push_back({entry->second.meaning, entry->second.phrase, *edits});
    } else if (known->edits > *edits) {
      *known = {entry->second.meaning, entry->second.phrase, *edits};
    }
  }
  std::ranges::stable_sort(matches, {}, &PhraseMatch::edits);
  return matches;
}

std::vector<PhraseMatch> PhraseBook::beginning_with(const std::string& squashed) const {
  std::vector<PhraseMatch> matches;
  for (auto entry = entries_.lower_bound(squashed); entry != entries_.end() && entry->first.starts_with(squashed);
       ++entry) {
    const auto same = [&](const PhraseMatch& match) { return match.meaning == entry->second.meaning; };
    if (std::ranges::none_of(matches, same)) matches.push_back({entry->second.meaning, entry->second.phrase, 0});
  }
  return matches;
}

}  // namespace nearme
