#include "search/search.hpp"

#include <set>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

const Instant kSundayNoon = *parse_instant("2026-11-22T12:00:00Z");
const LatLon kLeeds = *LatLon::make({.lat = 53.79648, .lon = -1.54785});

/// A search over some listings.
struct World {
  explicit World(std::vector<Listing> all) : listings(std::move(all)), made(index_of(listings)) {}

  std::vector<Listing> listings;
  TestIndex made;
  Search search{made.index, real_catalogue(), small_gazetteer()};

  SearchAnswer answer(const SearchRequest& request) const {
    auto answer = search.run(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *std::move(answer) : SearchAnswer{};
  }
};

std::string id_of(const SearchResult& result) { return nlohmann::json::parse(result.ready_json)["id"]; }

std::vector<std::string> ids_of(const SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const auto& result : answer.results) ids.push_back(id_of(result));
  return ids;
}

std::string facets_of(const SearchAnswer& answer) {
  std::string text;
  for (const auto& [facet, sets] : answer.facets) {
    for (const auto& [id, count] : sets) text += fmt::format("{} {} {}\n", static_cast<int>(facet), id, count);
  }
  return text;
}

SearchRequest asking(std::string q) { return {.q = std::move(q), .now = kSundayNoon}; }

const World& small_world() {
  static const World world{small_directory()};
  return world;
}

TEST(Search, AnEmptyDirectoryAnswersNothingAndSaysSo) {
  const World empty{{}};
  const auto answer = empty.answer(asking("micro-needling near Leeds"));
  EXPECT_TRUE(answer.results.empty());
  EXPECT_EQ(answer.total, 0U);
  EXPECT_EQ(answer.understood.place->name, "Leeds");
}

TEST(Search, ATreatmentNearATownGivesTheSitesThatOfferItThere) {
  const auto answer = small_world().answer(asking("micro-needling near Leeds"));
  EXPECT_EQ(ids_of(answer), (std::vector<std::string>{"alpha", "beta"}));  // the confirmed one first
  EXPECT_EQ(answer.total, 2U);
  EXPECT_EQ(answer.understood.treatments, std::vector{TreatmentId{"micro-needling"}});
  EXPECT_EQ(answer.understood.place->country, "GB");
  EXPECT_EQ(answer.understood.radius, Metres::from_kilometres(25));
  EXPECT_EQ(answer.results.front().match, Match::offers);
}

TEST(Search, AMisspeltTreatmentIsCorrectedAndTheCorrectionIsTold) {
  const auto answer = small_world().answer(asking("mirconeedling near leeds"));
  EXPECT_EQ(answer.total, 2U);
  ASSERT_EQ(answer.understood.corrections.size(), 1U);
  EXPECT_EQ(answer.understood.corrections.front().from, "mirconeedling");
}

TEST(Search, NothingWithinTheRadiusGivesTheNearestAndSaysSo) {
  const auto answer = small_world().answer(asking("hifu near leeds"));
  ASSERT_TRUE(answer.widened);
  EXPECT_EQ(answer.total, 0U);
  EXPECT_EQ(id_of(answer.results.front()), "eta");
  EXPECT_NEAR(answer.widened->nearest.kilometres(), 35.4, 1);
  // What may offer it within the radius stands behind, and is marked.
  ASSERT_GT(answer.results.size(), 1U);
  EXPECT_EQ(answer.results[1].match, Match::may_offer);
}

TEST(Search, ThePlaceOfANameIsTheOneNearTheAsker) {
  auto request = asking("micro-needling in paris");
  EXPECT_EQ(small_world().answer(request).understood.place->country, "FR");
  request.at = LatLon::make({.lat = 33.5, .lon = -95.5}).value();
  const auto answer = small_world().answer(request);
  EXPECT_EQ(answer.understood.place->country, "US");
  EXPECT_EQ(answer.understood.alternatives.front().country, "FR");
  EXPECT_EQ(ids_of(answer), std::vector<std::string>{"texas"});
}

