#include "search/understand/question_reader.hpp"

#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

/// Words and postcodes that the sites of the tests know.
class FixedWords final : public KnownWords {
 public:
  [[nodiscard]] bool has_word(std::string_view folded) const override { return kWords.contains(std::string{folded}); }
  [[nodiscard]] std::vector<LatLon> postcode(std::string_view key) const override {
    if (key != "ls14ap" && key != "ls1") return {};
    return {*LatLon::make({.lat = 53.797, .lon = -1.548})};
  }

 private:
  const std::set<std::string> kWords{"alpha", "patel", "dr", "harley", "street", "skin"};
};

Question read(std::string_view text) {
  static const PhraseBook phrases{real_catalogue()};
  static const FixedWords known;
  return QuestionReader{phrases, small_gazetteer(), known}.read(text);
}

/// A question in one line: concepts, @place, ~position, #postcode, me, open, "words".
std::string reading_of(std::string_view text) {
  const auto question = read(text);
  std::string reading;
  const auto add = [&](const std::string& part) { reading += (reading.empty() ? "" : " ") + part; };
  for (const auto& meaning : question.concepts) add(meaning.id);
  if (!question.places.empty()) {
    const auto& locality = question.places.front().locality;
    add("@" + std::string{locality.name} + "," + std::string{locality.country});
  }
  if (question.position) add("~position");
  if (!question.postcodes.empty()) add("#" + question.postcodes.front().written);
  for (const auto& area : question.areas) add("%" + std::string{area.code});
  if (question.near_me) add("me");
  if (question.open_now) add("open");
  if (!question.text.empty()) add("\"" + question.text + "\"");
  return reading;
}

TEST(Question, NothingIsReadOutOfNothing) {
  for (const auto* text : {"", "   ", ",,,", "\xff\xfe", "💆"}) EXPECT_TRUE(read(text).concepts.empty()) << text;
  EXPECT_EQ(reading_of(""), "");
}

TEST(Question, IsReadAsAPersonMeansIt) {
  const std::vector<std::pair<std::string, std::string>> readings{
      {"micro-needling near Leeds", "micro-needling @Leeds,GB"},
      {"microneedling leeds", "micro-needling @Leeds,GB"},
      {"Micro Needling in leeds, AL", "micro-needling @Leeds,US"},
      {"facial Leeds AL", "facial @Leeds,US"},
      {"patel gb", "\"patel gb\""},
      {"acne scars nr york", "acne-scars @York,GB"},
      {"chemical peel near Peel", "chemical-peel @Peel,IM"},
      {"micro needling Newcastle upon Tyne", "micro-needling @Newcastle upon Tyne,GB"},
      {"micro-needling Paris, Texas", "micro-needling @Paris,US"},
      {"dermatologist in Zurich", "dermatology @Zürich,CH"},
      {"skin needling LS1", "micro-needling #LS1"},
      {"skin needling ls1 4ap", "micro-needling #LS1 4AP"},
      {"micro-needling near me", "micro-needling me"},
      {"micro-needling around 51.5,-0.12", "micro-needling ~position"},
      {"mirconeedling for acne scars nr Leeds open now", "acne-scars micro-needling @Leeds,GB open"},
      {"chemcal peel near york", "chemical-peel @York,GB"},
      {"facial open near Leeds", "facial @Leeds,GB open"},
      {"facial near Leeds open saturday", "facial @Leeds,GB \"open saturday\""},
      {"dr patel harley street", "\"dr patel harley street\""},
      {"leeds", "@Leeds,GB"},
      {"facial bath", "facial @Bath,GB"},
  };
  for (const auto& [text, reading] : readings) EXPECT_EQ(reading_of(text), reading) << text;
}

TEST(Question, NeverMergesWhatMustNotBeMerged) {
  EXPECT_EQ(reading_of("rf micro-needling"), "rf-micro-needling");
  EXPECT_EQ(reading_of("microblading"), "microblading");
  EXPECT_EQ(reading_of("mesotherapy"), "mesotherapy");
}

TEST(Question, EveryPieceSaysWhichCharactersItCameFrom) {
  constexpr std::string_view kText = "Micro-needling  near LEEDS";
  for (const auto& piece : read(kText).pieces) {
    ASSERT_LE(piece.end, kText.size());
    if (piece.meaning == "treatment") {
      EXPECT_EQ(kText.substr(piece.begin, piece.end - piece.begin), "Micro-needling");
    }
    if (piece.meaning == "place") {
      EXPECT_EQ(kText.substr(piece.begin, piece.end - piece.begin), "LEEDS");
    }
  }
  EXPECT_EQ(read(kText).pieces.size(), 3U);
}

TEST(Question, AWordOfASitesNameIsNoTypo) {
  // "skin" is one edit from nothing in the catalogue; "patel" must not become "peel".
  EXPECT_TRUE(read("patel").corrections.empty());
}

}  // namespace
}  // namespace nearme
