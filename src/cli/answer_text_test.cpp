#include "cli/answer_text.hpp"

#include <sstream>

#include <gtest/gtest.h>

#include "catalogue/catalogue_files.hpp"

namespace nearme {
namespace {

const Instant kNow = *parse_instant("2026-11-23T10:00:00Z");

const Catalogue& catalogue() {
  static const Catalogue loaded = *Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue"));
  return loaded;
}

constexpr std::string_view kAlpha =
    R"({"id":"a","name":"Alpha Skin Clinic","lat":53.8,"lon":-1.55,"address":{"street":"1 Park Row","city":"Leeds"},"kinds":[],)"
    R"("offers":[{"treatment":"micro-needling","price":120,"currency":"GBP"}],"evidence":{"level":"confirmed","claims":)"
    R"([{"claim":"registration","state":"confirmed","checked_by":"GMC","checked_at":"2026-11-01"}]},"url":"/sites/a"})";

SearchAnswer answer_with(Match match) {
  SearchAnswer answer;
  answer.understood.treatments = {TreatmentId{"micro-needling"}};
  answer.understood.place = AskedPlace{
      .name = "Leeds", .region = "England", .country = "GB", .position = *LatLon::make({.lat = 53.8, .lon = -1.5})};
  answer.total = 1;
  answer.results = {{.ready_json = kAlpha,
                     .distance = Metres{1234},
                     .direction = "NE",
                     .open = {.state = OpenState::open, .until = *parse_instant("2026-11-23T18:00:00Z")},
                     .time_zone = "Europe/London",
                     .match = match}};
  return answer;
}

std::string text_of(const SearchAnswer& answer, const char* jurisdiction = "") {
  return answer_text(answer, catalogue(), Terminal::of_output(), {.now = kNow, .jurisdiction = jurisdiction});
}

TEST(AnswerText, SaysWhatWasFoundWhereForHowMuch) {
  const auto text = text_of(answer_with(Match::offers));
  for (const auto* part : {"Micro-needling near Leeds, England", "1 site", "Alpha Skin Clinic", "1.2 km NE", "£120",
                           "Open until 18:00", "GMC", "1 Park Row, Leeds"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part << " is missing in\n" << text;
  }
}

TEST(AnswerText, FitsEightyColumns) {
  std::istringstream lines{text_of(answer_with(Match::offers))};
  for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), 80U) << line;
}

TEST(AnswerText, WhatOnlyMayBeOfferedIsMarked) {
  EXPECT_NE(text_of(answer_with(Match::may_offer)).find("May offer it: ask"), std::string::npos);
}

TEST(AnswerText, WhereTheLawBarsItsNameAMedicineIsAConsultation) {
  auto answer = answer_with(Match::offers);
  answer.understood.treatments = {TreatmentId{"botulinum-toxin"}};
  answer.understood.corrections = {{.from = "bottox", .to = "botox"}};
  const auto offers = [](const std::string& country) {
    return R"({"id":"a","name":"Alpha","address":{"country":")" + country +
           R"("},"offers":[{"treatment":"botulinum-toxin"}]})";
  };
  const auto british = offers("GB");
  answer.results.front().ready_json = british;
  const auto text = text_of(answer);
  EXPECT_NE(text.find("Consultation for lines and wrinkles near Leeds"), std::string::npos) << text;
  EXPECT_EQ(text.find("otulinum"), std::string::npos) << text;
  EXPECT_EQ(text.find("botox"), std::string::npos) << text;
  const auto american = offers("US");
  answer.results.front().ready_json = american;
  answer.understood.place.reset();
  EXPECT_NE(text_of(answer).find("Botulinum toxin"), std::string::npos);
}

TEST(AnswerText, TheOperatorsChoiceOfALawGoesBeforeThatOfThePlace) {
  auto answer = answer_with(Match::offers);
  answer.understood.treatments = {TreatmentId{"botulinum-toxin"}};
  answer.results.front().ready_json =
      R"({"id":"a","name":"Botox Bar","address":{"country":"US"},"offers":[{"treatment":"botulinum-toxin"}]})";
  answer.understood.place.reset();
  EXPECT_NE(text_of(answer).find("Botox Bar"), std::string::npos);
  const auto british = text_of(answer, "GB");
  EXPECT_NE(british.find("Consultation for lines and wrinkles"), std::string::npos) << british;
  EXPECT_NE(british.find("… Bar"), std::string::npos) << british;
  EXPECT_EQ(british.find("otulinum"), std::string::npos) << british;
  EXPECT_EQ(british.find("otox"), std::string::npos) << british;
}

