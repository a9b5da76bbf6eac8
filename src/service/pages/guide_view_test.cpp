#include "service/pages/guide_view.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

TEST(GuideView, EveryStatementOfEveryGuideCarriesItsSource) {
  for (const auto& treatment : catalogue().treatments()) {
    const auto view = treatment_view(treatment, catalogue(), english());
    if (!view.contains("guide")) continue;
    for (const auto& section : view["guide"]["sections"]) {
      for (const auto& statement : section["statements"]) EXPECT_NE(statement["source"], "") << treatment.id.text();
    }
  }
}

TEST(GuideView, AGuideThatNobodySignedSaysSo) {
  Treatment treatment;
  treatment.names = {{"en", "Peel"}};
  treatment.guide = Guide{};
  EXPECT_EQ(treatment_view(treatment, catalogue(), english())["guide"]["unsigned"], true);
  treatment.guide->reviewed_by = "Dr A. Example";
  EXPECT_EQ(treatment_view(treatment, catalogue(), english())["guide"]["unsigned"], false);
}

TEST(GuideView, TheNumbersOfSourcesRunThroughTheWholeGuide) {
  Treatment treatment;
  treatment.names = {{"en", "Peel"}};
  const Statement said{.text = "So", .source = "Who", .url = "ftp://x", .grade = 'A'};
  treatment.guide = Guide{};
  treatment.guide->sections = {{"what", "What", {said, said}}, {"risks", "Risks", {said}}};
  const auto sections = treatment_view(treatment, catalogue(), english())["guide"]["sections"];
  EXPECT_EQ(sections[1]["statements"][0]["number"], 3);
  EXPECT_EQ(sections[1]["statements"][0]["source_link"], "");
  EXPECT_EQ(sections[1]["caution"], true);
}

TEST(GuideView, WhatOurSourcesDoNotTellIsSaid) {
  const auto unsaid_of = [](const char* treatment) {
    return treatment_view(*catalogue().find(TreatmentId{treatment}), catalogue(), english())["guide"]["unsaid"];
  };
  EXPECT_EQ(unsaid_of("micro-needling"), "");
  Treatment treatment;
  treatment.names = {{"en", "Peel"}};
  treatment.guide = Guide{};
  treatment.guide->sections = {{"recovery", "Recovery", {}}};
  EXPECT_EQ(treatment_view(treatment, catalogue(), english())["guide"]["unsaid"],
            "the number of sessions and after-care");
}

TEST(GuideView, MisspellingsThatTheSearchKnowsAreNoNames) {
  Treatment treatment{.id = TreatmentId{"tattoo-removal"},
                      .names = {{"en", "Tattoo removal"}},
                      .synonyms = {"tatoo removal", "laser tattoo removal", "tattoo-removal", "lazer tattoo removal"}};
  EXPECT_EQ(treatment_view(treatment, catalogue(), english())["also_called_words"], "laser tattoo removal");
}

TEST(GuideView, ATreatmentLinksBackToItsConcerns) {
  const auto view = treatment_view(*catalogue().find(TreatmentId{"micro-needling"}), catalogue(), english());
  EXPECT_TRUE(view["used_for"].dump().find("/concerns/acne-scars") != std::string::npos);
}

}  // namespace
}  // namespace nearme
