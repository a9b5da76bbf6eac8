#include "matching/matcher.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "matching/candidates.hpp"
#include "matching/weights.hpp"

namespace nearme {
namespace {

using Groups = std::vector<std::vector<std::string>>;

Site clinic(const std::string& name, double lat = 53.8) {
  Site site{.position = *LatLon::make({.lat = lat, .lon = -1.55})};
  site.name = name;
  site.address = {.street = "12 Park Row", .city = "Leeds", .region = {}, .postcode = "LS1 5HD", .country = "GB"};
  return site;
}

MatchRecord record(const char* id, const char* source, const Site& site) {
  return {.id = id, .source = SourceId(source), .traits = traits_of(site)};
}

MatchDecision decided(const char* a, const char* b, bool is_one) { return {.pair = pair_of(a, b), .is_one = is_one}; }

TEST(Match, NothingAndOneSourceAloneHaveNothingToPutTogether) {
  EXPECT_TRUE(match({}, {}).groups.empty());
  const auto matches = match({record("a", "x", clinic("Harbour")), record("b", "x", clinic("Harbour"))}, {});
  EXPECT_TRUE(matches.groups.empty());
  EXPECT_TRUE(matches.doubts.empty());
}

TEST(Match, TheSameClinicOfThreeSourcesIsOneSiteLedByTheMostTrusted) {
  const std::vector<MatchRecord> records{record("a", "osm", clinic("Harbour Skin")),
                                         record("b", "register", clinic("HARBOUR SKIN")),
                                         record("c", "table", clinic("Harbour Skin Leeds"))};
  EXPECT_EQ(match(records, {}).groups, (Groups{{"a", "b", "c"}})) << "by the names of the sources";
  EXPECT_EQ(match(records, {.decisions = {}, .trust = {SourceId("register")}}).groups, (Groups{{"b", "a", "c"}}));
}

TEST(Match, TwoTenantsOfOneBuildingStayTwo) {
  const auto matches =
      match({record("a", "x", clinic("Harbour Dental")), record("b", "y", clinic("Orchard Skin Clinic"))}, {});
  EXPECT_TRUE(matches.groups.empty());
}

TEST(Match, OneWithTheSameTelephoneAndAnotherNameIsDoubtfulAndSaysWhy) {
  auto a = clinic("Harbour Dental");
  auto b = clinic("Orchard Skin Clinic");
  a.phone = b.phone = "+441134960000";
  a.website = b.website = "https://parkrow.example";
  const auto matches = match({record("a", "x", a), record("b", "y", b)}, {});
  EXPECT_TRUE(matches.groups.empty());
  ASSERT_EQ(matches.doubts.size(), 1U);
  EXPECT_EQ(matches.doubts[0].pair, pair_of("a", "b"));
  EXPECT_NE(matches.doubts[0].why.find("phone: the same (+154)"), std::string::npos) << matches.doubts[0].why;
}

TEST(Match, TheOperatorsWordIsLast) {
  const std::vector<MatchRecord> same{record("a", "x", clinic("Harbour")), record("b", "y", clinic("Harbour"))};
  ASSERT_EQ(match(same, {}).groups, (Groups{{"a", "b"}}));
  const auto rejected = match(same, {.decisions = {decided("b", "a", false)}, .trust = {}});
  EXPECT_TRUE(rejected.groups.empty());
  EXPECT_TRUE(rejected.doubts.empty());
  const std::vector<MatchRecord> other{record("a", "x", clinic("Harbour")), record("b", "y", clinic("Orchard", 10))};
  EXPECT_EQ(match(other, {.decisions = {decided("a", "b", true)}, .trust = {}}).groups, (Groups{{"a", "b"}}));
  EXPECT_TRUE(match(other, {.decisions = {decided("a", "gone", true)}, .trust = {}}).groups.empty());
}

TEST(Match, AGroupHasOneRecordOfEachSourceAndTheOtherIsDoubtful) {
  const auto matches = match(
      {record("a", "x", clinic("Harbour")), record("b", "y", clinic("Harbour")), record("c", "y", clinic("Harbour"))},
      {});
  ASSERT_EQ(matches.groups.size(), 1U);
  EXPECT_EQ(matches.groups[0].size(), 2U);
  EXPECT_EQ(matches.doubts.size(), 1U);
}

TEST(Match, ARejectedPairIsNotJoinedByWayOfAThird) {
  const std::vector<MatchRecord> records{record("a", "x", clinic("Harbour")), record("b", "y", clinic("Harbour")),
                                         record("c", "z", clinic("Harbour"))};
  for (const auto& group : match(records, {.decisions = {decided("a", "c", false)}, .trust = {}}).groups) {
    EXPECT_LT(group.size(), 3U);
  }
}

TEST(CandidatePairs, MissNoPairThatWouldBeClearWhenAllAreCompared) {
  constexpr unsigned kSeed = 20261122;
  std::mt19937 random(kSeed);
  const std::vector<std::string> words{"Harbour", "Orchard", "Skin", "Dental", "Clinic", "Okonkwo", "Quay", "Lumen"};
  std::vector<MatchRecord> records;
  for (int i = 0; i < 300; ++i) {
    auto site =
        clinic(words[random() % 8] + " " + words[random() % 8], 53.8 + static_cast<double>(random() % 400) / 1e4);
    site.address.street = std::to_string(random() % 20) + " Park Row";
    site.address.postcode = "LS" + std::to_string(random() % 9) + " 5HD";
    records.push_back(record(std::to_string(i).c_str(), i % 2 == 0 ? "x" : "y", site));
  }
  NamesInUse names;
  for (const auto& one : records) names.add(one.traits, coarse_place_of(one.traits));
  const auto pairs = candidate_pairs(records, names);
  std::size_t clear = 0;
  for (std::uint32_t a = 0; a < records.size(); ++a) {
    for (std::uint32_t b = a + 1; b < records.size(); b += 1) {
      if (records[a].source == records[b].source) continue;
      if (verdict_of(compare(records[a].traits, records[b].traits, names)) != Verdict::one) continue;
      ++clear;
      EXPECT_TRUE(std::ranges::binary_search(pairs, std::pair(a, b))) << a << ", " << b << ", seed " << kSeed;
    }
  }
  EXPECT_GT(clear, 10U) << "the test is of something";
}

}  // namespace
}  // namespace nearme
