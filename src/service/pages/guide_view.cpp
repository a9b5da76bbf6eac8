#include "service/pages/guide_view.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/time.hpp"
#include "catalogue/words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/suitability_view.hpp"
#include "service/pages/wording.hpp"
#include "text/edit_distance.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kSynonymsShown = 4;

std::string name_in(const Language& language, const std::map<std::string, std::string>& names) {
  return std::string{name_of(names, language.tag())};
}

/// Whether two names differ as a typo or a hyphen does: "tatoo removal", "micro needling".
bool is_same_name(std::string_view a, std::string_view b) {
  const auto first = squash(a);
  const auto second = squash(b);
  const auto most = edits_allowed(std::min(first.size(), second.size()));
  return edit_distance(first, second, most).has_value();
}

json page_link(const Language& language, const Treatment& treatment) {
  return {{"words", name_in(language, treatment.names)},
          {"link", treatment_path(treatment)},
          {"summary", treatment.summary}};
}

json page_link(const Language& language, const Concern& concern) {
  return {{"words", name_in(language, concern.names)},
          {"link", "/concerns/" + concern.id.text()},
          {"summary", concern.summary}};
}

/// Statements carry the number of their source in this guide, as footnotes do.
json statement_view(const Language& language, const Statement& statement, std::size_t number) {
  return {{"text", statement.text},
          {"number", number},
          {"source", statement.source},
          {"source_link", safe_link(statement.url)},
          {"grade", std::string(1, statement.grade)},
          {"grade_words", grade_words(language, statement.grade)}};
}

json sections_view(const Language& language, const Guide& guide) {
  auto sections = json::array();
  std::size_t number = 0;
  for (const auto& section : guide.sections) {
    auto statements = json::array();
    for (const auto& statement : section.statements)
      statements.push_back(statement_view(language, statement, ++number));
    sections.push_back({{"id", section.id},
                        {"title", section.title},
                        {"statements", statements},
                        {"caution", section.id == "not-now" || section.id == "risks"}});
  }
  return sections;
}

/// What a reader expects of every guide, and our sources do not tell of this treatment: an absence is said.
std::vector<std::string> unsaid_of(const Language& language, const Guide& guide) {
  std::vector<std::string> names;
  for (const auto* id : {"sessions", "recovery", "aftercare"}) {
    if (std::ranges::find(guide.sections, id, &GuideSection::id) == guide.sections.end())
      names.push_back(language.say(fmt::format("guide.unsaid-{}", id)));
  }
  return names;
}

/// The guide's date in words; as written when it is no date.
std::string review_words(const Language& language, const std::string& date) {
  const auto day = parse_date(date);
  return day ? date_words(language, *day) : date;
}

void add_guide(json& view, const Language& language, const Guide& guide) {
  const auto unsaid = unsaid_of(language, guide);
  view["guide"] = {{"lead", guide.lead},
                   {"sessions", guide.sessions},
                   {"results_show", guide.results_show},
                   {"recovery", guide.recovery},
                   {"has_box", !guide.sessions.empty() || !guide.results_show.empty() || !guide.recovery.empty()},
                   {"sections", sections_view(language, guide)},
                   {"unsaid", unsaid.empty() ? "" : listed(language, unsaid)},
                   {"review_date", review_words(language, guide.review_date)},
                   {"reviewed_by", guide.reviewed_by},
                   {"unsigned", guide.reviewed_by.empty()}};
}

json used_for_view(const Treatment& treatment, const Catalogue& catalogue, const Language& language) {
  auto links = json::array();
  for (const auto& concern : catalogue.concerns()) {
    const auto found = std::ranges::find(concern.treatments, treatment.id, &ConcernTreatment::treatment);
    if (found == concern.treatments.end()) continue;
    auto link = page_link(language, concern);
    link["strength"] = strength_words(language, found->strength);
    links.push_back(link);
  }
  return links;
}

template <class Entries>
json by_name(const Entries& entries, const Language& language) {
  std::vector<json> links;
  for (const auto& entry : entries) links.push_back(page_link(language, entry));
  const auto before = [&](const std::string& a, const std::string& b) { return language.formats().comes_before(a, b); };
  std::ranges::sort(links, before, [](const json& link) { return link["words"].get<std::string>(); });
  return links;
}

}  // namespace

// The catalogue also holds misspellings, which only the search wants.
std::vector<std::string> other_names(std::string_view name, const std::vector<std::string>& synonyms) {
  std::vector<std::string> names;
  for (const auto& synonym : synonyms) {
    const auto is_known = [&](std::string_view known) { return is_same_name(known, synonym); };
    if (names.size() < kSynonymsShown && !is_known(name) && std::ranges::none_of(names, is_known))
      names.push_back(synonym);
  }
  return names;
}

std::string treatment_path(const Treatment& treatment) { return "/treatments/" + treatment.address_word; }

std::string strength_words(const Language& language, double strength) {
  if (strength >= 0.7) return language.say("strength.strong");
  return language.say(strength >= 0.4 ? "strength.moderate" : "strength.weak");
}

std::string grade_words(const Language& language, char grade) {
  switch (grade) {
    case 'A':
      return language.say("grade.a");
    case 'B':
      return language.say("grade.b");
    case 'C':
      return language.say("grade.c");
    default:
      return language.say("grade.d");
  }
}

json treatment_view(const Treatment& treatment, const Catalogue& catalogue, const Language& language) {
  auto different = json::array();
  for (const auto& id : treatment.not_the_same) {
    if (const auto* other = catalogue.find(id)) different.push_back(page_link(language, *other));
  }
  const auto also_called = other_names(name_of(treatment.names), treatment.synonyms);
  json view{{"path", treatment_path(treatment)},
            {"name", name_in(language, treatment.names)},
            {"summary", treatment.summary},
            {"also_called", also_called},
            {"also_called_words", listed(language, also_called)},
            {"different", different},
            {"used_for", used_for_view(treatment, catalogue, language)},
            {"suitability", suitability_view(treatment, catalogue, language)},
            {"question", name_in(language, treatment.names)}};
  if (treatment.guide) add_guide(view, language, *treatment.guide);
  return view;
}

json catalogue_view(const Catalogue& catalogue, const Language& language) {
  return {{"treatments", by_name(catalogue.treatments(), language)},
          {"concerns", by_name(catalogue.concerns(), language)}};
}

}  // namespace nearme
