#include "store/sqlite/sqlite_matches.hpp"

#include <gtest/gtest.h>

#include "directory/random_values.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/sqlite_test_files.hpp"

namespace nearme {
namespace {

using Lines = std::vector<std::string>;

class MatchesOfStore : public testing::Test {
 protected:
  void SetUp() override {
    import("register", "r", "");
    import("table", "t", "+441134960000");
  }

  /// One site named after its id, and somebody who works there with a claim of the site.
  void import(const char* source, const std::string& id, const char* phone) {
    auto session = *store_->begin_import({.id = SourceId(source)});
    Site site{.id = SiteId(id), .position = *LatLon::make({.lat = 1, .lon = 2})};
    site.name = id;
    site.phone = phone;
    ASSERT_TRUE(session->put(id, site));
    Practitioner practitioner;
    practitioner.id = PractitionerId("p-" + id);
    practitioner.sites = {SiteId(id)};
    ASSERT_TRUE(session->put(id, practitioner));
    Claim claim;
    claim.subject_id = id;
    claim.claim = "insurance";
    ASSERT_TRUE(session->put(id, claim));
    ASSERT_TRUE(session->retire_others(SubjectKind::site));
    ASSERT_TRUE(session->commit());
  }

  Lines seen() {
    Lines ids;
    EXPECT_TRUE(store_->for_each_listing([&](const Listing& listing) -> Result<void> {
      ids.push_back(listing.site.id.text());
      return {};
    }));
    return ids;
  }

  void edit(const char* id, std::optional<Site> site) {
    const SiteEdit edit{.id = SiteId(id), .site = std::move(site)};
    EXPECT_TRUE((*store_->edit({&edit, 1})).front());
  }

  Lines log_after(Revision revision) {
    Lines lines;
    const auto changes = store_->changes_after(revision, 100).value();
    for (const auto& change : changes) lines.push_back((change.retired ? "-" : "+") + change.id);
    return lines;
  }

