#include "service/pages/questions_view.hpp"

#include <algorithm>

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

const Treatment& needling() { return *catalogue().find(TreatmentId{"micro-needling"}); }

Listing listing() {
  Listing made{.site = {.id = SiteId{"a"}, .position = *LatLon::make({.lat = 53.8, .lon = -1.54})},
               .practitioners = {{}, {}},
               .claims = {{}}};
  made.site.name = "Alpha";
  made.site.address.country = "GB";
  made.site.offers = {{.treatment = needling().id, .price = Money{12000, "GBP"}, .practitioners = {}},
                      {.treatment = TreatmentId{"botulinum-toxin"}, .price = {}, .practitioners = {}}};
  made.practitioners[0].id = PractitionerId{"p1"};
  made.practitioners[0].name = "Anna Example";
  made.practitioners[0].treatments = {needling().id};
  made.practitioners[0].register_name = "NMC";
  made.practitioners[0].registration_number = "12A";
  made.practitioners[1].name = "Ben Other";
  made.claims[0].subject_id = "p1";
  made.claims[0].claim = "registration";
  made.claims[0].checked_by = "NMC";
  made.claims[0].checked_at = *parse_date("2026-11-01");
  return made;
}

nlohmann::json card_of(const Listing& of, const Treatment* treatment) {
  return questions_view(
      of, {.catalogue = catalogue(), .language = english(), .schedule = {}, .time_zone = "Europe/London", .now = kNow},
      treatment);
}

TEST(QuestionsView, WhatIsKnownOfTheClinicIsFilledIn) {
  const auto card = card_of(listing(), &needling());
  const auto& who = card["asks_place"][0];
  EXPECT_EQ(who["people"], nlohmann::json({"Anna Example · NMC 12A"}));
  EXPECT_EQ(who["known"][0]["subject"], "Anna Example");
  EXPECT_EQ(who["known"][0]["confirmed"], true);
  EXPECT_EQ(card["treatment"]["price"], "from £120");
}

TEST(QuestionsView, WhatNobodyHasSaidIsLeftToAsk) {
  const auto card = card_of(listing(), &needling());
  for (std::size_t i = 1; i < card["asks_place"].size(); ++i) EXPECT_TRUE(card["asks_place"][i]["known"].empty());
}

TEST(QuestionsView, TheGuideAsksAndTheReaderSpeaksOfTheirOwn) {
  const auto card = card_of(listing(), &needling());
  EXPECT_GE(card["treatment"]["asks"].size(), 5);
  EXPECT_NE(card["treatment"]["speak_of"].dump().find("open wound"), std::string::npos);
}

TEST(QuestionsView, WithoutATreatmentThereIsAChoiceByTheNamesThatTheLawAllows) {
  const auto card = card_of(listing(), nullptr);
  EXPECT_FALSE(card.contains("treatment"));
  ASSERT_EQ(card["choices"].size(), 2);
  EXPECT_EQ(card["choices"][0]["value"], "micro-needling");
  EXPECT_EQ(card["choices"][1]["words"], "Consultation for lines and wrinkles");
  EXPECT_EQ(card["choices"][1]["value"], "consultation-for-lines-and-wrinkles");
}

TEST(QuestionsView, HowDeepTheNeedlesGoIsAskedOnceAndOnlyWhereThereAreNeedles) {
  auto made = listing();
  made.claims[0].subject_id = "a";
  made.claims[0].claim = "needle-depth";
  made.claims[0].value = "0.25 to 1.5 mm";
  const auto card = card_of(made, &needling());
  const std::string question = "How deep will the needles go on my skin?";
  const auto& all = card["asks_place"];
  const auto asked = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each["text"] == question; });
  ASSERT_NE(asked, all.end());
  EXPECT_EQ((*asked)["known"][0]["value"], "0.25 to 1.5 mm");
  EXPECT_EQ(card["treatment"]["asks"].dump().find(question), std::string::npos) << "the guide asks it, too";
  const auto& peel = *catalogue().find(TreatmentId{"chemical-peel"});
  EXPECT_EQ(card_of(made, &peel)["asks_place"].dump().find(question), std::string::npos);
}

TEST(QuestionsView, WhatIsSaidOfAnotherTreatmentAnswersNoQuestionAboutThisOne) {
  auto made = listing();
  made.claims[0].treatment = TreatmentId{"botulinum-toxin"};
  EXPECT_TRUE(card_of(made, &needling())["asks_place"][0]["known"].empty());
  const auto card = card_of(made, nullptr);
  EXPECT_EQ(card["asks_place"][0]["known"][0]["only_for"], "for consultation for lines and wrinkles only");
  made.claims[0].treatment = needling().id;
  EXPECT_EQ(card_of(made, &needling())["asks_place"][0]["known"].size(), 1);
}

TEST(QuestionsView, APlaceOfWhichNothingIsKnownStillHasItsQuestions) {
  const Listing bare{
      .site = {.id = SiteId{"b"}, .position = *LatLon::make({.lat = 0, .lon = 0})}, .practitioners = {}, .claims = {}};
  const auto card = card_of(bare, nullptr);
  EXPECT_EQ(card["asks_place"].size(), 8);
  EXPECT_TRUE(card["choices"].empty());
}

}  // namespace
}  // namespace nearme
