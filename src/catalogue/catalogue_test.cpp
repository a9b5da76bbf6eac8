#include "catalogue/catalogue.hpp"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "catalogue/testing/catalogue_texts.hpp"

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

constexpr auto kSmall = R"(
[[source]]
id = "trial"
name = "A trial"
url = "https://example.org/trial"
grade = "B"

[[treatment]]
id = "micro-needling"
names = { en = "Micro-needling", de = "Microneedling" }
synonyms = ["skin needling"]
not_the_same = ["prp"]
summary = "Needles."

[[treatment]]
id = "prp"
names = { en = "Platelet-rich plasma", "de-AT" = "Eigenplasma" }
summary = "Plasma."

[[concern]]
id = "acne-scars"
names = { en = "Acne scars" }
summary = "Scars."
[[concern.treatment]]
id = "prp"
strength = 0.3
source = "trial"
[[concern.treatment]]
id = "micro-needling"
strength = 0.9
source = "trial"

[[kind]]
id = "clinic"
names = { en = "Clinic" }
osm = ["healthcare=clinic"]
may_offer = ["prp"]
)";

constexpr auto kGuide = R"(
[[guide]]
treatment = "prp"
lead = "What it is."
review_date = "2026-11-22"
[[guide.section]]
id = "risks"
title = "Risks"
[[guide.section.statement]]
text = "It may hurt."
source = "trial"
)";

std::string refusal(const std::string& text) { return refusal_of({kSmall, text}); }

TEST(Catalogue, NoFilesMakeAnEmptyCatalogue) {
  const auto empty = *Catalogue::load({});
  EXPECT_TRUE(empty.treatments().empty());
  EXPECT_EQ(empty.treatment_called(""), nullptr);
  EXPECT_EQ(empty.find(KindId("clinic")), nullptr);
}

TEST(Catalogue, KeepsTheOrderOfTheFiles) {
  const auto catalogue = *load_texts({kSmall});
  ASSERT_EQ(catalogue.treatments().size(), 2U);
  EXPECT_EQ(catalogue.treatments()[0].id, TreatmentId("micro-needling"));
}

TEST(Catalogue, AnyFileOrderGivesTheSameReferences) {
  EXPECT_EQ(load_texts({kGuide, kSmall})->find(TreatmentId("prp"))->guide->lead, "What it is.");
}

TEST(Catalogue, AWordIsFoundHoweverItIsWritten) {
  const auto catalogue = *load_texts({kSmall});
  for (const auto* words : {"Micro Needling", "MICRONEEDLING", "micro-needling", "Skin-needling", "skinneedling"}) {
    ASSERT_NE(catalogue.treatment_called(words), nullptr) << words;
    EXPECT_EQ(catalogue.treatment_called(words)->id, TreatmentId("micro-needling"));
  }
  EXPECT_EQ(catalogue.concern_called("ACNE SCARS")->id, ConcernId("acne-scars"));
  EXPECT_EQ(catalogue.kind_called("clinic")->id, KindId("clinic"));
}

TEST(Catalogue, WordsOfOneTableSayNothingInAnother) {
  const auto catalogue = *load_texts({kSmall});
  EXPECT_EQ(catalogue.treatment_called("clinic"), nullptr);
  EXPECT_EQ(catalogue.kind_called("prp"), nullptr);
}

TEST(Catalogue, TheStrongestTreatmentOfAConcernComesFirst) {
  const auto catalogue = *load_texts({kSmall});
  const auto& links = catalogue.concerns()[0].treatments;
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].treatment, TreatmentId("micro-needling"));
  EXPECT_EQ(links[0].source, "A trial");
}

TEST(Catalogue, AStatementBringsItsSourceWithGradeAndAddress) {
  const auto catalogue = *load_texts({kSmall, kGuide});
  const auto& statement = catalogue.find(TreatmentId("prp"))->guide->sections[0].statements[0];
  EXPECT_EQ(statement.source, "A trial");
  EXPECT_EQ(statement.url, "https://example.org/trial");
  EXPECT_EQ(statement.grade, 'B');
}

