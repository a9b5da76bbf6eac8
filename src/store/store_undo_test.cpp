#include <algorithm>

#include <gtest/gtest.h>

#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/sqlite_test_files.hpp"

namespace nearme {
namespace {

using Lines = std::vector<std::string>;

Site site_called(const std::string& id, const std::string& name = "A clinic") {
  Site site{.id = SiteId(id), .position = *LatLon::make({.lat = 1, .lon = 2})};
  site.name = name;
  return site;
}

Practitioner practitioner_at(const std::string& id, std::vector<SiteId> sites) {
  Practitioner practitioner;
  practitioner.id = PractitionerId(id);
  practitioner.sites = std::move(sites);
  return practitioner;
}

class StoreUndo : public testing::Test {
 protected:
  std::unique_ptr<ImportSession> begin(const char* source = "clinics") {
    return *store_->begin_import({.id = SourceId(source)});
  }

  /// Imports sites with these ids, all of this name, and nothing else.
  void import(const std::vector<std::string>& ids, const char* name, const char* source = "clinics") {
    auto session = begin(source);
    for (const auto& id : ids) EXPECT_TRUE(session->put(id, site_called(id, name)));
    EXPECT_TRUE(session->retire_others(SubjectKind::site));
    EXPECT_TRUE(session->commit());
  }

  UndoneImport undo(const char* source = "clinics") {
    const auto undone = store_->undo_import(SourceId(source));
    EXPECT_TRUE(undone) << undone.error().message;
    return undone.value_or(UndoneImport{});
  }

  void edit(const char* id, std::optional<Site> site) {
    const SiteEdit edit{.id = SiteId(id), .site = std::move(site)};
    EXPECT_TRUE((*store_->edit({&edit, 1})).front());
  }

  std::vector<Listing> listings() {
    std::vector<Listing> read;
    EXPECT_TRUE(store_->for_each_listing([&](const Listing& listing) -> Result<void> {
      read.push_back(listing);
      return {};
    }));
    return read;
  }

  /// Each site as "id: name".
  Lines sites() {
    Lines lines;
    for (const auto& listing : listings()) lines.push_back(listing.site.id.text() + ": " + listing.site.name);
    return lines;
  }

