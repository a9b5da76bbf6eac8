#include <algorithm>
#include <array>
#include <functional>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "search/facets.hpp"
#include "search/request_from_parameters.hpp"
#include "search/testing/many_sided_directory.hpp"
#include "search/testing/slow_twin.hpp"

namespace nearme {
namespace {

const Instant kSundayNoon = *parse_instant("2026-11-22T12:00:00Z");

struct Case {
  const char* name;
  DirectoryShape shape;
  std::size_t sites;
};

void PrintTo(const Case& directory, std::ostream* out) { *out << directory.name; }

/// Asks a directory random questions of every kind that the contract has, and compares every page with the slow twin.
/// Not only something instead of it.
bool answers(const SearchResult& result) {
  return result.match != Match::may_offer && result.match != Match::alternative;
}

class EveryQuestion : public testing::TestWithParam<Case> {
 protected:
  static constexpr unsigned kQuestions = 150;

  SearchAnswer answer(const SearchRequest& request) const {
    auto answer = search_.run(request);
    EXPECT_TRUE(answer) << answer.error().message;
    return answer ? *std::move(answer) : SearchAnswer{};
  }

  /// Every result of every page; `look` sees each answer.
  std::vector<std::string> all_pages(SearchRequest request,
                                     const std::function<void(const SearchAnswer&)>& look = {}) const {
    std::vector<std::string> ids;
    for (std::size_t page = 0; page <= listings_.size(); ++page) {
      const auto answer = this->answer(request);
      if (answer.widened) return {};
      if (look) look(answer);
      for (const auto& result : answer.results)
        if (answers(result)) ids.push_back(nlohmann::json::parse(result.ready_json)["id"]);
      request.cursor = answer.next;
      if (request.cursor.empty()) break;
    }
    return ids;
  }

  const std::vector<Listing> listings_ = many_sided_directory(GetParam().shape, GetParam().sites, 20261122);
  const TestIndex made_ = index_of(listings_);
  const Search search_{made_.index, real_catalogue(), small_gazetteer()};
  const SlowTwin twin_{listings_, *made_.index};
};

std::vector<std::string> sorted_ids(const PointsAnswer& answer) {
  std::vector<std::string> ids;
  for (const auto& point : answer.points) ids.emplace_back(point.id);
  std::ranges::sort(ids);
  return ids;
}

/// Draws one question.
class Drawing {
 public:
  Drawing(unsigned seed, DirectoryShape shape) : random_(seed), shape_(shape) {}

  SearchRequest request() {
    SearchRequest request{.limit = 1 + below(30), .now = kSundayNoon};
    add_area(request);
    add_treatments(request);
    add_attributes(request);
    constexpr auto kTexts =
        std::to_array<const char*>({"derma", "skyn laser", "der", "nov al", "beuaty", "ete", "qui"});
    if (one_in(5)) request.text = kTexts[below(kTexts.size())];
    constexpr auto kSorts = std::to_array({Sort::best, Sort::distance, Sort::price, Sort::rating, Sort::name});
    request.sort = kSorts[below(kSorts.size())];
    return request;
  }

 private:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  bool one_in(unsigned bound) { return below(bound) == 0; }

  Degrees centre() {
    switch (shape_) {
      case DirectoryShape::antimeridian:
        return {.lat = -17, .lon = one_in(2) ? 179.9 : -179.9};
      case DirectoryShape::poles:
        return {.lat = one_in(2) ? 90 : 89.7, .lon = 10};
      case DirectoryShape::everywhere:
        return {.lat = static_cast<double>(below(180)) - 90, .lon = static_cast<double>(below(360)) - 180};
      default:
        return one_in(3) ? Degrees{.lat = 48.9, .lon = 2.3} : Degrees{.lat = 53.8, .lon = -1.5};
    }
  }

  void add_area(SearchRequest& request) {
    constexpr auto kBoxes = std::to_array<std::array<double, 4>>({{179.8, -17.3, -179.8, -16.8},
                                                                  {-180, -90, 180, 90},
                                                                  {-2, 53.6, 0, 54},
                                                                  {-180, 89.5, 180, 90},
                                                                  {-100, -60, 100, 60},
                                                                  {170, -90, -170, 90}});
    if (!one_in(8)) request.at = *LatLon::make(centre());
    if (one_in(3)) {
      request.box = *GeoBox::make(kBoxes[below(kBoxes.size())]);
    } else if (request.at && one_in(2)) {
      request.radius = Metres::from_kilometres(1 + below(one_in(3) ? 5000 : 40));
    }
  }

  TreatmentId treatment() {
    constexpr auto kSome = std::to_array<const char*>({"micro-needling", "chemical-peel", "facial", "hifu", "prp"});
    return TreatmentId{kSome[below(kSome.size())]};
  }

