#include <algorithm>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/testing/shipped_catalogue.hpp"
#include "catalogue/words.hpp"

// What nearme tells a searcher: the guides, the rules of suitability and the wording by jurisdiction that it ships
// with.

namespace nearme {
namespace {

std::set<std::string> section_ids(const Guide& guide) {
  std::set<std::string> ids;
  for (const auto& section : guide.sections) ids.insert(section.id);
  return ids;
}

const Guide& guide_of(const char* treatment) { return shipped_catalogue().find(TreatmentId(treatment))->guide.value(); }

TEST(ShippedGuides, StandForEveryTreatmentWithTheirMainSections) {
  for (const auto& treatment : shipped_catalogue().treatments()) {
    ASSERT_TRUE(treatment.guide) << treatment.id.text() << " has no guide";
    const auto ids = section_ids(*treatment.guide);
    for (const auto* id :
         {"what", "happens", "uses", "sessions", "recovery", "aftercare", "risks", "alternatives", "questions"}) {
      EXPECT_TRUE(ids.contains(id)) << treatment.id.text() << " has no section " << id;
    }
  }
  EXPECT_GE(shipped_catalogue().treatments().size(), 41U);
}

TEST(ShippedGuides, SayOfEveryTreatmentForWhomItIsNotOrWhoShouldAskFirst) {
  for (const auto& treatment : shipped_catalogue().treatments()) {
    const auto ids = section_ids(*treatment.guide);
    EXPECT_TRUE(ids.contains("not-now") || ids.contains("ask-first")) << treatment.id.text();
  }
}

TEST(ShippedGuides, MicroNeedlingIsToldInFull) {
  const auto ids = section_ids(guide_of("micro-needling"));
  for (const auto* id : {"evidence", "sessions", "recovery", "aftercare", "not-now", "ask-first", "home-rollers",
                         "differences", "rules", "alternatives"}) {
    EXPECT_TRUE(ids.contains(id)) << id;
  }
}

TEST(ShippedGuides, NoClinicianIsNamedWhoHasNotSigned) {
  for (const auto& treatment : shipped_catalogue().treatments()) {
    EXPECT_EQ(treatment.guide->reviewed_by, "") << treatment.id.text();
  }
  for (const auto& rule : shipped_catalogue().suitability().rules) EXPECT_EQ(rule.reviewed_by, "") << rule.id;
}

TEST(ShippedGuides, SpeakCalmly) {
  for (const auto& treatment : shipped_catalogue().treatments()) {
    for (const auto& section : treatment.guide->sections) {
      for (const auto& statement : section.statements) {
        EXPECT_EQ(statement.text.find('!'), std::string::npos) << statement.text;
        EXPECT_EQ(statement.text.find(" best"), std::string::npos) << statement.text;
        EXPECT_LT(statement.text.size(), 330U) << "too long to read in one go: " << statement.text;
      }
    }
  }
}

TEST(ShippedGuides, SayNothingTwiceInOneSection) {
  for (const auto& treatment : shipped_catalogue().treatments()) {
    for (const auto& section : treatment.guide->sections) {
      std::set<std::string> said;
      for (const auto& statement : section.statements) {
        EXPECT_TRUE(said.insert(statement.text).second) << treatment.id.text() << ": " << statement.text;
      }
    }
  }
}

TEST(ShippedGuides, EachReasonAgainstIsAConditionOfTheReader) {
  for (const auto& treatment : shipped_catalogue().treatments()) {
    for (const auto& section : treatment.guide->sections) {
      if (section.id != "not-now" && section.id != "ask-first") continue;
      for (const auto& statement : section.statements) {
        EXPECT_THAT(statement.text, testing::MatchesRegex("(You|Your|It would|The scar|A mole) .*"));
      }
    }
  }
}

/// What the rules say of a treatment when a question is answered so that its rules apply; by the gravest of them.
Outcome outcome_of(const char* treatment, std::string_view question) {
  auto outcome = Outcome::nothing_known_against;
  for (const auto* rule : shipped_catalogue().suitability().rules_for(TreatmentId(treatment))) {
    if (rule->question == question) outcome = std::max(outcome, rule->outcome);
  }
  return outcome;
}

TEST(ShippedSuitability, MicroNeedlingWaitsForWoundsAcneAndSevereSkinConditions) {
  for (const auto* question : {"open-wound", "active-acne", "severe-skin-condition", "skin-infection", "pregnant",
                               "isotretinoin", "skin-cancer", "bleeding-disorder", "steel-or-numbing-allergy"}) {
    EXPECT_EQ(outcome_of("micro-needling", question), Outcome::not_now) << question;
  }
}

TEST(ShippedSuitability, WhatClinicsAloneSayOfMicroNeedlingIsToAsk) {
  for (const auto* question : {"cold-sores", "warts", "rosacea", "keloid", "blood-thinner", "weak-immune-system",
                               "cancer-treatment", "diabetes", "recent-treatment"}) {
    EXPECT_EQ(outcome_of("micro-needling", question), Outcome::ask_first) << question;
  }
  EXPECT_EQ(outcome_of("micro-needling", "shaved-legs"), Outcome::nothing_known_against);
}

TEST(ShippedSuitability, NoQuestionIsAskedInVain) {
  const auto& suitability = shipped_catalogue().suitability();
  for (const auto& question : suitability.questions) {
    EXPECT_GT(std::ranges::count(suitability.rules, question.id, &SuitabilityRule::question), 0) << question.id;
    EXPECT_EQ(question.text.back(), '?') << question.id;
    EXPECT_FALSE(question.help.empty()) << question.id;
  }
}

TEST(ShippedSuitability, EveryTreatmentOfWhichTheSourcesWarnIsCovered) {
  for (const auto* treatment : {"micro-needling", "rf-micro-needling", "prp", "chemical-peel", "laser-resurfacing",
                                "dermabrasion", "microdermabrasion", "hydradermabrasion", "led-light-therapy",
                                "dermal-filler", "botulinum-toxin", "subcision", "tca-cross", "punch-excision"}) {
    EXPECT_FALSE(shipped_catalogue().suitability().rules_for(TreatmentId(treatment)).empty()) << treatment;
  }
}

TEST(ShippedWording, BritainSeesAConsultationAndFindsItByItsBrand) {
  const auto shown = shipped_catalogue().shown_in("GB");
  const auto* found = shown.treatment_called("botox");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(name_of(found->names), "Consultation for lines and wrinkles");
  EXPECT_EQ(shown.treatment_called("consultation for lines and wrinkles"), found);
  EXPECT_EQ(name_of(shipped_catalogue().shown_in("US").find(found->id)->names), "Botulinum toxin");
}

/// All that pages show of a catalogue, one text a line.
std::vector<std::string> texts_shown(const Catalogue& catalogue) {
  std::vector<std::string> texts;
  for (const auto& treatment : catalogue.treatments()) {
    for (const auto& [language, name] : treatment.names) texts.push_back(name);
    texts.insert(texts.end(), treatment.synonyms.begin(), treatment.synonyms.end());
    texts.push_back(treatment.summary);
    for (const auto& text : {treatment.guide->lead, treatment.guide->sessions}) texts.push_back(text);
    for (const auto& section : treatment.guide->sections) {
      for (const auto& statement : section.statements) texts.insert(texts.end(), {statement.text, statement.source});
    }
  }
  for (const auto& concern : catalogue.concerns()) {
    texts.push_back(concern.summary);
    for (const auto& link : concern.treatments) texts.push_back(link.source);
  }
  for (const auto& question : catalogue.suitability().questions) {
    texts.insert(texts.end(), {question.text, question.statement, question.help});
  }
  return texts;
}

TEST(ShippedWording, HidesTheMedicineAndItsBrandsFromAllThatIsShown) {
  for (const auto* jurisdiction : {"GB", "IE", "DE"}) {
    const auto shown = shipped_catalogue().shown_in(jurisdiction);
    const auto* wording = shown.wording_for(jurisdiction, TreatmentId("botulinum-toxin"));
    ASSERT_NE(wording, nullptr);
    ASSERT_FALSE(wording->hides.empty());
    for (const auto& text : texts_shown(shown)) {
      for (const auto& word : wording->hides) {
        EXPECT_EQ(squash(text).find(squash(word)), std::string::npos) << jurisdiction << " shows: " << text;
      }
    }
  }
}

TEST(ShippedWording, HidesEveryBrandThatIsUnderstood) {
  const auto& hides = shipped_catalogue().wording_for("GB", TreatmentId("botulinum-toxin"))->hides;
  for (const auto* brand : {"botox", "dysport", "azzalure", "bocouture", "xeomin", "jeuveau"}) {
    EXPECT_THAT(hides, testing::Contains(brand));
    EXPECT_NE(shipped_catalogue().treatment_called(brand), nullptr) << brand;
  }
}

}  // namespace
}  // namespace nearme
