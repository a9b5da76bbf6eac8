#include "index/walk/walk.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "index/bits/common_counts.hpp"
#include "index/testing/brute_force.hpp"
#include "index/testing/worlds.hpp"
#include "index/tree/chord_kernels.hpp"

namespace nearme {
namespace {

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

LatLon at(double lat, double lon) { return *LatLon::make({.lat = lat, .lon = lon}); }

/// Nearness on a scale of a few kilometres, and quality: a score that no single column orders by.
class NearAndGood : public Scoring {
 public:
  explicit NearAndGood(const Index& index) : index_(index) {}
  [[nodiscard]] double score(SitePosition site, double chord_squared) const override {
    return worth(chord_squared, index_.quality(site));
  }
  void bounds(const BoundedChildren& children, std::span<float, 64> out) const override {
    for (std::size_t lane = 0; lane < out.size(); ++lane)
      out[lane] = (children.among >> lane & 1) != 0
                      ? round_up(worth(children.least_chords_squared[lane], children.most_qualities[lane]))
                      : std::numeric_limits<float>::quiet_NaN();
  }

 private:
  static double worth(double chord_squared, float quality) {
    return std::exp(-std::sqrt(chord_squared) * 1000) + quality;
  }

  const Index& index_;
};

/// The same, for which all matches are looked at.
class NearAndGoodBySweep final : public NearAndGood {
 public:
  using NearAndGood::NearAndGood;
  [[nodiscard]] double matches_worth_a_sweep() const override { return std::numeric_limits<double>::infinity(); }
};

/// The same, which tells from their qualities which sites of a leaf are worth a look.
class NearAndGoodByLeaves final : public NearAndGood {
 public:
  using NearAndGood::NearAndGood;
  [[nodiscard]] bool tells_leaves_apart() const override { return true; }
  [[nodiscard]] std::uint64_t promising(const LeafInReach& sites) const override {
    std::uint64_t promising = 0;
    for (int child = 0; child < 64; ++child) {
      const std::uint64_t bit = sites.among & std::uint64_t{1} << child;
      if (bit != 0 && score(SitePosition{sites.leaf * 64 + static_cast<std::uint32_t>(child)},
                            sites.least_chord_squared) >= sites.least_score)
        promising |= bit;
    }
    return promising;
  }
};

/// Every third site.
class EveryThird final : public SiteCondition {
 public:
  [[nodiscard]] bool holds(SitePosition site) const override { return to_number(site) % 3 == 0; }
};

/// One score for all: everything is decided by distance and id.
class AllEqual final : public Scoring {
 public:
  [[nodiscard]] double score(SitePosition, double) const override { return 1; }
  void bounds(const BoundedChildren&, std::span<float, 64> out) const override { std::ranges::fill(out, 1.0F); }
};

std::vector<std::string> to_ids(const Index& index, const std::vector<Hit>& hits) {
  std::vector<std::string> ids;
  for (const Hit& hit : hits) ids.emplace_back(index.id(hit.site));
  return ids;
}

std::vector<SitePosition> to_sites(const Sample& sample) {
  std::vector<SitePosition> sites;
  for (const LocatedSite& located : sample.sites) sites.push_back(located.site);
  return sites;
}

/// All matches, or the middle one of each of `limit` equal parts of them.
std::vector<SitePosition> evenly_spread(const std::vector<Hit>& matches, std::size_t limit) {
  const std::size_t wanted = std::min(limit, matches.size());
  std::vector<SitePosition> chosen;
  for (std::size_t part = 0; part < wanted; ++part) {
    const double middle = (static_cast<double>(part) + 0.5) / static_cast<double>(wanted);
    chosen.push_back(matches[static_cast<std::size_t>(middle * static_cast<double>(matches.size()) + 1e-6)].site);
  }
  return chosen;
}

/// A filter of random sets, radius and box, of the kinds that people ask.
Filter random_filter(const Index& index, WorldShape shape, std::mt19937_64& random) {
  const auto set = [&] { return index.members().sites(random() % index.members().size()); };
  Filter filter;
  for (auto groups = random() % 4; groups > 0; --groups) {
    AnyOf& group = filter.all_of.emplace_back();
    for (auto sets = random() % 5 == 0 ? 6 : 1 + random() % 3; sets > 0; --sets) group.sets.push_back(set());
  }
  for (auto excluded = random() % 3; excluded > 0; --excluded) filter.none_of.push_back(set());
  if (random() % 2 == 0) filter.radius = Metres::from_kilometres(std::pow(10.0, static_cast<double>(random() % 5)));
  if (random() % 3 == 0) {
    const LatLon a = random_position(shape, random);
    const LatLon b = random_position(shape, random);
    filter.box = GeoBox::make({a.lon(), std::min(a.lat(), b.lat()), b.lon(), std::max(a.lat(), b.lat())}).value();
  }
  return filter;
}

struct Case {
  const char* name;
  WorldShape shape;
  std::uint32_t sites;
};

void PrintTo(const Case& world, std::ostream* out) { *out << world.name; }

class WalkInAWorld : public testing::TestWithParam<Case> {
 protected:
  static constexpr std::uint64_t kSeed = 20261122;
  static constexpr int kQuestions = 150;