  std::filesystem::path path_ = fresh_folder() / "store.sqlite";
  std::unique_ptr<Store> store_ = *open_sqlite_store(path_);
  SqliteMatches matches_ = *SqliteMatches::open(path_);
  SiteMatches both_{.groups = {{"r", "t"}}, .doubts = {}};
};

TEST_F(MatchesOfStore, AGroupIsOneSiteWithWhatBelongsToEachOfItsRecords) {
  ASSERT_EQ(seen(), (Lines{"r", "t"}));
  ASSERT_TRUE(matches_.replace(both_));
  ASSERT_EQ(seen(), Lines{"r"});
  const auto listing = store_->find_listing(SiteId("r")).value().value();
  EXPECT_EQ(listing.site.name, "r");
  EXPECT_EQ(listing.site.phone, "+441134960000") << "the table alone has it";
  EXPECT_EQ(listing.practitioners.size(), 2U);
  ASSERT_EQ(listing.claims.size(), 2U);
  EXPECT_EQ(listing.claims[1].subject_id, "r");
  EXPECT_FALSE(store_->find_listing(SiteId("t")).value());
  ASSERT_TRUE(matches_.replace({}));
  EXPECT_EQ(seen(), (Lines{"r", "t"}));
}

TEST_F(MatchesOfStore, AWalkOverAllSitesFindsWhatIsFoundOfEachAlone) {
  constexpr std::uint32_t kSeed = 5;
  RandomValues random(kSeed);
  const auto id_of = [](std::int64_t number) { return SiteId("site-" + std::to_string(number)); };
  for (const std::int64_t source : {0, 1}) {
    auto session = *store_->begin_import({.id = SourceId("source-" + std::to_string(source))});
    for (std::int64_t i = source; i < 200; i += 2) {
      ASSERT_TRUE(session->put(std::to_string(i), random.site(id_of(i))));
      Practitioner practitioner = random.practitioner(PractitionerId("person-" + std::to_string(i)));
      practitioner.sites = {id_of(random.number(0, 250)), id_of(random.number(0, 250))};
      ASSERT_TRUE(session->put(std::to_string(i), practitioner));
      for (auto left = random.number(0, 2); left > 0; --left) {
        const char* const kind = random.coin() ? "site-" : "person-";
        ASSERT_TRUE(session->put(std::to_string(i) + "-" + std::to_string(left),
                                 random.claim(kind + std::to_string(random.number(0, 250)))));
      }
    }
    ASSERT_TRUE(session->commit());
  }
  SiteMatches matches;
  for (std::int64_t i = 0; i < 150; i += 5)
    matches.groups.push_back({id_of(i + random.number(0, 1)).text(), id_of(i + 3).text(), id_of(i + 2).text()});
  ASSERT_TRUE(matches_.replace(matches));
  std::size_t of_several = 0;
  std::size_t walked = 0;
  ASSERT_TRUE(store_->for_each_listing([&](const Listing& listing) -> Result<void> {
    EXPECT_EQ(*store_->find_listing(listing.site.id), listing) << "seed " << kSeed;
    of_several += listing.practitioners.size() > 1 && listing.claims.size() > 1 ? 1 : 0;
    ++walked;
    return {};
  }));
  EXPECT_EQ(walked, 202U - 60);
  EXPECT_GT(of_several, 20U) << "else the test says little";
}

TEST_F(MatchesOfStore, WhatIsPutTogetherOrApartIsInTheLogAndOnlyThat) {
  auto revision = store_->revision().value();
  ASSERT_TRUE(matches_.replace(both_));
  EXPECT_EQ(log_after(revision), (Lines{"+r", "-t"}));
  revision = store_->revision().value();
  ASSERT_TRUE(matches_.replace(both_));
  EXPECT_EQ(log_after(revision), Lines{});
  import("table", "t", "+441134960001");
  revision = store_->revision().value();
  ASSERT_TRUE(matches_.replace(both_));
  EXPECT_EQ(log_after(revision), Lines{"+r"}) << "a record of it has changed";
  revision = store_->revision().value();
  ASSERT_TRUE(matches_.replace({}));
  EXPECT_EQ(log_after(revision), (Lines{"+r", "+t"}));
}

TEST_F(MatchesOfStore, AHiddenRecordIsSeenAgainWhenItsLeaderIsGone) {
  ASSERT_TRUE(matches_.replace(both_));
  import("register", "another", "");
  EXPECT_EQ(seen(), (Lines{"another", "t"}));
}

TEST_F(MatchesOfStore, ImportsGoOnAsIfThereWereNoGroups) {
  ASSERT_TRUE(matches_.replace(both_));
  auto session = *store_->begin_import({.id = SourceId("table")});
  Site site{.id = SiteId("t"), .position = *LatLon::make({.lat = 1, .lon = 2})};
  site.name = "t";
  EXPECT_EQ(session->put("t", site), PutOutcome::changed);
  ASSERT_TRUE(session->commit());
  session.reset();
  EXPECT_EQ(seen(), Lines{"r"});
  ASSERT_TRUE(store_->undo_import(SourceId("table")));
  EXPECT_EQ(seen(), Lines{"r"});
  EXPECT_EQ(store_->find_listing(SiteId("r")).value()->site.phone, "+441134960000");
}

TEST_F(MatchesOfStore, WhatTheOperatorEditsStandsForTheWholeSite) {
  ASSERT_TRUE(matches_.replace(both_));
  auto edited = store_->find_listing(SiteId("r")).value()->site;
  edited.phone = "+441134960099";
  edit("r", edited);
  EXPECT_EQ(seen(), Lines{"r"});
  EXPECT_EQ(store_->find_listing(SiteId("r")).value()->site.phone, "+441134960099");
  edit("r", std::nullopt);
  EXPECT_EQ(seen(), Lines{}) << "no record of a deleted site comes up in its place";
}

TEST_F(MatchesOfStore, AreCurrentUntilARecordOrADecisionChanges) {
  EXPECT_FALSE(matches_.are_current().value());
  ASSERT_TRUE(matches_.replace(both_));
  EXPECT_TRUE(matches_.are_current().value());
  ASSERT_TRUE(matches_.decide({.pair = pair_of("t", "r"), .is_one = false}));
  EXPECT_FALSE(matches_.are_current().value());
  ASSERT_TRUE(matches_.replace({}));
  import("table", "t", "1");
  EXPECT_FALSE(matches_.are_current().value());
}

TEST_F(MatchesOfStore, DecisionsDoubtsAndTrustComeBackAsTheyWerePut) {
  const MatchDecision decision{.pair = pair_of("t", "r"), .is_one = true};
  ASSERT_TRUE(matches_.decide(decision));
  EXPECT_EQ(matches_.decisions().value(), std::vector{decision});
  EXPECT_TRUE(matches_.undo(pair_of("r", "t")).value());
  EXPECT_FALSE(matches_.undo(pair_of("r", "t")).value());
  EXPECT_TRUE(matches_.decisions()->empty());
  const MatchDoubt doubt{.pair = pair_of("r", "t"), .score = 20, .why = "phone: the same (+154)"};
  ASSERT_TRUE(matches_.replace({.groups = {}, .doubts = {doubt}}));
  EXPECT_EQ(matches_.doubts().value(), std::vector{doubt});
  ASSERT_TRUE(matches_.put_trust({SourceId("table"), SourceId("register")}));
  EXPECT_EQ(matches_.trust().value(), (std::vector{SourceId("table"), SourceId("register")}));
  EXPECT_EQ(matches_.records_of("t")->size(), 1U);
  EXPECT_TRUE(matches_.records_of("nobody")->empty());
}

}  // namespace
}  // namespace nearme
