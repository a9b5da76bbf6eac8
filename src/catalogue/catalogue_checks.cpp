#include <fmt/format.h>

#include "catalogue/catalogue_draft.hpp"
#include "catalogue/words.hpp"

namespace nearme {
namespace {

template <class T, class Check>
Result<void> check_each(const DraftTable<T>& table, Check check) {
  for (std::size_t i = 0; i < table.entries.size(); ++i) {
    const std::string problem = check(table.entries[i]);
    if (problem.empty()) continue;
    return fail(ErrorKind::invalid_input, "{}: '{}' {}", table.where[i], table.entries[i].id.text(), problem);
  }
  return {};
}

/// What is wrong with the names of an entry; empty when nothing is.
template <class T>
std::string problem_of_names(const T& entry) {
  if (!entry.names.contains("en")) return "has no English name; write names = { en = \"...\" }";
  return "";
}

template <class T>
std::string problem_of_summary(const T& entry) {
  return entry.summary.empty() ? "has no summary; write summary = \"one sentence\"" : "";
}

std::string unknown_treatment(std::string_view field, const TreatmentId& id) {
  return fmt::format("names in '{}' the treatment '{}', which does not exist; take it out or add it", field, id.text());
}

/// Whether `other` bears, as its name or synonym, a word of `treatment`. (Two entries that do are refused anyway when
/// the words are indexed; here the message can say that they are marked as different.)
bool lists_as_synonym(const Treatment& treatment, const Treatment& other) {
  for (const auto& synonym : treatment.synonyms) {
    const auto word = squash(synonym);
    if (word == squash(other.id.text())) return true;
    for (const auto& [language, name] : other.names) {
      if (word == squash(name)) return true;
    }
  }
  return false;
}

std::string problem_of_neighbours(const Treatment& treatment, const DraftTable<Treatment>& all) {
  for (const auto& id : treatment.not_the_same) {
    const auto* other = all.find(id);
    if (other == nullptr) return unknown_treatment("not_the_same", id);
    if (id == treatment.id) return "is said not to be the same as itself; take it out of 'not_the_same'";
    if (lists_as_synonym(treatment, *other) || lists_as_synonym(*other, treatment)) {
      return fmt::format("is marked as not the same as '{}', yet shares a word with it; keep one of the two",
                         id.text());
    }
  }
  return "";
}

std::string problem_of_members(const Family& family, const DraftTable<Treatment>& all) {
  if (family.treatments.empty()) return "has no treatments; write treatments = [\"...\"]";
  for (const auto& id : family.treatments) {
    if (all.find(id) == nullptr) return unknown_treatment("treatments", id);
  }
  return "";
}

}  // namespace

Result<void> check_draft(const CatalogueDraft& draft) {
  TRY_VOID(check_each(draft.treatments, problem_of_names<Treatment>));
  TRY_VOID(check_each(draft.treatments, problem_of_summary<Treatment>));
  TRY_VOID(check_each(draft.concerns, problem_of_names<Concern>));
  TRY_VOID(check_each(draft.concerns, problem_of_summary<Concern>));
  TRY_VOID(check_each(draft.kinds, problem_of_names<Kind>));
  TRY_VOID(check_each(draft.treatments,
                      [&](const Treatment& treatment) { return problem_of_neighbours(treatment, draft.treatments); }));
  TRY_VOID(check_each(draft.concerns, [&](const Concern& concern) -> std::string {
    for (const auto& link : concern.treatments) {
      if (draft.treatments.find(link.treatment) == nullptr) return unknown_treatment("treatment", link.treatment);
    }
    return "";
  }));
  TRY_VOID(check_each(draft.kinds, [&](const Kind& kind) -> std::string {
    for (const auto& id : kind.may_offer) {
      if (draft.treatments.find(id) == nullptr) return unknown_treatment("may_offer", id);
    }
    return "";
  }));
  TRY_VOID(check_each(draft.families, problem_of_names<Family>));
  return check_each(draft.families, [&](const Family& family) { return problem_of_members(family, draft.treatments); });
}

}  // namespace nearme
