#include <gtest/gtest.h>

#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/sqlite_test_files.hpp"

namespace nearme {
namespace {

using Lines = std::vector<std::string>;

Site site_called(const char* id, const char* name) {
  Site site{.id = SiteId(id), .position = *LatLon::make({.lat = 1, .lon = 2})};
  site.name = name;
  return site;
}

class StoreEdits : public testing::Test {
 protected:
  std::unique_ptr<ImportSession> begin() { return *store_->begin_import({.id = SourceId("clinics")}); }

  EditOutcome put(const Site& site) { return make({.id = site.id, .site = site}); }
  EditOutcome remove(const char* id) { return make({.id = SiteId(id), .site = {}}); }
  EditOutcome make(const SiteEdit& edit) { return (*store_->edit({&edit, 1})).front().value(); }

  std::string name_of(const char* id) {
    const auto listing = *store_->find_listing(SiteId(id));
    return listing ? listing->site.name : "nothing";
  }

  /// Imports sites with these ids, all of this name, and nothing else.
  std::vector<PutOutcome> import(std::vector<const char*> ids, const char* name) {
    auto session = begin();
    std::vector<PutOutcome> outcomes;
    for (const char* id : ids) outcomes.push_back(session->put(id, site_called(id, name)).value());
    EXPECT_TRUE(session->retire_others(SubjectKind::site));
    EXPECT_TRUE(session->commit());
    return outcomes;
  }

  Lines log() {
    Lines lines;
    const auto changes = store_->changes_after(Revision{0}, 100).value();
    for (const auto& change : changes) lines.push_back((change.retired ? "-" : "+") + change.id);
    return lines;
  }

  std::unique_ptr<Store> store_ =
      *open_sqlite_store(fresh_folder() / "store.sqlite", {.patience = std::chrono::milliseconds{50}});
};

TEST_F(StoreEdits, ASiteIsAddedChangedAndDeletedAndEachIsALineOfTheLog) {
  EXPECT_EQ(put(site_called("s", "one")), EditOutcome::added);
  EXPECT_EQ((*store_->find_listing(SiteId("s")))->site.source, SourceId(std::string(kSourceOfEdits)));
  EXPECT_EQ(put(site_called("s", "two")), EditOutcome::changed);
  EXPECT_EQ(put(site_called("s", "two")), EditOutcome::unchanged);
  EXPECT_EQ(name_of("s"), "two");
  EXPECT_EQ(remove("s"), EditOutcome::deleted);
  EXPECT_EQ(remove("s"), EditOutcome::not_found);
  EXPECT_EQ(remove("nobody"), EditOutcome::not_found);
  EXPECT_EQ(name_of("s"), "nothing");
  EXPECT_EQ(put(site_called("s", "two")), EditOutcome::added);
  EXPECT_EQ(log(), (Lines{"+s", "+s", "-s", "+s"}));
}

TEST_F(StoreEdits, AnImportNeitherChangesNorRetiresWhatWasEdited) {
  import({"s", "t"}, "imported");
  EXPECT_EQ(put(site_called("s", "edited")), EditOutcome::changed);
  EXPECT_EQ(import({"s", "t"}, "imported again"), (std::vector{PutOutcome::overridden, PutOutcome::changed}));
  EXPECT_EQ(name_of("s"), "edited");
  EXPECT_EQ(name_of("t"), "imported again");
  import({"t"}, "imported again");
  EXPECT_EQ(name_of("s"), "edited");
  EXPECT_EQ(store_->counts()->sites, 2U);
}

TEST_F(StoreEdits, AnImportDoesNotBringBackWhatWasDeleted) {
  import({"s"}, "imported");
  EXPECT_EQ(remove("s"), EditOutcome::deleted);
  EXPECT_EQ(import({"s"}, "imported again"), std::vector{PutOutcome::overridden});
  EXPECT_EQ(name_of("s"), "nothing");
  EXPECT_EQ(store_->counts()->sites, 0U);
  EXPECT_EQ(put(site_called("s", "back")), EditOutcome::added);
  EXPECT_EQ(name_of("s"), "back");
}

TEST_F(StoreEdits, ARecordThatIsPutBackAsItStandsStaysWithItsSource) {
  import({"s"}, "imported");
  EXPECT_EQ(put(site_called("s", "imported")), EditOutcome::unchanged);
  EXPECT_EQ(import({"s"}, "imported again"), std::vector{PutOutcome::changed});
  EXPECT_EQ(name_of("s"), "imported again");
}

TEST_F(StoreEdits, ManyEditsAreMadeInOrderAndABadOneConcernsNoOther) {
  Site bad = site_called("bad", "\xff");
  const std::vector<SiteEdit> edits{{.id = SiteId("a"), .site = site_called("a", "one")},
                                    {.id = SiteId("bad"), .site = bad},
                                    {.id = SiteId("a"), .site = site_called("a", "two")},
                                    {.id = SiteId("b"), .site = {}}};
  const auto outcomes = *store_->edit(edits);
  EXPECT_EQ(outcomes[0], EditOutcome::added);
  EXPECT_EQ(outcomes[1].error().kind, ErrorKind::invalid_input);
  EXPECT_EQ(outcomes[2], EditOutcome::changed);
  EXPECT_EQ(outcomes[3], EditOutcome::not_found);
  EXPECT_EQ(name_of("a"), "two");
}

TEST_F(StoreEdits, WaitForNoImportThatTakesTooLong) {
  auto session = begin();
  const SiteEdit edit{.id = SiteId("s"), .site = site_called("s", "one")};
  EXPECT_EQ(store_->edit({&edit, 1}).error().kind, ErrorKind::unavailable);
  session.reset();
  EXPECT_EQ(make(edit), EditOutcome::added) << "the next one must not suffer from it";
}

TEST_F(StoreEdits, NoImportMayHaveTheirName) {
  EXPECT_EQ(store_->begin_import({.id = SourceId(std::string(kSourceOfEdits))}).error().kind, ErrorKind::invalid_input);
}

}  // namespace
}  // namespace nearme
