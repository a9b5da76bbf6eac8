#include "service/pages/guide_view.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/time.hpp"
#include "catalogue/words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/wording.hpp"
#include "text/edit_distance.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kSynonymsShown = 4;

std::string english(const std::map<std::string, std::string>& names) { return std::string{name_of(names)}; }

/// Whether two names differ as a typo or a hyphen does: "tatoo removal", "micro needling".
bool is_same_name(std::string_view a, std::string_view b) {
  const auto first = squash(a);
  const auto second = squash(b);
  const auto most = edits_allowed(std::min(first.size(), second.size()));
  return edit_distance(first, second, most).has_value();
}

/// Synonyms as names to read: the catalogue also holds misspellings, which only the search wants.
std::vector<std::string> other_names(std::string_view name, const std::vector<std::string>& synonyms) {
  std::vector<std::string> names;
  for (const auto& synonym : synonyms) {
    const auto is_known = [&](std::string_view known) { return is_same_name(known, synonym); };
    if (names.size() < kSynonymsShown && !is_known(name) && std::ranges::none_of(names, is_known))
      names.push_back(synonym);
  }
  return names;
}

json page_link(std::string_view folder, const std::string& id, const std::map<std::string, std::string>& names,
               const std::string& summary) {
  return {{"words", english(names)}, {"link", fmt::format("/{}/{}", folder, id)}, {"summary", summary}};
}

/// Statements carry the number of their source in this guide, as footnotes do.
json statement_view(const Statement& statement, std::size_t number) {
  return {{"text", statement.text},
          {"number", number},
          {"source", statement.source},
          {"source_link", safe_link(statement.url)},
          {"grade", std::string(1, statement.grade)},
          {"grade_words", grade_words(statement.grade)}};
}

json sections_view(const Guide& guide) {
  auto sections = json::array();
  std::size_t number = 0;
  for (const auto& section : guide.sections) {
    auto statements = json::array();
    for (const auto& statement : section.statements) statements.push_back(statement_view(statement, ++number));
    sections.push_back({{"id", section.id},
                        {"title", section.title},
                        {"statements", statements},
                        {"caution", section.id == "not-now" || section.id == "risks"}});
  }
  return sections;
}

/// The guide's date in words; as written when it is no date.
std::string review_words(const std::string& date) {
  const auto day = parse_date(date);
  return day ? date_words(*day) : date;
}

void add_guide(json& view, const Guide& guide) {
  view["guide"] = {{"lead", guide.lead},
                   {"sessions", guide.sessions},
                   {"results_show", guide.results_show},
                   {"recovery", guide.recovery},
                   {"has_box", !guide.sessions.empty() || !guide.results_show.empty() || !guide.recovery.empty()},
                   {"sections", sections_view(guide)},
                   {"review_date", review_words(guide.review_date)},
                   {"reviewed_by", guide.reviewed_by},
                   {"unsigned", guide.reviewed_by.empty()}};
}

json used_for_view(const Treatment& treatment, const Catalogue& catalogue) {
  auto links = json::array();
  for (const auto& concern : catalogue.concerns()) {
    const auto found = std::ranges::find(concern.treatments, treatment.id, &ConcernTreatment::treatment);
    if (found == concern.treatments.end()) continue;
    auto link = page_link("concerns", concern.id.text(), concern.names, concern.summary);
    link["strength"] = strength_words(found->strength);
    links.push_back(link);
  }
  return links;
}

template <class Entries>
json by_name(const Entries& entries, std::string_view folder) {
  std::vector<json> links;
  for (const auto& entry : entries) links.push_back(page_link(folder, entry.id.text(), entry.names, entry.summary));
  std::ranges::sort(links, {}, [](const json& link) { return link["words"].get<std::string>(); });
  return links;
}

}  // namespace

std::string_view strength_words(double strength) {
  if (strength >= 0.7) return "strong";
  return strength >= 0.4 ? "moderate" : "weak";
}

std::string_view grade_words(char grade) {
  switch (grade) {
    case 'A':
      return "regulator or law";
    case 'B':
      return "peer-reviewed study";
    case 'C':
      return "hospital or professional body";
    default:
      return "clinic or press";
  }
}

json treatment_view(const Treatment& treatment, const Catalogue& catalogue) {
  auto different = json::array();
  for (const auto& id : treatment.not_the_same) {
    if (const auto* other = catalogue.find(id))
      different.push_back(page_link("treatments", id.text(), other->names, other->summary));
  }
  const auto also_called = other_names(name_of(treatment.names), treatment.synonyms);
  json view{{"id", treatment.id.text()},
            {"name", english(treatment.names)},
            {"summary", treatment.summary},
            {"also_called", also_called},
            {"also_called_words", listed(also_called)},
            {"different", different},
            {"used_for", used_for_view(treatment, catalogue)},
            {"question", english(treatment.names)}};
  if (treatment.guide) add_guide(view, *treatment.guide);
  return view;
}

json concern_view(const Concern& concern, const Catalogue& catalogue) {
  auto treatments = json::array();
  for (const auto& used : concern.treatments) {
    const auto* treatment = catalogue.find(used.treatment);
    if (treatment == nullptr) continue;
    auto link = page_link("treatments", used.treatment.text(), treatment->names, treatment->summary);
    link["strength"] = strength_words(used.strength);
    link["bar"] = fmt::format("{:.2f}", used.strength);
    link["source"] = used.source;
    treatments.push_back(link);
  }
  const auto also_called = other_names(name_of(concern.names), concern.synonyms);
  return {{"id", concern.id.text()},           {"name", english(concern.names)},           {"summary", concern.summary},
          {"also_called", also_called},        {"also_called_words", listed(also_called)}, {"treatments", treatments},
          {"question", english(concern.names)}};
}

json catalogue_view(const Catalogue& catalogue) {
  return {{"treatments", by_name(catalogue.treatments(), "treatments")},
          {"concerns", by_name(catalogue.concerns(), "concerns")}};
}

}  // namespace nearme
