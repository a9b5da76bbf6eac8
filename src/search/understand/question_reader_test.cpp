#include "search/understand/question_reader.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "search/testing/small_world.hpp"
#include "search/understand/read_place.hpp"

namespace nearme {
namespace {

/// Words and postcodes that the sites of the tests know.
class FixedWords final : public KnownWords {
 public:
  [[nodiscard]] bool has_word(std::string_view folded) const override { return kWords.contains(std::string{folded}); }
  [[nodiscard]] bool has_words_together(const std::vector<std::string>& folded) const override {
    return std::ranges::all_of(folded, [&](const auto& word) { return has_word(word); });
  }
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
  if (question.opening) add("open:" + question.opening->words);
  if (question.radius) add(fmt::format("within:{:.2f}", question.radius->kilometres()));
  if (question.price.least_hundredths)
    add(fmt::format(">={}{}", *question.price.least_hundredths / 100, question.price.currency));
  if (question.price.most_hundredths)
    add(fmt::format("<={}{}", *question.price.most_hundredths / 100, question.price.currency));
  for (const auto& language : question.languages) add("lang:" + language);
  if (question.only_confirmed) add("confirmed");
  if (question.only_insured) add("insured");
  if (question.only_wheelchair) add("wheelchair");
  if (question.sort) add("sort:" + std::string{to_string(*question.sort)});
  for (const auto& meaning : question.unwanted) add("-" + meaning.id);
  if (!question.hints.empty()) add("hint");
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
      {"mirconeedling for acne scars nr Leeds open now", "acne-scars micro-needling @Leeds,GB open:now"},
      {"chemcal peel near york", "chemical-peel @York,GB"},
      {"facial open near Leeds", "facial @Leeds,GB open:now"},
      {"facial near Leeds open saturday", "facial @Leeds,GB open:saturday"},
      {"dr patel harley street", "\"dr patel harley street\""},
      {"leeds", "@Leeds,GB"},
      {"facial bath", "facial @Bath,GB"},
      {"laser or peel near york", "laser chemical-peel @York,GB"},
      {"cheapest facial within 5 miles of Leeds", "facial @Leeds,GB within:8.05 sort:price"},
      {"facial 5km from Leeds", "facial @Leeds,GB within:5.00"},
      {"facial walking distance Leeds", "facial @Leeds,GB within:1.60"},
      {"facial within 30 min of Leeds", "facial @Leeds,GB hint"},
      {"facial leeds under £150", "facial @Leeds,GB <=150GBP"},
      {"facial leeds max 100 euros", "facial @Leeds,GB <=100EUR"},
      {"facial leeds between 50 and 100", "facial @Leeds,GB >=50 <=100"},
      {"facial under eye leeds", "facial @Leeds,GB"},
      {"facial leeds tomorrow at 18:00", "facial @Leeds,GB open:tomorrow 18:00"},
      {"facial leeds after 6pm", "facial @Leeds,GB open:after 18:00"},
      {"facial leeds weekend", "facial @Leeds,GB open:weekend"},
      {"Apotheke Berlin am Sonntag offen", "pharmacy @Berlin,DE open:sunday"},
      {"pharmacie ouverte maintenant Paris", "pharmacy @Paris,FR open:now"},
      {"farmacia abierta el domingo Paris", "pharmacy @Paris,FR open:sunday"},
      {"apteka otwarta w sobotę Berlin", "pharmacy @Berlin,DE open:saturday"},
      {"polish speaking dentist leeds", "dentist @Leeds,GB lang:pl"},
      {"polish dentist leeds", "dentist @Leeds,GB lang:pl"},
      {"dentysta po polsku leeds", "dentist @Leeds,GB lang:pl"},
      {"verified insured facial leeds", "facial @Leeds,GB confirmed insured"},
      {"facial leeds wheelchair access", "facial @Leeds,GB wheelchair"},
      {"wrinkles without botox leeds", "wrinkles @Leeds,GB -botulinum-toxin"},
      {"Falten ohne Botox Berlin", "wrinkles @Berlin,DE -botulinum-toxin"},
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

TEST(Question, TakesAnythingThatCanBeTyped) {
  std::string emoji;
  std::string near;
  for (int i = 0; i < 2'000; ++i) {
    emoji += "💆";
    near += "near abcd ";
  }
  for (const auto& text : {emoji, near, std::string(10'000, 'a'), std::string{"\0\x01\x1b[31m facial", 14},
                           std::string{"عيادة جلدية ليدز"}, std::string{"\u202Efacial sdeel\u202C"},
                           std::string{"'; DROP TABLE sites; --"}, std::string{"\xff\xfe\xc3 facial"}}) {
    for (const auto& piece : read(text).pieces) {
      EXPECT_LE(piece.begin, piece.end);
      EXPECT_LE(piece.end, text.size());
    }
  }
}

/// Counts how often the gazetteer is asked, through what the reader of places says of itself.
TEST(PlaceReader, AsksABoundedNumberOfTimesWhateverTheQuestion) {
  static const FixedWords known;
  static const PhraseBook phrases{real_catalogue()};
  for (const std::string part : {"near abcd ", "in abcde fghij klmno ", "a ", "in in in ", "leds yrok bthh "}) {
    std::string text;
    while (text.size() < 1'000) text += part;
    QuestionWords words{text};
    EXPECT_LE(words.size(), QuestionWords::kMostWords);
    PlaceReader place{words, small_gazetteer(), known};
    place.read_announced();
    place.read_long_name();
    place.read_misspelt_announced(phrases);
    place.read_bare();
    place.read_misspelt_bare();
    EXPECT_LE(place.look_ups(), PlaceReader::kMostLookUps) << part;
    EXPECT_LE(place.spellings(), PlaceReader::kMostSpellings) << part;
  }
}

TEST(Question, WordsBehindTheLastThatIsReadAreSpokenOf) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "word ";
  ASSERT_EQ(read(text).hints.size(), 1U);
  EXPECT_EQ(read(text).hints.front().end, text.size());
}

TEST(Question, AWordOfASitesNameIsNoTypo) {
  // "skin" is one edit from nothing in the catalogue; "patel" must not become "peel".
  EXPECT_TRUE(read("patel").corrections.empty());
}

}  // namespace
}  // namespace nearme
