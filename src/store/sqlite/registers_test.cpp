#include "store/sqlite/registers.hpp"

#include <gtest/gtest.h>

#include "store/sqlite/sqlite_test_files.hpp"

namespace nearme {
namespace {

class RegistersTest : public testing::Test {
 protected:
  void SetUp() override { registers_ = Registers::open(fresh_folder() / "store.sqlite").value(); }

  static Register about(const char* day) {
    return {.id = RegisterId{"nurses"},
            .name = "Register of Nurses",
            .also_called = {"RN", "Nurses"},
            .jurisdiction = "GB",
            .dated = parse_date(day).value()};
  }

  static RegisterEntry entry(const std::string& number, const std::string& name) {
    RegisterEntry made;
    made.key = number;
    made.number = number;
    made.name = name;
    return made;
  }

  /// Imports a file of that day as a whole; gives how many entries it withdrew.
  std::uint64_t import(const char* day, const std::vector<RegisterEntry>& entries) {
    auto session = registers_->begin_import(about(day)).value();
    for (const auto& each : entries) EXPECT_TRUE(session->put(each));
    const auto withdrawn = session->withdraw_others().value();
    EXPECT_TRUE(session->commit());
    return withdrawn;
  }

  std::unique_ptr<Registers> registers_;
};

TEST_F(RegistersTest, AStoreWithoutRegistersFindsNothing) {
  EXPECT_TRUE(registers_->list().value().empty());
  EXPECT_FALSE(registers_->find(RegisterId{"nurses"}, "1").value());
}

TEST_F(RegistersTest, AnEntryIsReadAsItWasPut) {
  auto whole = entry("12A", "Jane Smith");
  whole.name_key = "jane smith";
  whole.subject = EntrySubject::organisation;
  whole.status = EntryStatus::barred;
  whole.status_words = "Erased";
  whole.valid_until = parse_date("2027-01-31").value();
  whole.address = {.street = "1 Quay", .city = "Leeds", .region = "Yorkshire", .postcode = "LS1 1AA", .country = "GB"};
  whole.url = "https://register.example/12A";
  import("2026-11-01", {whole});
  EXPECT_EQ(registers_->find(RegisterId{"nurses"}, "12A").value(), whole);
  const auto listed = registers_->list().value();
  ASSERT_EQ(listed.size(), 1);
  EXPECT_EQ(listed[0].about, about("2026-11-01"));
  EXPECT_EQ(listed[0].entries, 1);
}

TEST_F(RegistersTest, WhatTheNextFileDoesNotHaveIsWithdrawnOnItsDateAndFoundStill) {
  import("2026-10-01", {entry("1", "Ann"), entry("2", "Ben")});
  EXPECT_EQ(import("2026-11-01", {entry("2", "Ben")}), 1);
  EXPECT_EQ(registers_->find(RegisterId{"nurses"}, "1").value()->withdrawn, parse_date("2026-11-01").value());
  EXPECT_EQ(registers_->list().value()[0].entries, 1);
  EXPECT_EQ(import("2026-12-01", {entry("2", "Ben")}), 0);
  EXPECT_EQ(registers_->find(RegisterId{"nurses"}, "1").value()->withdrawn, parse_date("2026-11-01").value());
}

TEST_F(RegistersTest, AnEntryThatComesBackIsNoLongerWithdrawn) {
  import("2026-10-01", {entry("1", "Ann")});
  import("2026-11-01", {entry("2", "Ben")});
  auto session = registers_->begin_import(about("2026-12-01")).value();
  EXPECT_EQ(session->put(entry("1", "Ann")), PutOutcome::added);
  EXPECT_EQ(session->put(entry("2", "Ben")), PutOutcome::unchanged);
  EXPECT_EQ(session->put(entry("3", "Cis")), PutOutcome::added);
  EXPECT_TRUE(session->commit());
  EXPECT_FALSE(registers_->find(RegisterId{"nurses"}, "1").value()->withdrawn);
}

TEST_F(RegistersTest, AChangedEntryIsToldFromOneThatIsTheSame) {
  import("2026-10-01", {entry("1", "Ann")});
  auto session = registers_->begin_import(about("2026-11-01")).value();
  EXPECT_EQ(session->put(entry("1", "Anna")), PutOutcome::changed);
}

TEST_F(RegistersTest, ANumberThatStandsTwiceInOneFileIsAConflict) {
  auto session = registers_->begin_import(about("2026-11-01")).value();
  EXPECT_TRUE(session->put(entry("1", "Ann")));
  const auto again = session->put(entry("1", "Ben"));
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().kind, ErrorKind::conflict);
  EXPECT_TRUE(session->put(entry("2", "Cis")));
}

TEST_F(RegistersTest, AnImportThatIsNotCommittedLeavesTheRegisterAsItWas) {
  import("2026-10-01", {entry("1", "Ann")});
  {
    auto session = registers_->begin_import(about("2026-11-01")).value();
    EXPECT_TRUE(session->put(entry("2", "Ben")));
    EXPECT_TRUE(session->withdraw_others());
  }
  EXPECT_FALSE(registers_->find(RegisterId{"nurses"}, "2").value());
  EXPECT_FALSE(registers_->find(RegisterId{"nurses"}, "1").value()->withdrawn);
  EXPECT_EQ(registers_->list().value()[0].about.dated, parse_date("2026-10-01").value());
}

TEST_F(RegistersTest, OnlyEntriesWithAKeyOfTheirNameAreFoundByName) {
  auto named = entry("1", "Ann Lee");
  named.name_key = "ann lee";
  import("2026-10-01", {named, entry("2", "Ann Lee")});
  ASSERT_EQ(registers_->find_by_name(RegisterId{"nurses"}, "ann lee").value().size(), 1);
  EXPECT_TRUE(registers_->find_by_name(RegisterId{"nurses"}, "").value().empty());
}

}  // namespace
}  // namespace nearme