  const IndexInMemory world_ = index_of(make_world(GetParam().shape, {.sites = GetParam().sites, .seed = kSeed}));
  const Index& index_ = *world_.index;
  std::mt19937_64 random_{kSeed};

  UnitVector random_start() { return to_unit_vector(random_position(GetParam().shape, random_)); }
  Filter random_filter() {
    return index_.members().size() == 0 ? Filter{} : nearme::random_filter(index_, GetParam().shape, random_);
  }
};

TEST_P(WalkInAWorld, TheNearestAreTheSameAsByBruteForce) {
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_filter();
    const std::size_t limit = 1 + random_() % 30;
    const auto expected = BruteForce(index_, from, filter).best(index_, NearestFirst{}, limit);
    ASSERT_EQ(
        to_ids(index_,
               best({.index = index_, .from = from, .filter = filter, .scoring = NearestFirst{}, .limit = limit})),
        to_ids(index_, expected))
        << "seed " << kSeed << ", question " << question;
  }
}

TEST_P(WalkInAWorld, TheBestByAnotherScoreAreTheSameAsByBruteForce) {
  const NearAndGood scoring(index_);
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_filter();
    const auto expected = BruteForce(index_, from, filter).best(index_, scoring, 20);
    ASSERT_EQ(to_ids(index_, best({.index = index_, .from = from, .filter = filter, .scoring = scoring, .limit = 20})),
              to_ids(index_, expected))
        << "seed " << kSeed << ", question " << question;
  }
}

TEST_P(WalkInAWorld, AScoringThatTellsLeavesApartFindsWhatOneThatDoesNotFinds) {
  const NearAndGood scoring(index_);
  const NearAndGoodByLeaves by_leaves(index_);
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_filter();
    const std::size_t limit = 1 + random_() % 30;
    const auto expected = best({.index = index_, .from = from, .filter = filter, .scoring = scoring, .limit = limit});
    const auto found = best({.index = index_, .from = from, .filter = filter, .scoring = by_leaves, .limit = limit});
    ASSERT_EQ(to_ids(index_, found), to_ids(index_, expected)) << "seed " << kSeed << ", question " << question;
  }
}

TEST_P(WalkInAWorld, ASweepFindsWhatAWalkFinds) {
  const NearAndGood scoring(index_);
  const NearAndGoodBySweep swept(index_);
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_filter();
    const auto expected = best({.index = index_, .from = from, .filter = filter, .scoring = scoring, .limit = 20});
    const auto found = best({.index = index_, .from = from, .filter = filter, .scoring = swept, .limit = 20});
    ASSERT_EQ(to_ids(index_, found), to_ids(index_, expected)) << "seed " << kSeed << ", question " << question;
  }
}

TEST_P(WalkInAWorld, AConditionHoldsForEveryResultAndEveryCount) {
  const EveryThird condition;
  for (int question = 0; question < kQuestions / 3; ++question) {
    const UnitVector from = random_start();
    Filter filter = random_filter();
    std::vector<Hit> expected = BruteForce(index_, from, filter).best(index_, NearestFirst{}, kNoLimit);
    std::erase_if(expected, [&](const Hit& hit) { return !condition.holds(hit.site); });
    filter.condition = &condition;
    ASSERT_EQ(count({.index = index_, .from = from, .filter = filter, .budget = 1'000'000}).sites, expected.size());
    if (expected.size() > 10) expected.resize(10);
    const auto found = best({.index = index_, .from = from, .filter = filter, .scoring = NearestFirst{}, .limit = 10});
    ASSERT_EQ(to_ids(index_, found), to_ids(index_, expected)) << "seed " << kSeed << ", question " << question;
  }
}