TEST(AnswerText, BesideWhatIsConfirmedStandsTheWeakestPoint) {
  const auto text = text_of(answer_with(Match::offers));
  EXPECT_NE(text.find("✓ "), std::string::npos) << text;
  EXPECT_NE(text.find("Licence of the premises: not checked"), std::string::npos) << text;
}

TEST(AnswerText, EvidenceOfAnotherTreatmentIsNoneForTheOneAskedFor) {
  auto answer = answer_with(Match::offers);
  const auto with_licence_for = [](const std::string& treatment) {
    return R"({"id":"a","name":"Alpha","offers":[{"treatment":"micro-needling"}],"evidence":{"level":"confirmed","claims":)"
           R"([{"claim":"licence","treatment":")" +
           treatment + R"(","state":"confirmed","checked_by":"Council","checked_at":"2026-11-01","of":"site"}]}})";
  };
  const auto same = with_licence_for("micro-needling");
  answer.results.front().ready_json = same;
  const auto text = text_of(answer);
  EXPECT_NE(text.find("✓ Licence of the premises · for micro-needling only, confirmed\n      by Council, 2026-11-01"),
            std::string::npos)
      << text;
  const auto other = with_licence_for("prp");
  answer.results.front().ready_json = other;
  EXPECT_NE(text_of(answer).find("Nothing checked yet"), std::string::npos) << text_of(answer);
  answer.understood.treatments.clear();
  EXPECT_NE(text_of(answer).find("for platelet-rich plasma (PRP) only, confirmed"), std::string::npos);
}

/// The answer with one site, whose evidence is of this level and this one claim.
std::string text_with_claim(const std::string& level, const std::string& claim) {
  const std::string record =
      R"({"id":"a","name":"Alpha","offers":[{"treatment":"micro-needling"}],"evidence":{"level":")" + level +
      R"(","claims":[)" + claim + "]}}";
  auto answer = answer_with(Match::offers);
  answer.results.front().ready_json = record;
  return text_of(answer);
}

TEST(AnswerText, WhatAnInspectionContradictsIsAWarningWithinEightyColumns) {
  const auto text = text_with_claim(
      "none",
      R"({"claim":"single-use-sterile","treatment":"micro-needling","state":"contradicted","checked_by":"Council",)"
      R"("checked_at":"2026-11-01","of":"site"})");
  EXPECT_NE(
      text.find("! Sterile single-use needles · for micro-needling only, contradicted\n      by Council, 2026-11-01"),
      std::string::npos)
      << text;
  EXPECT_EQ(text.find("Nothing checked yet"), std::string::npos) << text;
}

TEST(AnswerText, ACheckOfLongAgoIsToldWithItsDayAndWithoutATick) {
  const auto text = text_with_claim(
      "declared",
      R"({"claim":"licence","state":"confirmed","checked_by":"Council","checked_at":"2024-03-02","of":"site"})");
  EXPECT_NE(text.find("Licence of the premises confirmed by Council, 2024-03-02"), std::string::npos) << text;
  EXPECT_EQ(text.find("✓"), std::string::npos) << text;
}

TEST(AnswerText, ARefutedExclusionIsNoWarning) {
  const auto text = text_with_claim(
      "none",
      R"({"claim":"exclusion","state":"contradicted","checked_by":"GMC","checked_at":"2026-11-01","of":"Anna"})");
  EXPECT_EQ(text.find("! "), std::string::npos) << text;
  EXPECT_NE(text.find("Nothing checked yet"), std::string::npos) << text;
}

TEST(AnswerText, AnEmptyAnswerSaysSo) { EXPECT_NE(text_of(SearchAnswer{}).find("Nothing found"), std::string::npos); }

TEST(AnswerText, IsPlainWhenItDoesNotGoToATerminal) {
  EXPECT_EQ(text_of(answer_with(Match::offers)).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace nearme