  std::unique_ptr<Store> store_ = *open_sqlite_store(fresh_folder() / "store.sqlite");
};

TEST_F(StoreUndo, NothingOrAnUnknownSourceCannotBeUndone) {
  EXPECT_EQ(store_->undo_import(std::nullopt).error().kind, ErrorKind::not_found);
  import({"a"}, "one");
  EXPECT_EQ(store_->undo_import(SourceId("nobody")).error().kind, ErrorKind::not_found);
  EXPECT_EQ(sites(), Lines{"a: one"});
}

TEST_F(StoreUndo, TheFirstImportOfASourceLeavesOthersAsTheyAre) {
  import({"b"}, "another's", "others");
  import({"a"}, "one");
  EXPECT_EQ(undo().removed, 1U);
  EXPECT_EQ(sites(), Lines{"b: another's"});
}

TEST_F(StoreUndo, BringsBackWhatWasAddedChangedRetiredAndRenamed) {
  auto session = begin();
  for (const std::string key : {"kept", "changed", "gone", "renamed"}) {
    ASSERT_TRUE(session->put(key, site_called(key)));
    ASSERT_TRUE(session->put(key, practitioner_at("p-" + key, {SiteId("kept"), SiteId("changed")})));
  }
  ASSERT_TRUE(session->commit());
  session.reset();
  const auto before = listings();
  session = begin();
  ASSERT_TRUE(session->put("kept", site_called("kept")));
  ASSERT_TRUE(session->put("changed", site_called("changed", "Another name")));
  ASSERT_TRUE(session->put("renamed", site_called("renamed-anew")));
  ASSERT_TRUE(session->put("added", site_called("added")));
  ASSERT_TRUE(session->put("changed", practitioner_at("p-changed", {SiteId("added")})));
  ASSERT_TRUE(session->retire_others(SubjectKind::site));
  ASSERT_TRUE(session->retire(SubjectKind::practitioner, "gone"));
  ASSERT_TRUE(session->commit());
  session.reset();
  ASSERT_NE(listings(), before);
  const auto revision = store_->revision().value();
  const auto undone = store_->undo_import(std::nullopt);
  ASSERT_TRUE(undone) << undone.error().message;
  EXPECT_EQ(undone->source, SourceId("clinics"));
  EXPECT_EQ(listings(), before);
  EXPECT_GT(store_->revision().value(), revision) << "the undoing is a change of its own";
  EXPECT_EQ(store_->undo_import(SourceId("clinics")).error().kind, ErrorKind::not_found) << "once is all";
}

TEST_F(StoreUndo, KeysThatChangedHandsChangeBack) {
  auto session = begin();
  ASSERT_TRUE(session->put("1", site_called("a")));
  ASSERT_TRUE(session->put("2", site_called("b")));
  ASSERT_TRUE(session->commit());
  session.reset();
  session = begin();
  ASSERT_TRUE(session->put("2", site_called("a")));
  ASSERT_TRUE(session->retire_others(SubjectKind::site));
  ASSERT_TRUE(session->commit());
  session.reset();
  ASSERT_EQ(sites(), Lines{"a: A clinic"});
  undo();
  EXPECT_EQ(sites(), (Lines{"a: A clinic", "b: A clinic"}));
  session = begin();
  EXPECT_EQ(session->put("1", site_called("a")), PutOutcome::unchanged);
  EXPECT_EQ(session->put("2", site_called("b")), PutOutcome::unchanged);
}

TEST_F(StoreUndo, WhatTheOperatorHasEditedSinceGoesOnStanding) {
  import({"changed", "edited-before", "gone"}, "one");
  edit("edited-before", site_called("edited-before", "mine"));
  import({"changed", "edited-before", "added"}, "two");
  edit("changed", site_called("changed", "mine"));
  edit("added", site_called("added", "mine"));
  edit("gone", site_called("gone", "mine"));
  undo();
  EXPECT_EQ(sites(), (Lines{"added: mine", "changed: mine", "edited-before: mine", "gone: mine"}));
  import({"changed", "gone"}, "one");
  EXPECT_EQ(sites(), (Lines{"added: mine", "changed: mine", "edited-before: mine", "gone: mine"}));
}

TEST_F(StoreUndo, WhatAnotherSourceHasTakenSinceIsLeftToIt) {
  import({"a", "b"}, "one");
  import({"b"}, "two");
  import({"a"}, "another's", "others");
  const auto undone = undo();
  EXPECT_EQ(undone.restored, 1U);
  EXPECT_EQ(undone.taken, 1U);
  EXPECT_EQ(sites(), (Lines{"a: another's", "b: one"}));
}

TEST_F(StoreUndo, WhatWasTakenFromAnotherSourceIsThatOnesAgain) {
  import({"a", "b"}, "another's", "others");
  import({"b"}, "another's", "others");
  import({"a"}, "one");
  ASSERT_EQ(sites(), (Lines{"a: one", "b: another's"}));
  undo();
  EXPECT_EQ(sites(), Lines{"b: another's"});
  undo("others");
  EXPECT_EQ(sites(), (Lines{"a: another's", "b: another's"}));
}

TEST_F(StoreUndo, EachRecordThatIsSeenToChangeHasALineOfTheLog) {
  import({"kept", "changed", "gone"}, "one");
  auto session = begin();
  ASSERT_TRUE(session->put("p", practitioner_at("p", {SiteId("kept")})));
  ASSERT_TRUE(session->put("kept", site_called("kept", "one")));
  ASSERT_TRUE(session->put("changed", site_called("changed", "two")));
  ASSERT_TRUE(session->put("added", site_called("added", "two")));
  ASSERT_TRUE(session->retire_others(SubjectKind::site));
  ASSERT_TRUE(session->commit());
  session.reset();
  const auto revision = store_->revision().value();
  undo();
  Lines lines;
  const auto changes = store_->changes_after(revision, 100).value();
  for (const auto& change : changes) lines.push_back((change.retired ? "-" : "+") + change.id);
  std::ranges::sort(lines);
  EXPECT_EQ(lines, (Lines{"+changed", "+gone", "+kept", "-added", "-p"}))
      << "somebody no longer works at the kept site";
}

}  // namespace
}  // namespace nearme