TEST_P(WalkInAWorld, PagesNeitherSkipNorRepeatAmongEqualScores) {
  const AllEqual scoring;
  const UnitVector from = random_start();
  const Filter filter{.all_of = {{.sets = {index_.members().find("language:de")}}}};
  const auto expected = BruteForce(index_, from, filter).best(index_, scoring, kNoLimit);
  std::vector<std::string> paged;
  std::optional<After> after;
  for (;;) {
    const auto page =
        best({.index = index_, .from = from, .filter = filter, .scoring = scoring, .limit = 37, .after = after});
    if (page.empty()) break;
    const Hit& last = page.back();
    after = After{.score = last.score, .chord_squared = last.chord_squared, .id = index_.id(last.site)};
    for (const std::string& id : to_ids(index_, page)) paged.push_back(id);
    ASSERT_LE(paged.size(), expected.size());
  }
  EXPECT_EQ(paged, to_ids(index_, expected));
}

TEST_P(WalkInAWorld, CountsAreTheSameAsByBruteForce) {
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_filter();
    const Count counted = count({.index = index_, .from = from, .filter = filter, .budget = 1'000'000});
    ASSERT_TRUE(counted.is_exact);
    ASSERT_EQ(counted.sites, BruteForce(index_, from, filter).matches().size())
        << "seed " << kSeed << ", question " << question;
  }
}

TEST_P(WalkInAWorld, ACountThatEndsWhenThereAreEnoughIsExactBelowThat) {
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_filter();
    const std::size_t matches = BruteForce(index_, from, filter).matches().size();
    const std::uint64_t enough = random_() % 40;
    const std::uint64_t counted =
        count_up_to(enough, {.index = index_, .from = from, .filter = filter, .budget = 1'000'000});
    if (matches < enough) {
      ASSERT_EQ(counted, matches) << "seed " << kSeed << ", question " << question;
    } else {
      ASSERT_GE(counted, enough) << "seed " << kSeed << ", question " << question;
      ASSERT_LE(counted, matches) << "seed " << kSeed << ", question " << question;
    }
  }
}

TEST_P(WalkInAWorld, ACountOverItsBudgetIsALowerBoundThatSaysSo) {
  for (std::uint64_t budget = 0; budget < 20; ++budget) {
    const Filter filter = random_filter();
    const UnitVector from = random_start();
    const Count counted = count({.index = index_, .from = from, .filter = filter, .budget = budget});
    const std::uint64_t all = BruteForce(index_, from, filter).matches().size();
    ASSERT_TRUE(counted.is_exact ? counted.sites == all : counted.sites <= all) << "budget " << budget;
  }
}

TEST_P(WalkInAWorld, TheMatchingSitesAreTheSameAsByBruteForce) {
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_filter();
    const Matches matches = matching_sites({.index = index_, .from = from, .filter = filter, .budget = 1'000'000});
    ASSERT_TRUE(matches.are_all);
    std::vector<SitePosition> expected;
    const BruteForce twin(index_, from, filter);
    for (const Hit& hit : twin.matches()) expected.push_back(hit.site);
    ASSERT_EQ(matches.sites.view().to_positions(), expected) << "seed " << kSeed << ", question " << question;
  }
}

TEST_P(WalkInAWorld, ASampleHasAllMatchesOrOneInSoMany) {
  for (int question = 0; question < kQuestions; ++question) {
    const UnitVector from = random_start();
    const Filter filter = random_() % 3 == 0 ? Filter{.radius = Metres::from_kilometres(100)} : random_filter();
    const std::size_t limit = random_() % 200;
    const Sample found = sample(limit, {.index = index_, .from = from, .filter = filter, .budget = 1'000'000});
    const BruteForce twin(index_, from, filter);
    ASSERT_TRUE(found.count.is_exact);
    ASSERT_EQ(found.count.sites, twin.matches().size()) << "seed " << kSeed << ", question " << question;
    ASSERT_EQ(to_sites(found), evenly_spread(twin.matches(), limit)) << "seed " << kSeed << ", question " << question;
    for (const auto& [site, position] : found.sites) ASSERT_EQ(position, index_.position(site));
  }
}

