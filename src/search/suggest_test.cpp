#include "search/suggest.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

std::vector<Suggestion> suggest(std::string q, std::size_t limit = 8) {
  static const TestIndex made = index_of(small_directory());
  static const Search search{made.index, real_catalogue(), small_gazetteer()};
  return search.suggest({.q = std::move(q), .at = {}, .limit = limit});
}

bool has(const std::vector<Suggestion>& suggestions, std::string_view type, std::string_view id) {
  return std::ranges::any_of(suggestions, [&](const Suggestion& each) { return each.type == type && each.id == id; });
}

TEST(Suggest, AnEmptyBoxOffersTheMostUsualTreatment) {
  const auto suggestions = suggest("");
  ASSERT_FALSE(suggestions.empty());
  EXPECT_EQ(suggestions.front().id, "micro-needling");
}

TEST(Suggest, MixesTreatmentsPlacesAndSites) {
  EXPECT_TRUE(has(suggest("micro"), "treatment", "micro-needling"));
  EXPECT_TRUE(has(suggest("acne"), "concern", "acne-scars"));
  EXPECT_TRUE(has(suggest("alp"), "site", "alpha"));
  const auto places = suggest("lee");
  EXPECT_TRUE(std::ranges::any_of(
      places, [](const Suggestion& each) { return each.type == "locality" && each.name == "Leeds"; }));
}

TEST(Suggest, CompletesThePlaceBehindNear) {
  const auto suggestions = suggest("micro-needling near lee");
  ASSERT_FALSE(suggestions.empty());
  EXPECT_EQ(suggestions.front().name, "micro-needling near Leeds");
}

TEST(Suggest, APlaceWithSitesComesBeforeALargerOneWithout) {
  // A directory of Texas alone.
  const TestIndex texan = index_of({small_directory().back()});
  const Search search{texan.index, real_catalogue(), small_gazetteer()};
  const auto places = search.suggest({.q = "facial near par", .at = {}, .limit = 8});
  ASSERT_EQ(places.size(), 2U);
  EXPECT_EQ(places.front().detail, "Texas, US");
}

TEST(Suggest, ForgivesATypo) { EXPECT_TRUE(has(suggest("mirconeedling"), "treatment", "micro-needling")); }

TEST(Suggest, ForgivesATypoInWhatIsStillBeingTyped) {
  EXPECT_TRUE(has(suggest("mircon"), "treatment", "micro-needling"));
  EXPECT_TRUE(has(suggest("chemcal p"), "treatment", "chemical-peel"));
}

TEST(Suggest, CompletesThePlaceBehindATreatmentWithoutAnyWordBetween) {
  const auto suggestions = suggest("skin needling lee");
  ASSERT_FALSE(suggestions.empty());
  EXPECT_EQ(suggestions.front().type, "locality");
  EXPECT_EQ(suggestions.front().name, "skin needling Leeds");
  EXPECT_TRUE(suggestions.front().url.starts_with("/?q=skin%20needling&near=leeds")) << suggestions.front().url;
}

TEST(Suggest, AMisspeltPlaceIsFoundAlsoByItself) {
  const auto suggestions = suggest("leedz");
  EXPECT_TRUE(std::ranges::any_of(suggestions, [](const Suggestion& each) { return each.name == "Leeds"; }));
}

TEST(Suggest, NeverGivesMoreThanItWasAskedFor) {
  for (const std::size_t limit : {1U, 2U, 5U}) EXPECT_LE(suggest("m", limit).size(), limit);
}

TEST(Suggest, NonsenseGivesNothing) { EXPECT_TRUE(suggest("\xff\xfe zzzzqqqq 💆").empty()); }

}  // namespace
}  // namespace nearme