  void add_treatments(SearchRequest& request) {
    if (one_in(2)) request.treatments.push_back(treatment());
    if (one_in(4)) request.treatments.push_back(treatment());
    if (one_in(6)) request.concerns = {ConcernId{"acne-scars"}};
    if (one_in(6)) request.with_treatments = {treatment()};
    if (one_in(5)) request.without_treatments = {treatment()};
    if (one_in(3)) request.only_confirmed = true;
    if (one_in(4)) request.price_max_hundredths = 50'00 + 50'00 * static_cast<std::int64_t>(below(4));
    if (one_in(3)) request.currency = one_in(2) ? "GBP" : "EUR";
  }

  void add_attributes(SearchRequest& request) {
    if (one_in(4)) request.kinds = {KindId{"dermatology"}, KindId{"pharmacy"}};
    if (one_in(6)) request.without_kinds = {KindId{"beauty-salon"}};
    if (one_in(5)) request.languages = {"pl", "de-CH"};
    if (one_in(6)) request.without_languages = {"en"};
    if (one_in(6)) request.countries = {"GB", "IE"};
    if (one_in(6)) request.without_countries = {"FR"};
    if (one_in(6)) request.only_wheelchair = true;
    constexpr auto kMoments = std::to_array<const char*>(
        {"2026-11-22T12:00:00Z", "2026-11-23T10:00:00Z", "2026-11-23T01:00:00Z", "2027-03-28T01:30:00Z"});
    if (one_in(5)) request.open_at = *parse_instant(kMoments[below(kMoments.size())]);
  }

