#include "catalogue/catalogue_draft.hpp"

#include <functional>
#include <set>

#include "catalogue/entry.hpp"
#include "catalogue/guide_reader.hpp"
#include "catalogue/osm_rule.hpp"
#include "catalogue/suitability_reader.hpp"
#include "catalogue/wording_reader.hpp"

namespace nearme {
namespace {

Result<void> read_treatment(const Entry& entry, Treatment& treatment) {
  TRY_VOID(entry.allow_only({"id", "names", "synonyms", "not_the_same", "claims", "summary"}));
  TRY_VOID(entry.take("names", treatment.names));
  TRY_VOID(entry.take("synonyms", treatment.synonyms));
  TRY_VOID(entry.take("not_the_same", treatment.not_the_same));
  TRY_VOID(entry.take("claims", treatment.claims));
  return entry.take("summary", treatment.summary);
}

Result<ConcernTreatment> read_concern_treatment(const Entry& entry, const Citations& citations) {
  TRY_VOID(entry.allow_only({"id", "strength", "source"}));
  ConcernTreatment made;
  TRY(auto id, entry.id("id"));
  made.treatment = TreatmentId(std::move(id));
  double strength = -1;
  TRY_VOID(entry.take("strength", strength));
  if (!(strength >= 0 && strength <= 1)) return entry.wrong("'strength' wants a number from 0 to 1");
  made.strength = strength;
  TRY(const auto* citation, cited(entry, citations));
  made.source = citation->name;
  made.url = citation->url;
  made.grade = citation->grade;
  return made;
}

Result<void> read_concern(const Entry& entry, const Citations& citations, Concern& concern) {
  TRY_VOID(entry.allow_only({"id", "names", "synonyms", "summary", "treatment"}));
  TRY_VOID(entry.take("names", concern.names));
  TRY_VOID(entry.take("synonyms", concern.synonyms));
  TRY_VOID(entry.take("summary", concern.summary));
  TRY(const auto links, entry.entries("treatment"));
  if (entry.states("treatment")) concern.treatments.clear();
  for (const auto& link : links) {
    TRY(auto made, read_concern_treatment(link, citations));
    if (std::ranges::count(concern.treatments, made.treatment, &ConcernTreatment::treatment) > 0) {
      return link.wrong(fmt::format("'{}' is named twice; keep one", made.treatment.text()));
    }
    const auto weaker =
        std::ranges::upper_bound(concern.treatments, made.strength, std::greater{}, &ConcernTreatment::strength);
    concern.treatments.insert(weaker, std::move(made));
  }
  return {};
}

Result<void> read_kind(const Entry& entry, Kind& kind) {
  TRY_VOID(entry.allow_only({"id", "names", "synonyms", "osm", "nppes", "cqc", "schema_org", "may_offer"}));
  TRY_VOID(entry.take("names", kind.names));
  TRY_VOID(entry.take("synonyms", kind.synonyms));
  TRY_VOID(entry.take("osm", kind.osm));
  for (const auto& rule : kind.osm) {
    if (!parse_osm_rule(rule)) return entry.wrong(fmt::format("'{}' is no rule; {}", rule, kOsmRuleForm));
  }
  TRY_VOID(entry.take("nppes", kind.nppes));
  TRY_VOID(entry.take("cqc", kind.cqc));
  TRY_VOID(entry.take("schema_org", kind.schema_org));
  return entry.take("may_offer", kind.may_offer);
}

Result<void> read_family(const Entry& entry, Family& family) {
  TRY_VOID(entry.allow_only({"id", "names", "synonyms", "treatments"}));
  TRY_VOID(entry.take("names", family.names));
  TRY_VOID(entry.take("synonyms", family.synonyms));
  return entry.take("treatments", family.treatments);
}

/// Reads every table `[[key]]` of a file into the entry of its id, which is made when it is new.
template <class T, class Read>
Result<void> read_table(const Entry& file, std::string_view key, DraftTable<T>& table, Read read) {
  TRY(const auto entries, file.entries(key));
  std::set<std::string> ids_of_file;
  for (const auto& entry : entries) {
    TRY(const auto id, entry.id("id"));
    if (!ids_of_file.insert(id).second) {
      return entry.wrong(fmt::format("the {} '{}' is already in this file; join the two", key, id));
    }
    auto at = std::ranges::find(table.entries, id, [](const T& known) { return known.id.text(); });
    const auto index = static_cast<std::size_t>(at - table.entries.begin());
    if (at == table.entries.end()) {
      table.entries.emplace_back().id = decltype(T::id)(id);
      table.where.emplace_back();
    }
    table.where[index] = entry.where();
    TRY_VOID(read(entry, table.entries[index]));
  }
  return {};
}

Result<void> read_file_into(const Entry& file, const Citations& citations, CatalogueDraft& draft) {
  TRY_VOID(file.allow_only(
      {"source", "treatment", "concern", "kind", "family", "guide", "question", "suitability", "wording"}));
  TRY_VOID(read_table(file, "treatment", draft.treatments, read_treatment));
  TRY_VOID(read_table(file, "concern", draft.concerns,
                      [&](const Entry& entry, Concern& concern) { return read_concern(entry, citations, concern); }));
  TRY_VOID(read_questions(file, draft.suitability));
  TRY_VOID(read_table(file, "kind", draft.kinds, read_kind));
  return read_table(file, "family", draft.families, read_family);
}

/// What speaks of treatments comes when all of them are known, so that files may stand in any order.
Result<void> read_rules_into(const Entry& file, const Citations& citations, CatalogueDraft& draft) {
  TRY_VOID(read_suitability_rules(file, citations, draft));
  return read_wordings(file, citations, draft);
}

/// The same for guides.
Result<void> read_guides_into(const Entry& file, const Citations& citations, DraftTable<Treatment>& treatments) {
  TRY(const auto entries, file.entries("guide"));
  for (const auto& entry : entries) {
    TRY(const auto id, entry.id("treatment"));
    const auto treatment = std::ranges::find(treatments.entries, TreatmentId(id), &Treatment::id);
    if (treatment == treatments.entries.end()) {
      return entry.wrong(fmt::format("there is no treatment '{}'; a guide needs one", id));
    }
    TRY(treatment->guide, read_guide(entry, citations));
  }
  return {};
}

}  // namespace

Result<CatalogueDraft> read_draft(std::span<const CatalogueFile> files) {
  std::vector<TomlValue> parsed;
  std::vector<Entry> tables;
  Citations citations;
  for (const auto& file : files) {
    TRY(auto value, parse_toml(file.name, file.text));
    parsed.push_back(std::move(value));
  }
  for (std::size_t i = 0; i < files.size(); ++i) tables.emplace_back(files[i].name, parsed[i]);
  for (const auto& table : tables) TRY_VOID(read_citations(table, citations));
  CatalogueDraft draft;
  for (const auto& table : tables) TRY_VOID(read_file_into(table, citations, draft));
  for (const auto& table : tables) TRY_VOID(read_rules_into(table, citations, draft));
  for (const auto& table : tables) TRY_VOID(read_guides_into(table, citations, draft.treatments));
  for (auto& treatment : draft.treatments.entries) {
    if (treatment.guide) add_reasons_against(draft.suitability, treatment.id, *treatment.guide);
  }
  return draft;
}

}  // namespace nearme
