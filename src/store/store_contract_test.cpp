#include "store/store_contract_test.hpp"

#include <thread>

#include "directory/random_values.hpp"

namespace nearme {

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(StoreContract);

namespace {

Site site_called(const char* id, const char* name = "A clinic") {
  Site site{.id = SiteId(id), .position = *LatLon::make({.lat = 1, .lon = 2})};
  site.name = name;
  return site;
}

Practitioner practitioner_at(const char* id, std::vector<SiteId> sites) {
  Practitioner practitioner;
  practitioner.id = PractitionerId(id);
  practitioner.sites = std::move(sites);
  return practitioner;
}

Claim claim_of(const char* subject, const char* claim) {
  Claim said;
  said.subject_id = subject;
  said.claim = claim;
  return said;
}

std::vector<std::string> written(const std::vector<Change>& changes) {
  std::vector<std::string> lines;
  for (const auto& change : changes) {
    lines.push_back(fmt::format("{}{} {}", change.retired ? "-" : "+", static_cast<int>(change.subject), change.id));
  }
  return lines;
}

std::vector<std::string> site_ids_of(Store& store) {
  std::vector<std::string> ids;
  EXPECT_TRUE(store.for_each_listing([&](const Listing& listing) -> Result<void> {
    ids.push_back(listing.site.id.text());
    return {};
  }));
  return ids;
}

using Lines = std::vector<std::string>;

TEST_P(StoreContract, AnEmptyStoreHasNothingAtRevisionZero) {
  EXPECT_EQ(store_->revision(), Revision{0});
  EXPECT_EQ(store_->counts()->sites, 0U);
  EXPECT_TRUE(store_->sources()->empty());
  EXPECT_EQ(store_->find_listing(SiteId("s")), std::nullopt);
  EXPECT_EQ(store_->find_practitioner(PractitionerId("p")), std::nullopt);
  EXPECT_TRUE(store_->changes_after(Revision{0}, 10)->empty());
  EXPECT_TRUE(site_ids_of(*store_).empty());
}

TEST_P(StoreContract, WhatWasPutIsFoundWithTheSourceThatPutIt) {
  auto session = begin();
  EXPECT_EQ(session->put("1", site_called("s")), PutOutcome::added);
  ASSERT_TRUE(session->commit());
  const auto listing = *store_->find_listing(SiteId("s"));
  ASSERT_TRUE(listing);
  EXPECT_EQ(listing->site.name, "A clinic");
  EXPECT_EQ(listing->site.source, SourceId("clinics"));
}

TEST_P(StoreContract, NothingIsVisibleBeforeTheCommit) {
  auto session = begin();
  ASSERT_TRUE(session->put("1", site_called("s")));
  EXPECT_EQ(store_->find_listing(SiteId("s")), std::nullopt);
  EXPECT_EQ(store_->revision(), Revision{0});
  EXPECT_TRUE(store_->sources()->empty());
}

TEST_P(StoreContract, ASessionThatIsDroppedLeavesTheStoreAsItWas) {
  ASSERT_TRUE(begin()->put("1", site_called("s")));
  EXPECT_EQ(store_->revision(), Revision{0});
  EXPECT_TRUE(store_->sources()->empty());
  EXPECT_TRUE(begin()->commit()) << "the next session must not wait for the dropped one";
}

TEST_P(StoreContract, ACommittedImportIsThereWhenTheStoreIsOpenedAgain) {
  auto session = begin();
  ASSERT_TRUE(session->put("1", site_called("s")));
  const auto revision = session->commit();
  session.reset();
  store_.reset();
  store_ = open();
  EXPECT_EQ(store_->revision(), revision);
  EXPECT_EQ(site_ids_of(*store_), Lines{"s"});
}

TEST_P(StoreContract, AnEqualRecordIsUnchangedAndMakesNoChange) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", site_called("s")));
  const auto revision = first->commit();
  first.reset();
  auto second = begin();
  EXPECT_EQ(second->put("1", site_called("s")), PutOutcome::unchanged);
  EXPECT_EQ(second->retire_others(SubjectKind::site), 0U);
  EXPECT_EQ(second->commit(), revision);
}

TEST_P(StoreContract, AnotherRecordUnderTheSameKeyIsAChange) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", site_called("s", "old")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin();
  EXPECT_EQ(second->put("1", site_called("s", "new")), PutOutcome::changed);
  ASSERT_TRUE(second->commit());
  EXPECT_EQ((*store_->find_listing(SiteId("s")))->site.name, "new");
  EXPECT_EQ(written(*store_->changes_after(Revision{0}, 10)), (Lines{"+0 s", "+0 s"}));
}