  std::mt19937 random_;
  DirectoryShape shape_;
};

TEST_P(EveryQuestion, HasTheResultsAndTheTotalOfTheSlowTwinPageByPage) {
  for (unsigned seed = 1; seed <= kQuestions; ++seed) {
    const auto request = Drawing(seed, GetParam().shape).request();
    auto expected = twin_.answer(request);
    auto found = all_pages(request, [&](const SearchAnswer& page) {
      EXPECT_TRUE(page.total_is_exact);
      EXPECT_EQ(page.total, expected.size()) << "seed " << seed;
    });
    // The twin works scores out in another order of sums: which of two almost equal ones stands first is not for it to
    // say.
    if (request.sort == Sort::best) {
      std::ranges::sort(found);
      std::ranges::sort(expected);
    }
    ASSERT_EQ(found, expected) << "seed " << seed;
  }
}

TEST_P(EveryQuestion, TheBestStandFirstByThePublishedScoreWhoseTermsAddUp) {
  for (unsigned seed = 1; seed <= kQuestions / 3; ++seed) {
    auto request = Drawing(seed, GetParam().shape).request();
    request.sort = Sort::best;
    request.explain = true;
    request.text.clear();
    const auto scores = twin_.scores(request);
    double last = 2;
    all_pages(request, [&](const SearchAnswer& page) {
      for (const auto& result : page.results) {
        const auto& why = *result.why;
        EXPECT_NEAR(why.score, why.nearness + why.match + why.evidence + why.open + why.completeness, 1e-12);
        if (!answers(result)) continue;
        EXPECT_NEAR(why.score, scores.at(nlohmann::json::parse(result.ready_json)["id"]), 1e-6) << "seed " << seed;
        EXPECT_LE(why.score, last);
        last = why.score;
      }
    });
  }
}

TEST_P(EveryQuestion, WidensOnlyWhenNothingIsWithinTheRadius) {
  for (unsigned seed = 1; seed <= kQuestions; ++seed) {
    auto request = Drawing(seed, GetParam().shape).request();
    if (!request.radius) continue;
    const bool has_none = twin_.answer(request).empty();
    const auto answer = this->answer(request);
    request.radius.reset();
    request.sort = Sort::distance;
    const auto anywhere = twin_.answer(request);
    ASSERT_EQ(answer.widened.has_value(), has_none && !anywhere.empty()) << "seed " << seed;
    if (!answer.widened) continue;
    EXPECT_EQ(nlohmann::json::parse(answer.results.front().ready_json)["id"], anywhere.front()) << "seed " << seed;
  }
}

TEST_P(EveryQuestion, FacetsCountWhatTheSlowTwinCounts) {
  for (unsigned seed = 1; seed <= kQuestions / 3; ++seed) {
    auto request = Drawing(seed, GetParam().shape).request();
    request.facets = {Facet::treatment, Facet::kind, Facet::language, Facet::wheelchair, Facet::evidence};
    const auto answer = this->answer(request);
    EXPECT_TRUE(answer.facets_are_exact);
    for (const auto& [facet, counts] : answer.facets) {
      std::map<std::string, std::uint64_t> found;
      for (const auto& [id, count] : counts) found[id] = count;
      ASSERT_EQ(found, twin_.facet(request, facet)) << "seed " << seed << ", " << to_string(facet);
    }
  }
}

TEST_P(EveryQuestion, PointsLieWhereTheResultsDo) {
  for (unsigned seed = 1; seed <= kQuestions; ++seed) {
    auto request = Drawing(seed, GetParam().shape).request();
    auto expected = twin_.answer(request);
    std::ranges::sort(expected);
    request.limit = SearchLimits::kMostPoints;
    const auto all = search_.points(request);
    ASSERT_TRUE(all) << all.error().message;
    ASSERT_EQ(sorted_ids(*all), expected) << "seed " << seed;
    request.limit = 7;
    const auto some = sorted_ids(*search_.points(request));
    ASSERT_EQ(some.size(), std::min<std::size_t>(7, expected.size()));
    ASSERT_TRUE(std::ranges::includes(expected, some)) << "seed " << seed;
    ASSERT_EQ(std::ranges::adjacent_find(some), some.end());
  }
}

INSTANTIATE_TEST_SUITE_P(Directories, EveryQuestion,
                         testing::Values(Case{"none", DirectoryShape::cities, 0},
                                         Case{"one", DirectoryShape::cities, 1},
                                         Case{"cities", DirectoryShape::cities, 700},
                                         Case{"antimeridian", DirectoryShape::antimeridian, 300},
                                         Case{"poles", DirectoryShape::poles, 300},
                                         Case{"one_point", DirectoryShape::one_point, 200},
                                         Case{"everywhere", DirectoryShape::everywhere, 300}),
                         [](const auto& directory) { return std::string(directory.param.name); });

TEST(Search, APriceAndAConfirmationHoldForOneAndTheSameOffer) {
  auto site = listing_at("two-offers", "Two Offers", {.lat = 53.8, .lon = -1.55});
  const PractitionerId qualified{"qualified"};
  const PractitionerId other{"other"};
  site.practitioners = {{.id = qualified, .source = SourceId{"test"}, .name = "A"},
                        {.id = other, .source = SourceId{"test"}, .name = "B"}};
  site.claims = {confirmed_licence("qualified")};
  const auto gbp = [](std::int64_t pounds) { return Money{.hundredths = pounds * 100, .currency = "GBP"}; };
  site.site.offers = {
      {.treatment = TreatmentId{"micro-needling"}, .price = gbp(200), .practitioners = {qualified}},
      {.treatment = TreatmentId{"prp"}, .price = gbp(50), .practitioners = {other}},
  };
  const std::vector<Listing> listings{site};
  const auto made = index_of(listings);
  const Search search{made.index, real_catalogue(), small_gazetteer()};
  SearchRequest request{.treatments = {TreatmentId{"micro-needling"}, TreatmentId{"prp"}},
                        .only_confirmed = true,
                        .price_max_hundredths = 100'00,
                        .now = kSundayNoon};
  EXPECT_EQ(search.run(request)->total, 0U);  // the cheap one is not confirmed, the confirmed one not cheap
  request.price_max_hundredths = 200'00;
  EXPECT_EQ(search.run(request)->total, 1U);
  request.price_max_hundredths = 100'00;
  request.only_confirmed = false;
  EXPECT_EQ(search.run(request)->total, 1U);
}

/// One place that offers two treatments, for the first of which alone it has this claim.
Listing with_claim_for_the_first(Claim claim) {
  auto site = listing_at("two-offers", "Two Offers", {.lat = 53.8, .lon = -1.55});
  site.site.offers = {{.treatment = TreatmentId{"micro-needling"}}, {.treatment = TreatmentId{"prp"}}};
  claim.treatment = TreatmentId{"micro-needling"};
  site.claims = {std::move(claim)};
  return site;
}

TEST(Search, AClaimOfOneTreatmentConfirmsItsOfferAlone) {
  const auto made = index_of({with_claim_for_the_first(confirmed_licence("two-offers"))});
  const Search search{made.index, real_catalogue(), small_gazetteer()};
  const auto found = [&](const char* treatment) {
    return search.run({.treatments = {TreatmentId{treatment}}, .only_confirmed = true, .now = kSundayNoon})->total;
  };
  EXPECT_EQ(found("micro-needling"), 1U);
  EXPECT_EQ(found("prp"), 0U);
}

TEST(Search, APlaceThatIsInsuredForOneTreatmentIsFoundForThatAlone) {
  Claim insurance;
  insurance.subject_id = "two-offers";
  insurance.claim = "insurance";
  const auto made = index_of({with_claim_for_the_first(insurance)});
  const Search search{made.index, real_catalogue(), small_gazetteer()};
  const auto found = [&](const char* question) { return search.run({.q = question, .now = kSundayNoon})->total; };
  EXPECT_EQ(found("insured micro-needling"), 1U);
  EXPECT_EQ(found("insured prp"), 0U);
  EXPECT_EQ(found("prp"), 1U);
}

}  // namespace
}  // namespace nearme
