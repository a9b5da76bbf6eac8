#include "catalogue/wording.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/catalogue.hpp"
#include "catalogue/testing/catalogue_texts.hpp"

namespace nearme {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

constexpr auto kSmall = R"(
[[source]]
id = "law"
name = "A law"
grade = "A"

[[treatment]]
id = "toxin"
names = { en = "Toxin", de = "Gift" }
synonyms = ["brandox"]
summary = "A medicine."
[[treatment]]
id = "peel"
names = { en = "Peel" }
summary = "A peel."
)";

constexpr auto kWording = R"(
[[wording]]
id = "talk"
jurisdictions = ["GB", "US-CA"]
treatment = "toxin"
names = { en = "A talk about lines", de = "Ein Gespräch" }
summary = "You talk."
hides = ["toxin", "brandox"]
source = "law"
review_date = "2026-11-22"
)";

std::string refusal(const std::string& text) { return refusal_of({kSmall, kWording, text}); }

TEST(WordingTable, HoldsInItsCountryAndInThePartsOfIt) {
  const auto catalogue = *load_texts({kWording, kSmall});
  const TreatmentId toxin("toxin");
  EXPECT_EQ(catalogue.wording_for("GB", toxin)->id, "talk");
  EXPECT_EQ(catalogue.wording_for("GB-SCT", toxin)->id, "talk");
  EXPECT_EQ(catalogue.wording_for("US-CA", toxin)->source, "A law");
  EXPECT_EQ(catalogue.wording_for("US", toxin), nullptr);
  EXPECT_EQ(catalogue.wording_for("", toxin), nullptr);
  EXPECT_EQ(catalogue.wording_for("GB", TreatmentId("peel")), nullptr);
}

