#include "service/pages/suitability_view.hpp"

#include <set>

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

nlohmann::json view_of(const char* treatment) {
  return suitability_view(*catalogue().find(TreatmentId{treatment}), catalogue(), english());
}

TEST(SuitabilityView, AsksEveryQuestionOnceTheGravestFirst) {
  const auto view = view_of("micro-needling");
  std::set<std::string> asked;
  bool was_milder = false;
  for (const auto& question : view["questions"]) {
    EXPECT_TRUE(asked.insert(question["id"]).second) << question["id"];
    ASSERT_FALSE(question["rules"].empty());
    const bool is_grave = question["rules"][0]["not_now"];
    EXPECT_FALSE(is_grave && was_milder) << question["id"];
    was_milder = was_milder || !is_grave;
  }
  EXPECT_TRUE(asked.contains("open-wound"));
  EXPECT_EQ(view["count"], asked.size());
}

TEST(SuitabilityView, EachMeaningOfAnAnswerHasItsReasonSourceAndGrade) {
  for (const auto& treatment : catalogue().treatments()) {
    const auto view = suitability_view(treatment, catalogue(), english());
    if (!view["has_rules"]) continue;
    for (const auto& question : view["questions"]) {
      for (const auto& rule : question["rules"]) {
        for (const auto* field : {"outcome_words", "reason", "source", "grade", "grade_words"})
          EXPECT_NE(rule[field], "") << treatment.id.text() << " " << question["id"] << " " << field;
        EXPECT_FALSE(rule["grade"] == "D" && rule["not_now"]) << "a clinic alone makes at most: ask first";
      }
    }
  }
}

TEST(SuitabilityView, SaysThatNobodySignedUntilAllRulesAreSigned) {
  EXPECT_EQ(view_of("micro-needling")["unsigned"], true);
  EXPECT_EQ(view_of("micro-needling")["review_date"], "22 November 2026");
}

TEST(SuitabilityView, ATreatmentWithoutRulesHasNoQuestions) {
  Treatment unknown{.id = TreatmentId{"unknown"}, .names = {{"en", "Unknown"}}};
  EXPECT_EQ(suitability_view(unknown, catalogue(), english())["has_rules"], false);
}

}  // namespace
}  // namespace nearme