TEST_P(WalkInAWorld, ASampleOverItsBudgetIsOneOfSomeMatchesAndSaysSo) {
  for (std::uint64_t budget = 0; budget < 20; ++budget) {
    const Filter filter = random_filter();
    const UnitVector from = random_start();
    const Sample found = sample(10, {.index = index_, .from = from, .filter = filter, .budget = budget});
    const BruteForce twin(index_, from, filter);
    ASSERT_TRUE(found.count.is_exact ? found.count.sites == twin.matches().size()
                                     : found.count.sites <= twin.matches().size());
    ASSERT_EQ(found.sites.size(), std::min<std::size_t>(10, found.count.sites));
    for (const SitePosition site : to_sites(found))
      ASSERT_NE(std::ranges::find(twin.matches(), site, &Hit::site), twin.matches().end()) << "budget " << budget;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Worlds, WalkInAWorld,
    testing::Values(Case{"none", WorldShape::cities, 0}, Case{"one", WorldShape::cities, 1},
                    Case{"sixty_four", WorldShape::cities, 64}, Case{"sixty_five", WorldShape::cities, 65},
                    Case{"cities", WorldShape::cities, 9000}, Case{"antimeridian", WorldShape::antimeridian, 3000},
                    Case{"poles", WorldShape::poles, 3000}, Case{"one_point", WorldShape::one_point, 700},
                    Case{"everywhere", WorldShape::everywhere, 5000}),
    [](const auto& world) { return std::string(world.param.name); });

TEST(Best, AsksForNothingAndGetsNothing) {
  const auto world = index_of(make_world(WorldShape::cities, {.sites = 10}));
  EXPECT_TRUE(best({.index = *world.index,
                    .from = to_unit_vector(at(0, 0)),
                    .filter = {},
                    .scoring = NearestFirst{},
                    .limit = 0})
                  .empty());
}

TEST(Best, AGroupWithoutSetsMatchesNothing) {
  const auto world = index_of(make_world(WorldShape::cities, {.sites = 100}));
  const Filter filter{.all_of = {AnyOf{}}};
  EXPECT_TRUE(best({.index = *world.index,
                    .from = to_unit_vector(at(0, 0)),
                    .filter = filter,
                    .scoring = NearestFirst{},
                    .limit = 5})
                  .empty());
  EXPECT_EQ(count({.index = *world.index, .from = to_unit_vector(at(0, 0)), .filter = filter, .budget = 100}).sites,
            0U);
}

TEST(Best, ARareSetAtTheOtherEndOfTheWorldStillFillsThePage) {
  auto entries = make_world(WorldShape::antimeridian, {.sites = 5000});
  for (std::size_t i = 0; i < 7; ++i) entries[i * 700].members.emplace_back("offers:rare");
  const auto world = index_of(std::move(entries));
  const Filter filter{.all_of = {{.sets = {world.index->members().find("offers:rare")}}}};
  EXPECT_EQ(best({.index = *world.index,
                  .from = to_unit_vector(at(50, 0)),
                  .filter = filter,
                  .scoring = NearestFirst{},
                  .limit = 20})
                .size(),
            7U);
}

TEST(Best, ASiteOnTheEdgeOfTheRadiusIsInside) {
  const auto world = index_of(make_world(WorldShape::one_point, {.sites = 3}));
  const Filter filter{.radius = Metres{0}};
  EXPECT_EQ(best({.index = *world.index,
                  .from = to_unit_vector(at(53.8, -1.55)),
                  .filter = filter,
                  .scoring = NearestFirst{},
                  .limit = 20})
                .size(),
            3U);
}

TEST(MatchingSites, OverTheirBudgetAreSomeOfThemAndSayThatTheyAreNotAll) {
  const auto world = index_of(make_world(WorldShape::cities, {.sites = 9000}));
  const UnitVector from = to_unit_vector(at(0, 0));
  const Filter filter{.all_of = {{.sets = {world.index->members().find("offers:t1")}}}};
  for (std::uint64_t budget = 0; budget < 200; budget += 5) {
    const Matches some = matching_sites({.index = *world.index, .from = from, .filter = filter, .budget = budget});
    EXPECT_EQ(count_common(some.sites.view(), filter.all_of[0].sets[0]), some.sites.view().count());
    EXPECT_EQ(some.are_all, some.sites.view().count() == filter.all_of[0].sets[0].count()) << budget;
  }
}

}  // namespace
}  // namespace nearme