TEST_P(StoreContract, WhatASourceNoLongerNamesIsRetiredAndWhatComesBackIsAdded) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", site_called("a")));
  ASSERT_TRUE(first->put("2", site_called("b")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin();
  ASSERT_TRUE(second->put("1", site_called("a")));
  EXPECT_EQ(second->retire_others(SubjectKind::site), 1U);
  ASSERT_TRUE(second->commit());
  second.reset();
  EXPECT_EQ(store_->find_listing(SiteId("b")), std::nullopt);
  EXPECT_EQ(store_->counts()->sites, 1U);
  auto third = begin();
  EXPECT_EQ(third->put("2", site_called("b")), PutOutcome::added);
  ASSERT_TRUE(third->commit());
  EXPECT_EQ(site_ids_of(*store_), (Lines{"a", "b"}));
  EXPECT_EQ(written(*store_->changes_after(Revision{0}, 10)), (Lines{"+0 a", "+0 b", "-0 b", "+0 b"}));
}

TEST_P(StoreContract, RetiringTouchesNeitherOtherSourcesNorOtherKinds) {
  auto first = begin("one");
  ASSERT_TRUE(first->put("1", site_called("a")));
  ASSERT_TRUE(first->put("1", practitioner_at("p", {})));
  ASSERT_TRUE(first->put("1", claim_of("a", "insurance")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin("two");
  EXPECT_EQ(second->retire_others(SubjectKind::site), 0U);
  ASSERT_TRUE(second->commit());
  second.reset();
  auto third = begin("one");
  EXPECT_EQ(third->retire_others(SubjectKind::claim), 1U);
  ASSERT_TRUE(third->commit());
  const auto counts = *store_->counts();
  EXPECT_EQ(counts.sites, 1U);
  EXPECT_EQ(counts.practitioners, 1U);
  EXPECT_EQ(counts.claims, 0U);
}

TEST_P(StoreContract, AnIdOfAnotherSourceIsAConflictAndTheSessionGoesOn) {
  auto first = begin("one");
  ASSERT_TRUE(first->put("1", site_called("s", "first")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin("two");
  EXPECT_EQ(second->put("1", site_called("s", "second")).error().kind, ErrorKind::conflict);
  EXPECT_EQ(second->put("2", site_called("t")), PutOutcome::added);
  ASSERT_TRUE(second->commit());
  EXPECT_EQ((*store_->find_listing(SiteId("s")))->site.name, "first");
  EXPECT_EQ(store_->counts()->sites, 2U);
}

TEST_P(StoreContract, AnIdThatItsSourceRetiredMayBeTakenByAnother) {
  auto first = begin("one");
  ASSERT_TRUE(first->put("1", site_called("s")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin("one");
  ASSERT_TRUE(second->retire_others(SubjectKind::site));
  ASSERT_TRUE(second->commit());
  second.reset();
  auto third = begin("two");
  EXPECT_EQ(third->put("9", site_called("s")), PutOutcome::added);
  ASSERT_TRUE(third->commit());
  EXPECT_EQ((*store_->find_listing(SiteId("s")))->site.source, SourceId("two"));
}

TEST_P(StoreContract, AKeyOrAnIdPutTwiceInOneSessionIsAConflict) {
  auto session = begin();
  ASSERT_TRUE(session->put("1", site_called("s")));
  EXPECT_EQ(session->put("1", site_called("s")).error().kind, ErrorKind::conflict);
  EXPECT_EQ(session->put("1", site_called("t")).error().kind, ErrorKind::conflict);
  EXPECT_EQ(session->put("2", site_called("s")).error().kind, ErrorKind::conflict);
  EXPECT_EQ(session->put("1", practitioner_at("s", {})), PutOutcome::added) << "kinds have keys and ids of their own";
}

TEST_P(StoreContract, AKeyThatComesToNameAnotherIdRetiresTheOldOne) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", site_called("old")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin();
  EXPECT_EQ(second->put("1", site_called("new")), PutOutcome::added);
  ASSERT_TRUE(second->commit());
  EXPECT_EQ(site_ids_of(*store_), Lines{"new"});
  EXPECT_EQ(written(*store_->changes_after(Revision{1}, 10)), (Lines{"-0 old", "+0 new"}));
}

TEST_P(StoreContract, TwoKeysMayChangePlaces) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", site_called("a")));
  ASSERT_TRUE(first->put("2", site_called("b")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin();
  ASSERT_TRUE(second->put("1", site_called("b")));
  ASSERT_TRUE(second->put("2", site_called("a")));
  EXPECT_EQ(second->retire_others(SubjectKind::site), 0U);
  ASSERT_TRUE(second->commit());
  EXPECT_EQ(site_ids_of(*store_), (Lines{"a", "b"}));
}

TEST_P(StoreContract, ARecordThatBreaksARuleIsRefusedAndTheSessionGoesOn) {
  auto session = begin();
  auto site = site_called("s");
  site.address.country = "england";
  EXPECT_EQ(session->put("1", site).error().parameter, "address.country");
  EXPECT_EQ(session->put("1", site_called("s", "\xff")).error().kind, ErrorKind::invalid_input);
  EXPECT_EQ(session->put("1", site_called("s")), PutOutcome::added);
  EXPECT_TRUE(session->commit());
}

TEST_P(StoreContract, AListingHasItsPeopleByIdAndItsClaimsBeforeTheirs) {
  auto session = begin();
  ASSERT_TRUE(session->put("1", practitioner_at("q", {SiteId("s"), SiteId("s"), SiteId("nowhere")})));
  ASSERT_TRUE(session->put("2", practitioner_at("p", {SiteId("other"), SiteId("s")})));
  ASSERT_TRUE(session->put("3", practitioner_at("elsewhere", {SiteId("other")})));
  ASSERT_TRUE(session->put("1", claim_of("q", "of q")));
  ASSERT_TRUE(session->put("2", claim_of("p", "of p")));
  ASSERT_TRUE(session->put("3", claim_of("s", "of s")));
  ASSERT_TRUE(session->put("4", claim_of("elsewhere", "of nobody here")));
  ASSERT_TRUE(session->put("1", site_called("s")));
  ASSERT_TRUE(session->commit());
  const auto listing = **store_->find_listing(SiteId("s"));
  Lines people;
  for (const auto& practitioner : listing.practitioners) people.push_back(practitioner.id.text());
  Lines claims;
  for (const auto& claim : listing.claims) claims.push_back(claim.claim);
  EXPECT_EQ(people, (Lines{"p", "q"}));
  EXPECT_EQ(claims, (Lines{"of s", "of p", "of q"}));
}

TEST_P(StoreContract, SomebodyWhoLeavesASiteOrRetiresIsNoLongerListedThere) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", site_called("s")));
  ASSERT_TRUE(first->put("1", practitioner_at("p", {SiteId("s")})));
  ASSERT_TRUE(first->put("2", practitioner_at("q", {SiteId("s")})));
  ASSERT_TRUE(first->commit());
  first.reset();
  EXPECT_EQ((*store_->find_listing(SiteId("s")))->practitioners.size(), 2U);
  auto second = begin();
  ASSERT_TRUE(second->put("1", practitioner_at("p", {SiteId("t")})));
  ASSERT_TRUE(second->retire_others(SubjectKind::practitioner));
  ASSERT_TRUE(second->commit());
  EXPECT_TRUE((*store_->find_listing(SiteId("s")))->practitioners.empty());
  EXPECT_TRUE(*store_->find_practitioner(PractitionerId("p")));
  EXPECT_FALSE(*store_->find_practitioner(PractitionerId("q")));
}

TEST_P(StoreContract, AClaimThatComesToSpeakOfAnotherChangesBoth) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", claim_of("a", "insurance")));
  ASSERT_TRUE(first->commit());
  first.reset();
  auto second = begin();
  EXPECT_EQ(second->put("1", claim_of("b", "insurance")), PutOutcome::changed);
  ASSERT_TRUE(second->commit());
  EXPECT_EQ(written(*store_->changes_after(Revision{1}, 10)), (Lines{"-2 a", "+2 b"}));
}

TEST_P(StoreContract, ASiteChangesWhenSomebodyLeavesItAndIsFoundByWhoWorksThere) {
  auto first = begin();
  ASSERT_TRUE(first->put("1", practitioner_at("p", {SiteId("s"), SiteId("t")})));
  ASSERT_TRUE(first->commit());
  first.reset();
  EXPECT_EQ(store_->sites_of(PractitionerId("p")), (std::vector{SiteId("s"), SiteId("t")}));
  auto second = begin();
  ASSERT_TRUE(second->put("1", practitioner_at("p", {SiteId("t"), SiteId("u")})));
  const auto revision = second->commit();
  second.reset();
  EXPECT_EQ(written(*store_->changes_after(Revision{1}, 10)), (Lines{"+1 p", "+0 s"}));
  auto third = begin();
  ASSERT_TRUE(third->retire_others(SubjectKind::practitioner));
  ASSERT_TRUE(third->commit());
  EXPECT_EQ(written(*store_->changes_after(*revision, 10)), Lines{"-1 p"});
  EXPECT_EQ(store_->sites_of(PractitionerId("p")), (std::vector{SiteId("t"), SiteId("u")})) << "where p was missed";
}

TEST_P(StoreContract, ChangesAreReadInPartsWithoutGapOrRepeat) {
  auto session = begin();
  for (int i = 0; i < 25; ++i) ASSERT_TRUE(session->put(std::to_string(i), site_called(std::to_string(i).c_str())));
  const auto newest = session->commit();
  Lines seen;
  Revision at{0};
  for (auto part = store_->changes_after(at, 4); !part->empty(); part = store_->changes_after(at, 4)) {
    EXPECT_LE(part->size(), 4U);
    for (const auto& change : *part) {
      EXPECT_GT(change.revision, at);
      at = change.revision;
      seen.push_back(change.id);
    }
  }
  EXPECT_EQ(at, newest);
  EXPECT_EQ(seen.size(), 25U);
  EXPECT_EQ(seen.front(), "0");
  EXPECT_TRUE(store_->changes_after(Revision{0}, 0)->empty());
}

TEST_P(StoreContract, SourcesAreSummedUpWithWhatStandsOfThem) {
  auto first = begin("b");
  ASSERT_TRUE(first->put("1", site_called("s")));
  ASSERT_TRUE(first->put("1", claim_of("s", "insurance")));
  ASSERT_TRUE(first->commit());
  first.reset();
  const Source source{.id = SourceId("a"),
                      .origin = "https://example.org/a",
                      .format = "geojson",
                      .licence = "ODbL-1.0",
                      .attribution = "© contributors",
                      .imported_at = *parse_instant("2026-11-22T18:00:00Z")};
  ASSERT_TRUE((*store_->begin_import(source))->commit());
  const auto sources = *store_->sources();
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources[0].source, source);
  EXPECT_EQ(sources[0].standing.sites, 0U);
  EXPECT_EQ(sources[1].source.id, SourceId("b"));
  EXPECT_EQ(sources[1].standing.sites, 1U);
  EXPECT_EQ(sources[1].standing.claims, 1U);
}

TEST_P(StoreContract, ASourceWithoutANameCannotBeImported) {
  EXPECT_EQ(store_->begin_import(Source{}).error().kind, ErrorKind::invalid_input);
}

TEST_P(StoreContract, ASecondSessionIsUnavailableWhileTheFirstIsOpen) {
  auto first = begin();
  const auto second = store_->begin_import({.id = SourceId("two")});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().kind, ErrorKind::unavailable);
  EXPECT_TRUE(first->commit());
}

TEST_P(StoreContract, AnErrorOfTheVisitorEndsTheWalkAndIsHandedOn) {
  auto session = begin();
  for (const auto* id : {"a", "b", "c"}) ASSERT_TRUE(session->put(id, site_called(id)));
  ASSERT_TRUE(session->commit());
  int visited = 0;
  const auto walk = store_->for_each_listing([&](const Listing&) -> Result<void> {
    ++visited;
    return fail(ErrorKind::not_found, "enough");
  });
  EXPECT_EQ(walk.error().message, "enough");
  EXPECT_EQ(visited, 1);
  EXPECT_EQ(site_ids_of(*store_).size(), 3U);
}

TEST_P(StoreContract, AWalkSeesOneSnapshotWhileAnImportIsCommitted) {
  auto first = begin();
  for (const auto* id : {"a", "b"}) ASSERT_TRUE(first->put(id, site_called(id, "old")));
  ASSERT_TRUE(first->commit());
  first.reset();
  Lines names;
  ASSERT_TRUE(store_->for_each_listing([&](const Listing& listing) -> Result<void> {
    names.push_back(listing.site.name);
    if (names.size() > 1) return {};
    auto second = begin();
    for (const auto* id : {"a", "b", "c"}) TRY_VOID(second->put(id, site_called(id, "new")));
    TRY_VOID(second->commit());
    EXPECT_EQ((*store_->find_listing(SiteId("b")))->site.name, "new");
    return {};
  }));
  EXPECT_EQ(names, (Lines{"old", "old"}));
}

TEST_P(StoreContract, ManyThreadsReadWhileOneImports) {
  auto first = begin();
  for (int i = 0; i < 50; ++i) ASSERT_TRUE(first->put(std::to_string(i), site_called(std::to_string(i).c_str())));
  ASSERT_TRUE(first->commit());
  first.reset();
  std::atomic<bool> done = false;
  std::vector<std::jthread> readers;
  for (int i = 0; i < 3; ++i) {
    readers.emplace_back([&] {
      do EXPECT_EQ(store_->counts()->sites % 50, 0U);
      while (!done && store_->find_listing(SiteId("7")));
    });
  }
  auto second = begin("more");
  for (int i = 50; i < 100; ++i) ASSERT_TRUE(second->put(std::to_string(i), site_called(std::to_string(i).c_str())));
  EXPECT_TRUE(second->commit());
  done = true;
}

TEST_P(StoreContract, RandomRecordsComeBackEqual) {
  constexpr std::uint32_t kSeed = 20'261'122;
  RandomValues random(kSeed);
  std::map<SiteId, Listing> expected;
  auto session = begin();
  for (int i = 0; i < 60; ++i) {
    const auto key = std::to_string(i);
    Listing listing{.site = random.site(SiteId(random.some_text() + key)), .practitioners = {}, .claims = {}};
    auto practitioner = random.practitioner(PractitionerId("p" + key));
    practitioner.sites.push_back(listing.site.id);
    auto claim = random.claim("p" + key);
    ASSERT_TRUE(session->put(key, listing.site)) << "seed " << kSeed;
    ASSERT_TRUE(session->put(key, practitioner)) << "seed " << kSeed;
    ASSERT_TRUE(session->put(key, claim)) << "seed " << kSeed;
    listing.site.source = practitioner.source = claim.source = SourceId("clinics");
    listing.practitioners.push_back(practitioner);
    listing.claims.push_back(claim);
    expected.emplace(listing.site.id, listing);
  }
  ASSERT_TRUE(session->commit());
  auto next = expected.begin();
  ASSERT_TRUE(store_->for_each_listing([&](const Listing& listing) -> Result<void> {
    EXPECT_EQ(listing, next->second) << "seed " << kSeed;
    EXPECT_EQ(*store_->find_listing(listing.site.id), listing) << "seed " << kSeed;
    ++next;
    return {};
  }));
  EXPECT_EQ(next, expected.end());
}

}  // namespace
}  // namespace nearme
