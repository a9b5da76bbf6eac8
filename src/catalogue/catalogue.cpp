#include "catalogue/catalogue.hpp"

#include <algorithm>

#include "catalogue/catalogue_draft.hpp"
#include "catalogue/words.hpp"

namespace nearme {
namespace {

template <class T>
std::map<decltype(T::id), std::size_t> index_ids(const std::vector<T>& entries) {
  std::map<decltype(T::id), std::size_t> by_id;
  for (std::size_t i = 0; i < entries.size(); ++i) by_id.emplace(entries[i].id, i);
  return by_id;
}

/// All that an entry is called: its id, its names, its synonyms.
template <class T>
std::vector<std::string> words_of(const T& entry) {
  std::vector<std::string> words{entry.id.text()};
  for (const auto& [language, name] : entry.names) words.push_back(name);
  words.insert(words.end(), entry.synonyms.begin(), entry.synonyms.end());
  return words;
}

/// From squashed words to entries. A word that two entries share would send a searcher to the wrong one.
template <class T>
Result<std::map<std::string, std::size_t>> index_words(const DraftTable<T>& table) {
  std::map<std::string, std::size_t> by_words;
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    for (const auto& word : words_of(table.entries[i])) {
      const auto squashed = squash(word);
      if (squashed.empty()) {
        return fail(ErrorKind::invalid_input, "{}: '{}' has neither letter nor digit; a name needs some",
                    table.where[i], word);
      }
      const auto [known, is_new] = by_words.emplace(squashed, i);
      if (is_new || known->second == i) continue;
      return fail(ErrorKind::invalid_input, "{}: '{}' is called '{}', and so is '{}' ({}); a word may mean one entry",
                  table.where[i], table.entries[i].id.text(), word, table.entries[known->second].id.text(),
                  table.where[known->second]);
    }
  }
  return by_words;
}

template <class T, class Key>
const T* entry_at(const std::vector<T>& entries, const std::map<Key, std::size_t>& index, const Key& key) {
  const auto found = index.find(key);
  return found == index.end() ? nullptr : &entries[found->second];
}

}  // namespace

Result<Catalogue> Catalogue::load(std::span<const CatalogueFile> files) {
  TRY(auto draft, read_draft(files));
  TRY_VOID(check_draft(draft));
  Catalogue made;
  TRY(made.treatment_by_words_, index_words(draft.treatments));
  TRY(made.concern_by_words_, index_words(draft.concerns));
  TRY(made.kind_by_words_, index_words(draft.kinds));
  TRY_VOID(index_words(draft.families));
  made.treatments_ = std::move(draft.treatments.entries);
  for (auto& treatment : made.treatments_) treatment.address_word = treatment.id.text();
  made.concerns_ = std::move(draft.concerns.entries);
  made.kinds_ = std::move(draft.kinds.entries);
  made.families_ = std::move(draft.families.entries);
  made.suitability_ = std::move(draft.suitability);
  made.wordings_ = std::move(draft.wordings);
  made.treatment_by_id_ = index_ids(made.treatments_);
  made.concern_by_id_ = index_ids(made.concerns_);
  made.kind_by_id_ = index_ids(made.kinds_);
  made.family_by_id_ = index_ids(made.families_);
  return made;
}

const Treatment* Catalogue::find(const TreatmentId& id) const { return entry_at(treatments_, treatment_by_id_, id); }

const Concern* Catalogue::find(const ConcernId& id) const { return entry_at(concerns_, concern_by_id_, id); }

const Kind* Catalogue::find(const KindId& id) const { return entry_at(kinds_, kind_by_id_, id); }

const Family* Catalogue::find(const FamilyId& id) const { return entry_at(families_, family_by_id_, id); }

const Wording* Catalogue::wording_for(std::string_view jurisdiction, const TreatmentId& treatment) const {
  return wording_in(wordings_, jurisdiction, treatment);
}

std::string Catalogue::name_shown(const TreatmentId& treatment, std::string_view jurisdiction,
                                  std::string_view language) const {
  if (const auto* wording = wording_for(jurisdiction, treatment)) return std::string(name_of(wording->names, language));
  const auto* known = find(treatment);
  return known == nullptr ? treatment.text() : std::string(name_of(known->names, language));
}

std::string Catalogue::address_word_shown(const TreatmentId& treatment, std::string_view jurisdiction) const {
  if (const auto* wording = wording_for(jurisdiction, treatment)) return address_word(*wording);
  const auto* known = find(treatment);
  return known == nullptr ? treatment.text() : known->address_word;
}

bool Catalogue::hides(std::string_view jurisdiction, std::string_view text) const {
  const auto letters = squash(text);
  return std::ranges::any_of(treatments_, [&](const Treatment& treatment) {
    const auto* wording = wording_for(jurisdiction, treatment.id);
    return wording != nullptr && std::ranges::any_of(wording->hides, [&](const std::string& word) {
             return letters.find(squash(word)) != std::string::npos;
           });
  });
}

const Treatment* Catalogue::treatment_at(std::string_view word) const {
  if (const auto* known = find(TreatmentId{word})) return known;
  const auto worded = std::ranges::find(wordings_, word, address_word);
  return worded == wordings_.end() ? nullptr : find(worded->treatment);
}

Catalogue Catalogue::shown_in(std::string_view jurisdiction) const {
  Catalogue shown = *this;
  for (auto& treatment : shown.treatments_) treatment = shown_in(jurisdiction, std::move(treatment));
  return shown;
}

Treatment Catalogue::shown_in(std::string_view jurisdiction, Treatment treatment) const {
  if (const auto* wording = wording_for(jurisdiction, treatment.id)) {
    treatment.names = wording->names;
    treatment.summary = wording->summary;
    treatment.synonyms.clear();
    treatment.address_word = address_word(*wording);
  }
  return treatment;
}

const Treatment* Catalogue::treatment_called(std::string_view words) const {
  return entry_at(treatments_, treatment_by_words_, squash(words));
}

const Concern* Catalogue::concern_called(std::string_view words) const {
  return entry_at(concerns_, concern_by_words_, squash(words));
}

const Kind* Catalogue::kind_called(std::string_view words) const {
  return entry_at(kinds_, kind_by_words_, squash(words));
}

std::string_view name_of(const std::map<std::string, std::string>& names, std::string_view language) {
  const auto without_region = language.substr(0, language.find('-'));
  for (const auto wanted : {language, without_region, std::string_view("en")}) {
    if (const auto found = names.find(std::string(wanted)); found != names.end()) return found->second;
  }
  return "";
}

}  // namespace nearme
