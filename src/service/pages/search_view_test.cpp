#include "service/pages/search_view.hpp"

#include "service/pages/chips.hpp"
#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

const Parameters kQuestion{{"q", "micro-needling near Leeds"}, {"open", "now"}};

AskedPlace leeds() {
  return {.name = "Leeds",
          .region = "England",
          .country = "GB",
          .position = *LatLon::make({.lat = 53.796, .lon = -1.548}),
          .slug = "leeds-england-gb"};
}

SearchAnswer answer() {
  SearchAnswer made;
  made.understood.treatments = {TreatmentId{"micro-needling"}};
  made.understood.place = leeds();
  made.understood.open_at = kNow;
  made.understood.open_now = true;
  made.understood.pieces = {{"treatment", "micro-needling", 0, 14}, {"near", "", 15, 19}, {"place", "Leeds", 20, 25}};
  made.total = 41;
  made.results = {alpha()};
  return made;
}

std::string removed_by(const nlohmann::json& view, const std::string& words) {
  for (const auto& chip : view["chips"]) {
    if (chip["words"] == words) return chip["remove"];
  }
  return "no chip " + words;
}

TEST(SearchView, EachChipLeadsToTheSameSearchWithoutIt) {
  const auto view = search_view(kQuestion, answer(), {}, setting());
  EXPECT_EQ(removed_by(view, "Micro-needling"), "/?open=now&q=near%20Leeds");
  EXPECT_EQ(removed_by(view, "near Leeds, England"), "/?open=now&q=micro-needling");
  EXPECT_EQ(removed_by(view, "open now"), "/?q=micro-needling%20near%20Leeds");
}

TEST(SearchView, AChipOfAListTakesOnlyItsOwnItemAway) {
  SearchAnswer listed;
  listed.understood.treatments = {TreatmentId{"micro-needling"}, TreatmentId{"chemical-peel"}};
  const auto view = search_view({{"treatment", "micro-needling,chemical-peel"}}, listed, {}, setting());
  EXPECT_EQ(removed_by(view, "Micro-needling"), "/?treatment=chemical-peel");
}

