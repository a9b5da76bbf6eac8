#include "catalogue/suitability.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.hpp"
#include "catalogue/testing/catalogue_texts.hpp"

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr auto kSmall = R"(
[[source]]
id = "label"
name = "A label"
url = "https://example.org/label"
grade = "A"
[[source]]
id = "clinic"
name = "A clinic"
grade = "D"

[[treatment]]
id = "needling"
names = { en = "Needling" }
summary = "Needles."
[[treatment]]
id = "peel"
names = { en = "Peel" }
summary = "A peel."

[[question]]
id = "pregnant"
text = "Are you pregnant?"
statement = "You are pregnant."
[[question]]
id = "tanned"
text = "Are you tanned?"
statement = "You are tanned."
help = "By sun or spray."
)";

constexpr auto kRules = R"(
[[suitability]]
id = "needling-tanned"
question = "tanned"
treatments = ["needling", "peel"]
outcome = "ask-first"
reason = "Clinics wait."
source = "clinic"
review_date = "2026-11-22"
[[suitability]]
id = "needling-pregnant"
question = "pregnant"
treatments = ["needling"]
outcome = "not-now"
reason = "The label says so."
source = "label"
review_date = "2026-11-22"
)";

constexpr auto kGuide = R"(
[[guide]]
treatment = "needling"
lead = "What it is."
review_date = "2026-11-22"
[[guide.section]]
id = "risks"
title = "Risks"
[[guide.section.statement]]
text = "It may hurt."
source = "label"
[[guide.section]]
id = "questions"
title = "Questions"
[[guide.section.statement]]
text = "Who are you?"
source = "label"
)";

std::string refusal(const std::string& text) { return refusal_of({kSmall, text}); }

TEST(Suitability, ATreatmentWithoutRulesHasNone) {
  const auto catalogue = *load_texts({kSmall});
  EXPECT_TRUE(catalogue.suitability().rules_for(TreatmentId("needling")).empty());
  EXPECT_EQ(catalogue.suitability().question("age"), nullptr);
  EXPECT_EQ(catalogue.suitability().question("tanned")->help, "By sun or spray.");
}

TEST(Suitability, TheGravestRuleComesFirstWithItsSource) {
  const auto catalogue = *load_texts({kRules, kSmall});
  const auto rules = catalogue.suitability().rules_for(TreatmentId("needling"));
  ASSERT_EQ(rules.size(), 2U);
  EXPECT_EQ(rules[0]->id, "needling-pregnant");
  EXPECT_EQ(rules[0]->source, "A label");
  EXPECT_EQ(rules[0]->url, "https://example.org/label");
  EXPECT_EQ(rules[0]->grade, 'A');
  EXPECT_EQ(rules[0]->reviewed_by, "");
  EXPECT_EQ(rules[1]->outcome, Outcome::ask_first);
  EXPECT_EQ(catalogue.suitability().rules_for(TreatmentId("peel")).size(), 1U);
}