TEST(Catalogue, ALaterFileOverridesOnlyWhatItStates) {
  const auto catalogue = *load_texts({kSmall, R"(
[[treatment]]
id = "micro-needling"
names = { fr = "Microneedling", de = "Nadelung" }
)"});
  const auto* changed = catalogue.find(TreatmentId("micro-needling"));
  EXPECT_EQ(changed->names.at("en"), "Micro-needling");
  EXPECT_EQ(changed->names.at("de"), "Nadelung");
  EXPECT_EQ(changed->names.at("fr"), "Microneedling");
  EXPECT_THAT(changed->synonyms, ElementsAre("skin needling"));
  EXPECT_EQ(catalogue.treatments().size(), 2U);
}

TEST(Catalogue, ALaterFileReplacesALinkListAndAGuideWhole) {
  const auto catalogue = *load_texts({kSmall, kGuide, R"(
[[concern]]
id = "acne-scars"
treatment = []
[[guide]]
treatment = "prp"
lead = "Ours."
review_date = "2026-01-01"
)"});
  EXPECT_TRUE(catalogue.concerns()[0].treatments.empty());
  EXPECT_EQ(catalogue.find(TreatmentId("prp"))->guide->lead, "Ours.");
  EXPECT_TRUE(catalogue.find(TreatmentId("prp"))->guide->sections.empty());
}

TEST(Catalogue, ARefusalBeginsWithFileAndLine) {
  EXPECT_THAT(refusal("\n\n[[treatment]]\nid = 'Peel'\n"), StartsWith("file-1:3: "));
  EXPECT_THAT(refusal("[[kind]]\nid = 'clinic'\n\ncolour = 'red'\n"), StartsWith("file-1:4: unknown key 'colour'"));
  EXPECT_THAT(refusal("[[kind]]\n= 1\n"), StartsWith("file-1:2: "));
}

struct Wrong {
  const char* text;
  const char* reason;
};

TEST(Catalogue, RefusesEveryMistakeWithItsReason) {
  for (const auto& [text, reason] : {
           Wrong{"[[treatment]]\nid = 'Laser_Peel'", "kebab case"},
           Wrong{"[[treatment]]\nsummary = 'No id.'", "'id' is missing"},
           Wrong{"[[treatment]]\nid = 'peel'\nsummary = 'A peel.'", "no English name"},
           Wrong{"[[treatment]]\nid = 'peel'\nnames = { en = 'Peel' }", "no summary"},
           Wrong{"[[treatment]]\nid = 'peel'\nnames = 'Peel'", "wants a table"},
           Wrong{"[[treatment]]\nid = 'peel'\nnames = { en = '' }", "not empty"},
           Wrong{"[[treatment]]\nid = 'peel'\nsynonyms = 'peeling'", "wants a list"},
           Wrong{"[[treatment]]\nid = 'peel'\nsynonyms = [1]", "quotation marks"},
           Wrong{"[[treatment]]\nid = 'prp'\n[[treatment]]\nid = 'prp'", "already in this file"},
           Wrong{"[[treatment]]\nid = 'prp'\nsynonyms = ['Skin Needling']", "a word may mean one entry"},
           Wrong{"[[treatment]]\nid = 'prp'\nsynonyms = ['micro needling']", "marked as not the same"},
           Wrong{"[[treatment]]\nid = 'prp'\nsynonyms = ['...']", "neither letter nor digit"},
           Wrong{"[[treatment]]\nid = 'prp'\nnot_the_same = ['prp']", "itself"},
           Wrong{"[[treatment]]\nid = 'prp'\nnot_the_same = ['peel']", "'peel', which does not exist"},
           Wrong{"[treatment]\nid = 'prp'", "[[treatment]]"},
           Wrong{"treatment = [1]", "[[treatment]]"},
           Wrong{"[[treatments]]\nid = 'prp'", "unknown key 'treatments'"},
           Wrong{"[[concern]]\nid = 'acne-scars'\ntreatment = [{ id = 'peel', strength = 1, source = 'trial' }]",
                 "'peel', which does not exist"},
           Wrong{"[[concern]]\nid = 'acne-scars'\ntreatment = [{ id = 'prp', strength = 1.1, source = 'trial' }]",
                 "from 0 to 1"},
           Wrong{"[[concern]]\nid = 'acne-scars'\ntreatment = [{ id = 'prp', strength = nan, source = 'trial' }]",
                 "from 0 to 1"},
           Wrong{"[[concern]]\nid = 'acne-scars'\ntreatment = [{ id = 'prp', source = 'trial' }]", "from 0 to 1"},
           Wrong{"[[concern]]\nid = 'acne-scars'\ntreatment = [{ id = 'prp', strength = 1, source = 'hearsay' }]",
                 "no source 'hearsay'"},
           Wrong{"[[kind]]\nid = 'clinic'\nosm = ['healthcare']", "'healthcare' is no rule"},
           Wrong{"[[kind]]\nid = 'clinic'\nosm = ['healthcare=no']", "is no rule"},
           Wrong{"[[kind]]\nid = 'clinic'\nmay_offer = ['peel']", "'peel', which does not exist"},
           Wrong{"[[source]]\nid = 'x'\nname = 'X'\ngrade = 'E'", "none of A, B, C, D"},
           Wrong{"[[source]]\nid = 'x'\nname = 'X'", "'grade' is missing"},
           Wrong{"[[guide]]\ntreatment = 'peel'\nlead = 'x'\nreview_date = '2026-01-01'", "no treatment 'peel'"},
           Wrong{"[[guide]]\ntreatment = 'prp'\nlead = 'x'\nreview_date = 'today'", "'today' is not a date"},
           Wrong{"[[guide]]\ntreatment = 'prp'\nreview_date = '2026-01-01'", "'lead' is missing"},
       }) {
    EXPECT_THAT(refusal(text), HasSubstr(reason)) << text;
  }
}

std::string guide_with_sections(const std::string& sections) {
  return "[[source]]\nid = 'blog'\nname = 'A blog'\ngrade = 'D'\n"
         "[[guide]]\ntreatment = 'prp'\nlead = 'x'\nreview_date = '2026-01-01'\n" +
         sections;
}

TEST(Catalogue, ASourceOfGradeDMayNotSayNotNow) {
  const std::string statement = "title = 'T'\n[[guide.section.statement]]\ntext = 'You are ill.'\nsource = 'blog'\n";
  EXPECT_THAT(refusal(guide_with_sections("[[guide.section]]\nid = 'not-now'\n" + statement)), HasSubstr("ask-first"));
  EXPECT_TRUE(load_texts({kSmall, guide_with_sections("[[guide.section]]\nid = 'ask-first'\n" + statement)}));
}

TEST(Catalogue, AGuideNeedsStatementsAndHasEachSectionOnce) {
  const std::string section = "[[guide.section]]\nid = 'risks'\ntitle = 'Risks'\n";
  EXPECT_THAT(refusal(guide_with_sections(section)), HasSubstr("at least one"));
  const auto full = section + "[[guide.section.statement]]\ntext = 'x'\nsource = 'blog'\n";
  EXPECT_THAT(refusal(guide_with_sections(full + full)), HasSubstr("already in this guide"));
}

TEST(NameOf, FallsBackFromDialectToLanguageToEnglish) {
  const std::map<std::string, std::string> names{{"en", "Clinic"}, {"de", "Praxis"}, {"de-AT", "Ordination"}};
  EXPECT_EQ(name_of(names, "de-AT"), "Ordination");
  EXPECT_EQ(name_of(names, "de-CH"), "Praxis");
  EXPECT_EQ(name_of(names, "fr"), "Clinic");
  EXPECT_EQ(name_of(names, ""), "Clinic");
  EXPECT_EQ(name_of({}, "en"), "");
}

}  // namespace
}  // namespace nearme