TEST(Search, AnUnknownPlaceInNearIsAnErrorThatNamesIt) {
  const auto answer = small_world().search.run({.near = "Xyzzyburgh", .now = kSundayNoon});
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().parameter, "near");
  EXPECT_NE(answer.error().message.find("Xyzzyburgh"), std::string::npos);
}

TEST(Search, APostcodeOfTheSitesIsAPlace) {
  const auto answer = small_world().answer(asking("skin needling LS1 4AP"));
  ASSERT_TRUE(answer.understood.place);
  EXPECT_EQ(answer.understood.place->name, "LS1 4AP");
  EXPECT_EQ(id_of(answer.results.front()), "alpha");
}

TEST(Search, NamesAreFoundByTheirWordsInAnyOrderAndWithTypos) {
  EXPECT_EQ(ids_of(small_world().answer(asking("dr patel"))), std::vector<std::string>{"gamma"});
  EXPECT_EQ(ids_of(small_world().answer(asking("patel gamma"))), std::vector<std::string>{"gamma"});
  EXPECT_EQ(ids_of(small_world().answer(asking("alpha skin clinic"))), std::vector<std::string>{"alpha"});
  EXPECT_EQ(ids_of(small_world().answer(asking("epsilonn dental"))), std::vector<std::string>{"epsilon"});
}

TEST(Search, OpenNowKeepsOnlyWhatIsOpenForCertain) {
  const auto answer = small_world().answer(asking("micro-needling near leeds open now"));
  EXPECT_EQ(ids_of(answer), std::vector<std::string>{"beta"});  // alpha is closed on Sundays
  EXPECT_TRUE(answer.understood.open_now);
  auto on_monday = asking("micro-needling near leeds");
  on_monday.open_at = *parse_instant("2026-11-23T10:00:00Z");
  EXPECT_EQ(small_world().answer(on_monday).total, 2U);
}

TEST(Search, EvidenceAndPriceHoldForTheTreatmentAskedFor) {
  auto confirmed = asking("micro-needling near leeds");
  confirmed.only_confirmed = true;
  EXPECT_EQ(ids_of(small_world().answer(confirmed)), std::vector<std::string>{"alpha"});
  auto cheap = asking("micro-needling near leeds");
  cheap.price_max_hundredths = 100'00;
  EXPECT_EQ(ids_of(small_world().answer(cheap)),
            std::vector<std::string>{"beta"});  // alpha's peel costs 80, its needling 120
}

TEST(Search, APriceThatNobodyNearKeepsWidensToTheNearestWhoDoes) {
  auto request = asking("hifu near leeds");
  request.price_max_hundredths = 600'00;
  const auto answer = small_world().answer(request);
  ASSERT_TRUE(answer.widened);
  EXPECT_EQ(id_of(answer.results.front()), "eta");
  EXPECT_EQ(answer.results[1].match, Match::may_offer);
}

TEST(Search, ATreatmentThatNobodyNearOffersGivesOthersForTheSameConcern) {
  const auto answer = small_world().answer(asking("subcision near leeds"));
  EXPECT_EQ(answer.total, 0U);
  const auto other = std::ranges::find(answer.results, Match::alternative, &SearchResult::match);
  ASSERT_NE(other, answer.results.end());
  EXPECT_EQ(id_of(*other), "alpha");
  ASSERT_TRUE(other->alternative);
  EXPECT_EQ(other->alternative->treatment, TreatmentId{"micro-needling"});
  EXPECT_EQ(other->alternative->concern, ConcernId{"acne-scars"});
}

TEST(Search, NobodyIsShownTwiceWhenLittleIsFound) {
  for (const auto* const query : {"subcision near leeds", "hifu near leeds", "laser near leeds", "prp near leeds"}) {
    auto ids = ids_of(small_world().answer(asking(query)));
    std::ranges::sort(ids);
    EXPECT_EQ(std::ranges::adjacent_find(ids), ids.end()) << query;
  }
}

TEST(Search, WhatAParameterSaysWinsOverTheWords) {
  auto request = asking("chemical peel near leeds");
  request.treatments = {TreatmentId{"laser-resurfacing"}};
  EXPECT_EQ(ids_of(small_world().answer(request)), std::vector<std::string>{"gamma"});
}