TEST(Suitability, ALaterFileReplacesARuleAndAQuestionById) {
  const auto catalogue = *load_texts({kSmall, kRules, R"(
[[question]]
id = "tanned"
text = "Is your skin pale?"
when = "no"
statement = "Your skin is not pale."
[[suitability]]
id = "needling-tanned"
question = "tanned"
treatments = ["peel"]
outcome = "nothing-known-against"
reason = "We treat it."
source = "label"
review_date = "2026-01-01"
reviewed_by = "Dr A. Example"
)"});
  EXPECT_EQ(catalogue.suitability().questions.size(), 2U);
  EXPECT_EQ(catalogue.suitability().question("tanned")->when, YesNo::no);
  EXPECT_EQ(catalogue.suitability().rules_for(TreatmentId("needling")).size(), 1U);
  const auto* rule = catalogue.suitability().rules_for(TreatmentId("peel"))[0];
  EXPECT_EQ(rule->outcome, Outcome::nothing_known_against);
  EXPECT_EQ(rule->reviewed_by, "Dr A. Example");
}

std::vector<std::string> section_ids(const Catalogue& catalogue) {
  std::vector<std::string> ids;
  for (const auto& section : catalogue.find(TreatmentId("needling"))->guide->sections) ids.push_back(section.id);
  return ids;
}

TEST(Suitability, AGuideTellsTheRulesAfterItsRisks) {
  const auto catalogue = *load_texts({kSmall, kGuide, kRules});
  EXPECT_THAT(section_ids(catalogue), ElementsAre("risks", "not-now", "ask-first", "questions"));
  const auto& statement = catalogue.find(TreatmentId("needling"))->guide->sections[1].statements[0];
  EXPECT_EQ(statement.text, "You are pregnant. The label says so.");
  EXPECT_EQ(statement.grade, 'A');
}

TEST(Suitability, ASectionThatAGuideStatesItselfIsLeftAlone) {
  const std::string own = std::string(kGuide) +
                          "[[guide.section]]\nid = 'not-now'\ntitle = 'Not now'\n"
                          "[[guide.section.statement]]\ntext = 'You are ill.'\nsource = 'label'\n";
  const auto catalogue = *load_texts({kSmall, own, kRules});
  EXPECT_THAT(section_ids(catalogue), ElementsAre("risks", "ask-first", "questions", "not-now"));
  EXPECT_EQ(catalogue.find(TreatmentId("needling"))->guide->sections[3].statements.size(), 1U);
}

TEST(Suitability, ARuleOfNothingKnownAgainstIsNoReasonAgainst) {
  const auto catalogue = *load_texts({kSmall, kGuide, R"(
[[suitability]]
id = "fine"
question = "tanned"
treatments = ["needling"]
outcome = "nothing-known-against"
reason = "Tested."
source = "clinic"
review_date = "2026-01-01"
)"});
  EXPECT_THAT(section_ids(catalogue), ElementsAre("risks", "questions"));
}

/// A sound rule with one field written otherwise; left out when it is empty.
std::string rule_with(const std::string& field, const std::string& value) {
  return table_with("[[suitability]]",
                    {{"id", "'rule'"},
                     {"question", "'tanned'"},
                     {"treatments", "['needling']"},
                     {"outcome", "'not-now'"},
                     {"reason", "'So.'"},
                     {"source", "'label'"},
                     {"review_date", "'2026-01-01'"}},
                    {field, value});
}

TEST(Suitability, ClinicsAloneNeverSayNotNow) {
  EXPECT_EQ(refusal("\n" + rule_with("source", "'clinic'")),
            "file-1:2: a source of grade D makes at most 'ask-first'; write that, or name a better source");
}

struct Wrong {
  std::string text;
  const char* reason;
};

TEST(Suitability, RefusesEveryMistakeWithItsReason) {
  EXPECT_EQ(refusal(rule_with("", "")), "(it was taken)");
  for (const auto& [text, reason] : {
           Wrong{rule_with("id", ""), "'id' is missing"},
           Wrong{rule_with("id", "'A rule'"), "kebab case"},
           Wrong{rule_with("question", ""), "'question' is missing"},
           Wrong{rule_with("question", "'age'"), "no question 'age'; state it with [[question]]"},
           Wrong{rule_with("treatments", ""), "at least one treatment"},
           Wrong{rule_with("treatments", "[]"), "at least one treatment"},
           Wrong{rule_with("treatments", "['laser']"), "no treatment 'laser'"},
           Wrong{rule_with("treatments", "['peel', 'peel']"), "'peel' is named twice"},
           Wrong{rule_with("outcome", ""), "'outcome' is missing"},
           Wrong{rule_with("outcome", "'never'"), "'never' is none of nothing-known-against, ask-first, not-now"},
           Wrong{rule_with("reason", ""), "'reason' is missing"},
           Wrong{rule_with("source", ""), "'source' is missing"},
           Wrong{rule_with("source", "'hearsay'"), "no source 'hearsay'"},
           Wrong{rule_with("review_date", ""), "'review_date' is missing"},
           Wrong{rule_with("review_date", "'today'"), "'today' is not a date"},
           Wrong{rule_with("", "") + "grade = 'A'\n", "unknown key 'grade'"},
           Wrong{rule_with("", "") + rule_with("", ""), "'rule' is already in this file"},
           Wrong{"[suitability]\nid = 'rule'", "[[suitability]]"},
           Wrong{"[[question]]\nid = 'age'\nstatement = 'You are old.'", "'text' is missing"},
           Wrong{"[[question]]\nid = 'age'\ntext = 'Are you old?'", "'statement' is missing"},
           Wrong{"[[question]]\nid = 'age'\ntext = 'Q'\nstatement = 'S'\nwhen = 'maybe'", "\"yes\" or \"no\""},
           Wrong{"[[question]]\nid = 'age'\ntext = 'Q'\nstatement = 'S'\nanswers = []", "unknown key 'answers'"},
           Wrong{"[[question]]\nid = 'a'\ntext = 'Q'\nstatement = 'S'\n[[question]]\nid = 'a'\ntext = 'Q'\n"
                 "statement = 'S'",
                 "'a' is already in this file"},
       }) {
    EXPECT_THAT(refusal(text), HasSubstr(reason)) << text;
    EXPECT_THAT(refusal(text), StartsWith("file-1:")) << text;
  }
}

}  // namespace
}  // namespace nearme