TEST(SearchView, TheHeadlineSaysHowManyWhatAndWhere) {
  EXPECT_EQ(search_view(kQuestion, answer(), {}, setting())["headline"],
            "41 places for micro-needling near Leeds, England");
  auto nearby = answer();
  nearby.understood.radius = Metres{25'000};
  const auto view = search_view(kQuestion, nearby, {.radii = {{"8", 3}}}, setting());
  EXPECT_EQ(view["headline"], "41 places for micro-needling near Leeds, England, within 16 miles");
  EXPECT_EQ(view["filters"]["radii"][0]["words"], "Within 16 miles");
}

TEST(SearchView, AFilterSaysHowManyItLeavesAndChoicesThatLeaveNobodyAreNotOffered) {
  FilterCounts counts{.open_now = {"now", 4}, .confirmed = {"confirmed", 12, false}};
  counts.radii = {{"3.2", 0}, {"8", 3}};
  counts.prices = {{"100", 2}, {"200", 5}};
  counts.currency = "GBP";
  const auto filters = search_view(kQuestion, answer(), counts, setting())["filters"];
  EXPECT_EQ(filters["open"]["ticked"], true);
  EXPECT_EQ(filters["evidence"]["count"], "12+") << "a lower bound";
  EXPECT_EQ(filters["radii"][1]["words"], "Within 5 miles (3)");
  EXPECT_EQ(filters["prices"][2]["words"], "up to £200 (5)");
  EXPECT_TRUE(filters["kinds"].empty());
  auto chosen = kQuestion;
  chosen.emplace_back("kind", "pharmacy");
  EXPECT_EQ(search_view(chosen, answer(), counts, setting())["filters"]["kinds"][1]["value"], "pharmacy")
      << "what is chosen can be seen and let go";
}

TEST(SearchView, FiltersThatAreFoldedAwayAreCountedWhereAnyIsChosen) {
  EXPECT_EQ(search_view(kQuestion, answer(), {}, setting())["filters"]["more"], false);
  auto chosen = kQuestion;
  chosen.emplace_back("wheelchair", "yes");
  chosen.emplace_back("kind", "");
  chosen.emplace_back("language", "pl");
  const auto more = search_view(chosen, answer(), {}, setting())["filters"]["more"];
  EXPECT_EQ(more["count"], "2");
  EXPECT_EQ(more["words"], "2 chosen");
}

/// Nobody within 25 km, and the nearest 41 km away, asked for what and where alone.
SearchAnswer widened_answer() {
  auto widened = answer();
  widened.understood.open_at.reset();
  widened.understood.open_now = false;
  widened.widened = Widened{.from_radius = Metres{25'000}, .nearest = Metres{41'000}};
  return widened;
}

TEST(SearchView, AWidenedSearchSaysSoBeforeAnythingElse) {
  EXPECT_EQ(search_view(kQuestion, widened_answer(), {}, setting())["widened"],
            "Nobody within 16 miles says that they offer micro-needling. The nearest is 25 miles away.");
}

TEST(SearchView, AWidenedSearchForAKindOfPlaceDoesNotSayThatItIsOffered) {
  auto kind = widened_answer();
  kind.understood.treatments.clear();
  kind.understood.kinds = {KindId{"dermatology"}};
  EXPECT_EQ(search_view(kQuestion, kind, {}, setting())["widened"],
            "Nobody within 16 miles was found. The nearest is 25 miles away.");
}

TEST(SearchView, AWidenedSearchWithConditionsDoesNotSayThatNobodyNearOffersIt) {
  std::vector<SearchAnswer> asked(6, widened_answer());
  asked[0].understood.open_now = true;
  asked[1].understood.only_confirmed = true;
  asked[2].understood.only_insured = true;
  asked[3].understood.only_wheelchair = true;
  asked[4].understood.languages = {"pl"};
  asked[5].understood.price.most_hundredths = 10'000;
  for (const auto& each : asked) {
    EXPECT_EQ(search_view(kQuestion, each, {}, setting())["widened"],
              "Nobody within 16 miles fits all that you chose. The nearest who does is 25 miles away. "
              "Take a filter away to see those nearer.");
  }
}

TEST(SearchView, PlacesThatMayOfferItStandApartAndCountOn) {
  auto mixed = answer();
  mixed.results.insert(mixed.results.begin(), alpha());
  mixed.results.front().match = Match::may_offer;
  const auto view = search_view(kQuestion, mixed, {}, setting());
  EXPECT_EQ(view["cards"].size(), 1);
  EXPECT_EQ(view["may_offer_cards"][0]["rank"], 2);
}

TEST(SearchView, TheNextPageCountsOnFromTheOneBefore) {
  auto more = answer();
  more.next = "c2";
  auto parameters = kQuestion;
  parameters.emplace_back("shown", "10");
  parameters.emplace_back("cursor", "c1");
  const auto view = search_view(parameters, more, {}, setting());
  EXPECT_EQ(view["cards"][0]["rank"], 11);
  EXPECT_EQ(view["next"], "/?q=micro-needling%20near%20Leeds&open=now&cursor=c2&shown=11");
}

TEST(SearchView, AnotherPlaceOfThatNameIsOneLinkAway) {
  auto ambiguous = answer();
  ambiguous.understood.alternatives = {leeds()};
  ambiguous.understood.alternatives[0].region = "Alabama";
  ambiguous.understood.alternatives[0].country = "US";
  ambiguous.understood.alternatives[0].slug = "leeds-alabama-us";
  const auto view = search_view(kQuestion, ambiguous, {}, setting());
  EXPECT_EQ(view["alternatives"][0]["words"], "Leeds, Alabama, United States");
  EXPECT_EQ(view["alternatives"][0]["link"], "/?open=now&q=micro-needling&near=leeds-alabama-us");
}

TEST(SearchView, AQuestionThatCannotBeAnsweredKeepsItsWords) {
  const Error unknown{.kind = ErrorKind::invalid_input, .message = "nobody knows 'Xyzzy'", .parameter = "near"};
  const auto view = problem_view({{"q", "peel"}, {"near", "Xyzzy"}}, unknown, english());
  EXPECT_EQ(view["question"], "peel");
  EXPECT_EQ(view["problem"], "No place called “Xyzzy” is known here. Try a town near it, or a postcode.");
}

TEST(SearchView, WhereNothingIsFoundOtherTreatmentsOfTheConcernAreNamedButNotTheOneAskedFor) {
  const auto links = neighbours_view({TreatmentId{"micro-needling"}}, setting());
  EXPECT_FALSE(links.empty());
  for (const auto& link : links) EXPECT_NE(link["link"], "/treatments/micro-needling");
}

}  // namespace
}  // namespace nearme