TEST(Search, ARadiusRoundNowhereIsNotSaidToHold) {
  auto request = asking("micro-needling");
  request.radius = Metres{5000};
  const auto answer = small_world().answer(request);
  EXPECT_FALSE(answer.understood.radius);
  EXPECT_EQ(answer.total, 4U);
}

TEST(Search, APostcodeOfTwoCountriesIsNotInTheSeaBetweenThem) {
  auto berlin = listing_at("berlin", "Berlin One", {.lat = 52.53, .lon = 13.38});
  berlin.site.address.postcode = "10115";
  auto new_york = listing_at("new-york", "New York One", {.lat = 40.81, .lon = -73.95});
  new_york.site.address.postcode = "10115";
  const World world{{berlin, new_york}};
  auto request = asking("near 10115");
  request.at = *LatLon::make({.lat = 52.0, .lon = 13.0});
  EXPECT_EQ(world.answer(request).understood.place->position, berlin.site.position);
  request.at = *LatLon::make({.lat = 41.0, .lon = -74.0});
  EXPECT_EQ(world.answer(request).understood.place->position, new_york.site.position);
}

TEST(Search, CountsAloneAreThoseOfTheAnswerWithoutWidening) {
  for (const auto* q :
       {"micro-needling near Leeds", "near Leeds", "chemical peel", "micro-needling", "alpha", "open now"}) {
    auto request = asking(q);
    request.facets = {Facet::kind, Facet::language};
    const auto full = small_world().answer(request);
    request.counts_alone = true;
    const auto counts = small_world().answer(request);
    EXPECT_TRUE(counts.results.empty()) << q;
    EXPECT_FALSE(counts.widened) << q;
    EXPECT_EQ(counts.total, full.widened ? 0 : full.total) << q;
    EXPECT_EQ(facets_of(counts), facets_of(full)) << q;
  }
}

TEST(Search, FacetsCountTheSitesThatAnswer) {
  auto request = asking("near leeds");
  request.facets = {Facet::kind, Facet::treatment};
  const auto answer = small_world().answer(request);
  ASSERT_EQ(answer.facets.size(), 2U);
  std::uint64_t kinds = 0;
  for (const auto& [id, count] : answer.facets.front().second) kinds += count;
  EXPECT_EQ(kinds, answer.total);
  EXPECT_EQ(answer.facets.back().second.front().id, "micro-needling");
}

TEST(Search, ACursorOfAnotherQuestionIsRefused) {
  auto request = asking("near leeds");
  request.limit = 1;
  request.cursor = small_world().answer(request).next;
  EXPECT_TRUE(small_world().search.run(request));
  request.q = "near york";
  EXPECT_EQ(small_world().search.run(request).error().parameter, "cursor");
  request.cursor += "0";
  EXPECT_EQ(small_world().search.run(request).error().parameter, "cursor");
}

TEST(Search, WithoutAPlaceThereAreNoDistances) {
  for (const auto& result : small_world().answer(asking("micro-needling")).results) EXPECT_FALSE(result.distance);
}

TEST(Search, TheBestAreTheBestByTheTermsThatAreExplained) {
  const World world{random_directory(11, 500)};
  SearchRequest request{
      .at = kLeeds, .treatments = {TreatmentId{"micro-needling"}}, .limit = 100, .explain = true, .now = kSundayNoon};
  std::set<std::string> seen;
  double last = 2;
  std::uint64_t total = 0;
  for (;;) {
    const auto answer = world.answer(request);
    total = answer.total;
    for (const auto& result : answer.results) {
      const auto& why = *result.why;
      EXPECT_NEAR(why.score, why.nearness + why.match + why.evidence + why.open + why.completeness, 1e-12);
      EXPECT_LE(why.score, last);
      last = why.score;
      EXPECT_TRUE(seen.insert(id_of(result)).second) << "twice: " << id_of(result);
    }
    request.cursor = answer.next;
    if (request.cursor.empty()) break;
    // The first page alone must be the best: a smaller one is its beginning.
    request.limit = 7;
  }
  EXPECT_EQ(seen.size(), total);
}

}  // namespace
}  // namespace nearme