TEST(WordingTable, APartOfACountryMayHaveItsOwn) {
  const auto catalogue = *load_texts({kSmall, kWording, R"(
[[wording]]
id = "scottish"
jurisdictions = ["GB-SCT"]
treatment = "toxin"
names = { en = "A wee talk" }
summary = "You talk."
source = "law"
review_date = "2026-11-22"
)"});
  EXPECT_EQ(catalogue.wording_for("GB-SCT", TreatmentId("toxin"))->id, "scottish");
  EXPECT_EQ(catalogue.wording_for("GB-WLS", TreatmentId("toxin"))->id, "talk");
}

TEST(WordingTable, WhatIsShownThereHasTheWordingAlone) {
  const auto shown = load_texts({kSmall, kWording})->shown_in("GB");
  const auto* toxin = shown.find(TreatmentId("toxin"));
  EXPECT_EQ(name_of(toxin->names), "A talk about lines");
  EXPECT_EQ(name_of(toxin->names, "de"), "Ein Gespräch");
  EXPECT_EQ(name_of(toxin->names, "fr"), "A talk about lines");
  EXPECT_EQ(toxin->summary, "You talk.");
  EXPECT_TRUE(toxin->synonyms.empty());
  EXPECT_EQ(name_of(shown.find(TreatmentId("peel"))->names), "Peel");
}

TEST(WordingTable, ATreatmentIsNamedAsTheLawOfThePlaceAllows) {
  const auto catalogue = *load_texts({kSmall, kWording});
  EXPECT_EQ(catalogue.name_shown(TreatmentId("toxin"), "GB"), "A talk about lines");
  EXPECT_EQ(catalogue.name_shown(TreatmentId("toxin"), "US"), "Toxin");
  EXPECT_EQ(catalogue.name_shown(TreatmentId("peel"), "GB"), "Peel");
  EXPECT_EQ(catalogue.name_shown(TreatmentId("laser"), "GB"), "laser");
}

TEST(WordingTable, TheAddressOfAPageTellsNoMoreThanItsName) {
  const auto catalogue = *load_texts({kSmall, kWording});
  const auto shown = catalogue.shown_in("GB");
  const auto* toxin = shown.find(TreatmentId("toxin"));
  EXPECT_EQ(toxin->address_word, "a-talk-about-lines");
  EXPECT_EQ(catalogue.find(TreatmentId("toxin"))->address_word, "toxin");
  for (const auto* word : {"toxin", "a-talk-about-lines"}) {
    EXPECT_EQ(shown.treatment_at(word), toxin) << word;
    EXPECT_EQ(catalogue.treatment_at(word), catalogue.find(TreatmentId("toxin"))) << word;
  }
  EXPECT_EQ(shown.treatment_at("brandox"), nullptr);
  EXPECT_EQ(shown.treatment_at(""), nullptr);
}

TEST(WordingTable, ATextWithAHiddenWordIsKnownHoweverItIsWritten) {
  const auto catalogue = *load_texts({kSmall, kWording});
  EXPECT_TRUE(catalogue.hides("GB", "We have BRAND-OX on Mondays"));
  EXPECT_FALSE(catalogue.hides("GB", "We have peels"));
  EXPECT_FALSE(catalogue.hides("US", "We have Brandox"));
  EXPECT_FALSE(catalogue.hides("", "We have Brandox"));
  EXPECT_FALSE(catalogue.hides("GB", ""));
}

TEST(WordingTable, EveryWordIsUnderstoodEverywhere) {
  const auto catalogue = *load_texts({kSmall, kWording});
  for (const auto& here : {catalogue, catalogue.shown_in("GB"), catalogue.shown_in("FR")}) {
    for (const auto* words : {"brandox", "Toxin", "a talk about lines", "ein gespräch"}) {
      ASSERT_NE(here.treatment_called(words), nullptr) << words;
      EXPECT_EQ(here.treatment_called(words)->id, TreatmentId("toxin"));
    }
  }
}

TEST(WordingTable, ALaterFileReplacesAWordingById) {
  const auto catalogue = *load_texts({kSmall, kWording, R"(
[[wording]]
id = "talk"
jurisdictions = ["IE"]
treatment = "toxin"
names = { en = "A chat" }
summary = "You chat."
source = "law"
review_date = "2026-11-22"
)"});
  EXPECT_EQ(catalogue.wordings().size(), 1U);
  EXPECT_EQ(catalogue.wording_for("GB", TreatmentId("toxin")), nullptr);
  EXPECT_EQ(catalogue.wording_for("IE", TreatmentId("toxin"))->names.at("en"), "A chat");
}

/// A sound wording with one field written otherwise; left out when it is empty.
std::string wording_with(const std::string& field, const std::string& value) {
  return table_with("[[wording]]",
                    {{"id", "'other'"},
                     {"jurisdictions", "['FR']"},
                     {"treatment", "'toxin'"},
                     {"names", "{ en = 'A chat' }"},
                     {"summary", "'You chat.'"},
                     {"source", "'law'"},
                     {"review_date", "'2026-01-01'"}},
                    {field, value});
}

struct Wrong {
  std::string text;
  const char* reason;
};

TEST(WordingTable, RefusesEveryMistakeWithItsReason) {
  EXPECT_EQ(refusal(wording_with("", "")), "(it was taken)");
  for (const auto& [text, reason] : {
           Wrong{wording_with("id", ""), "'id' is missing"},
           Wrong{wording_with("jurisdictions", ""), "'jurisdictions' is missing"},
           Wrong{wording_with("jurisdictions", "['gb']"), "'gb' is no jurisdiction"},
           Wrong{wording_with("jurisdictions", "['England']"), "'England' is no jurisdiction"},
           Wrong{wording_with("jurisdictions", "['GB-']"), "'GB-' is no jurisdiction"},
           Wrong{wording_with("jurisdictions", "['FR', 'GB']"), "'toxin' has another wording in GB already"},
           Wrong{wording_with("treatment", "'laser'"), "no treatment 'laser'"},
           Wrong{wording_with("names", "{ de = 'Gespräch' }"), "no English name"},
           Wrong{wording_with("names", "{ en = 'Peel' }"), "a word may mean one entry"},
           Wrong{wording_with("summary", ""), "'summary' is missing"},
           Wrong{wording_with("source", "'hearsay'"), "no source 'hearsay'"},
           Wrong{wording_with("review_date", "'today'"), "'today' is not a date"},
           Wrong{wording_with("", "") + "grade = 'A'\n", "unknown key 'grade'"},
       }) {
    EXPECT_THAT(refusal(text), HasSubstr(reason)) << text;
    EXPECT_THAT(refusal(text), StartsWith("file-")) << text;
  }
}

}  // namespace
}  // namespace nearme
