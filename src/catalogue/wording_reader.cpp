#include "catalogue/wording_reader.hpp"

#include <algorithm>

#include "base/time.hpp"
#include "catalogue/words.hpp"

namespace nearme {
namespace {

Result<void> read_place(const Entry& entry, const CatalogueDraft& draft, Wording& wording) {
  TRY_VOID(entry.take("jurisdictions", wording.jurisdictions));
  if (wording.jurisdictions.empty()) return entry.wrong("'jurisdictions' is missing; write jurisdictions = [\"GB\"]");
  for (const auto& jurisdiction : wording.jurisdictions) {
    if (!is_jurisdiction(jurisdiction)) {
      return entry.wrong(fmt::format("'{}' is no jurisdiction; write a code such as GB or US-CA", jurisdiction));
    }
  }
  TRY(auto treatment, entry.id("treatment"));
  wording.treatment = TreatmentId(std::move(treatment));
  if (draft.treatments.find(wording.treatment) != nullptr) return {};
  return entry.wrong(fmt::format("there is no treatment '{}'; take it out or add it", wording.treatment.text()));
}

Result<Wording> read_wording(const Entry& entry, const Citations& citations, const CatalogueDraft& draft) {
  TRY_VOID(
      entry.allow_only({"id", "jurisdictions", "treatment", "names", "summary", "hides", "source", "review_date"}));
  Wording wording;
  TRY(wording.id, entry.id("id"));
  TRY_VOID(read_place(entry, draft, wording));
  TRY_VOID(entry.take("names", wording.names));
  if (!wording.names.contains("en")) return entry.wrong("there is no English name; write names = { en = \"...\" }");
  TRY(wording.summary, entry.text("summary"));
  TRY_VOID(entry.take("hides", wording.hides));
  TRY(const auto* citation, cited(entry, citations));
  wording.source = citation->name;
  wording.url = citation->url;
  wording.grade = citation->grade;
  TRY(wording.review_date, entry.text("review_date"));
  if (const auto date = parse_date(wording.review_date); !date) return entry.wrong(date.error().message);
  return wording;
}

/// The first jurisdiction for which another wording of the same treatment speaks already; empty when none.
std::string_view taken_by_another(const Wording& wording, const std::vector<Wording>& known) {
  for (const auto& jurisdiction : wording.jurisdictions) {
    for (const auto& other : known) {
      if (other.id != wording.id && other.treatment == wording.treatment &&
          std::ranges::count(other.jurisdictions, jurisdiction) > 0) {
        return jurisdiction;
      }
    }
  }
  return "";
}

/// What a page shows, a searcher may type.
void understand_names(const Wording& wording, CatalogueDraft& draft) {
  auto& treatment = *std::ranges::find(draft.treatments.entries, wording.treatment, &Treatment::id);
  for (const auto& [language, name] : wording.names) {
    if (std::ranges::count(treatment.synonyms, squash(name), squash) == 0) treatment.synonyms.push_back(name);
  }
}

}  // namespace

Result<void> read_wordings(const Entry& file, const Citations& citations, CatalogueDraft& draft) {
  TRY(const auto entries, file.entries("wording"));
  for (const auto& entry : entries) {
    TRY(auto wording, read_wording(entry, citations, draft));
    if (const auto taken = taken_by_another(wording, draft.wordings); !taken.empty()) {
      return entry.wrong(
          fmt::format("'{}' has another wording in {} already; keep one", wording.treatment.text(), taken));
    }
    understand_names(wording, draft);
    const auto known = std::ranges::find(draft.wordings, wording.id, &Wording::id);
    if (known == draft.wordings.end()) {
      draft.wordings.push_back(std::move(wording));
    } else {
      *known = std::move(wording);
    }
  }
  return {};
}

}  // namespace nearme
