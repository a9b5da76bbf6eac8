#include "service/pages/suitability_view.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "base/time.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;
using Rules = std::vector<const SuitabilityRule*>;

json rule_view(const SuitabilityRule& rule, const Language& language) {
  return {{"outcome", to_text(rule.outcome)},
          {"outcome_words", language.say(fmt::format("suit.{}", to_text(rule.outcome)))},
          {"not_now", rule.outcome == Outcome::not_now},
          {"reason", rule.reason},
          {"source", rule.source},
          {"source_link", safe_link(rule.url)},
          {"grade", std::string(1, rule.grade)},
          {"grade_words", grade_words(language, rule.grade)}};
}

json question_view(const SuitabilityQuestion& question, std::size_t number) {
  return {{"id", question.id},
          {"number", number},
          {"text", question.text},
          {"help", question.help},
          {"statement", question.statement},
          {"when", question.when == YesNo::yes ? "yes" : "no"},
          {"rules", json::array()}};
}

/// The questions that these rules name, each once and with its rules.
json questions_view(const Rules& rules, const Suitability& suitability, const Language& language) {
  auto questions = json::array();
  for (const auto* rule : rules) {
    auto asked = std::ranges::find_if(questions, [&](const json& each) { return each["id"] == rule->question; });
    if (asked == questions.end()) {
      questions.push_back(question_view(*suitability.question(rule->question), questions.size() + 1));
      asked = questions.end() - 1;
    }
    (*asked)["rules"].push_back(rule_view(*rule, language));
  }
  return questions;
}

/// The day on which the longest unread of the rules was read.
std::string review_words(const Rules& rules, const Language& language) {
  const auto* oldest = *std::ranges::min_element(rules, {}, [](const auto* rule) { return rule->review_date; });
  const auto day = parse_date(oldest->review_date);
  return day ? date_words(language, *day) : oldest->review_date;
}

}  // namespace

json suitability_view(const Treatment& treatment, const Catalogue& catalogue, const Language& language) {
  const auto rules = catalogue.suitability().rules_for(treatment.id);
  const std::string name{name_of(treatment.names, language.tag())};
  json view{{"path", treatment_path(treatment)},
            {"in_sentence", within_sentence(language, name)},
            {"has_rules", !rules.empty()}};
  if (rules.empty()) return view;
  auto questions = questions_view(rules, catalogue.suitability(), language);
  view["lead"] = language.count("suit.lead", questions.size());
  view["count"] = questions.size();
  view["questions"] = std::move(questions);
  view["review_date"] = review_words(rules, language);
  view["unsigned"] = std::ranges::any_of(rules, [](const auto* rule) { return rule->reviewed_by.empty(); });
  view["signed_by"] = rules.front()->reviewed_by;
  return view;
}

}  // namespace nearme
