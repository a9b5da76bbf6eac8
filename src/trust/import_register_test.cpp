#include "trust/import_register.hpp"

#include <cstdlib>

#include "base/json.hpp"
#include "intake/unpack/zip_of.hpp"
#include "trust/register_fixture.hpp"

namespace nearme {
namespace {

class ImportRegister : public RegisterFixture {};

constexpr std::string_view kNurses =
    "number,name,status,expires,address,url\n"
    "12A-1,Jane Smith,Registered,2027-03-31,1 Quay,https://register.example/12A1\n"
    "12A-2,John Miller,Struck off,,,\n"
    "12A-3,Ann Lee,Lapsed,,,\n";

TEST_F(ImportRegister, AnyTableWithTheColumnsOfARegisterIsReadAsItIs) {
  const auto report = import(request("nurses", "2026-11-01"), kNurses).value();
  EXPECT_EQ(report.format, "csv");
  EXPECT_EQ(report.rows, (RowCounts{.read = 3, .added = 3}));
  const auto jane = found("nurses", "12A1");
  ASSERT_TRUE(jane);
  EXPECT_EQ(jane->name, "Jane Smith");
  EXPECT_EQ(jane->number, "12A-1");
  EXPECT_EQ(jane->status, EntryStatus::active);
  EXPECT_EQ(jane->valid_until, parse_date("2027-03-31").value());
  EXPECT_EQ(jane->url, "https://register.example/12A1");
  EXPECT_EQ(found("nurses", "12A2")->status, EntryStatus::barred);
  EXPECT_EQ(found("nurses", "12A2")->status_words, "Struck off");
  EXPECT_EQ(found("nurses", "12A3")->status, EntryStatus::lapsed);
}

TEST_F(ImportRegister, TheSameFileAgainChangesNothing) {
  ASSERT_TRUE(import(request("nurses", "2026-11-01"), kNurses));
  EXPECT_EQ(import(request("nurses", "2026-11-01"), kNurses)->rows, (RowCounts{.read = 3, .unchanged = 3}));
}

TEST_F(ImportRegister, ANewerFileRefreshesAndWithdrawsWhatItNoLongerHas) {
  ASSERT_TRUE(import(request("nurses", "2026-10-01"), kNurses));
  const auto report = import(request("nurses", "2026-11-01"),
                             "number,name,status\n12A-1,Jane Smith-Jones,Registered\n12A-9,New Nurse,Registered\n");
  EXPECT_EQ(report->rows, (RowCounts{.read = 2, .added = 1, .changed = 1, .retired = 2}));
  EXPECT_EQ(found("nurses", "12A2")->withdrawn, parse_date("2026-11-01").value());
  EXPECT_EQ(found("nurses", "12A1")->name, "Jane Smith-Jones");
}

TEST_F(ImportRegister, WhatWasSaidOfARegisterHoldsForItsNextFile) {
  auto asked = request("nurses", "2026-10-01");
  asked.about.name = "Register of Nurses";
  asked.about.also_called = {"RN"};
  ASSERT_TRUE(import(asked, kNurses));
  const auto report = import(request("nurses", "2026-11-01"), kNurses);
  EXPECT_EQ(report->about.name, "Register of Nurses");
  EXPECT_EQ(report->about.also_called, std::vector<std::string>{"RN"});
}

TEST_F(ImportRegister, AnOlderFileIsRefused) {
  ASSERT_TRUE(import(request("nurses", "2026-11-01"), kNurses));
  const auto report = import(request("nurses", "2026-10-01"), kNurses);
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message.find("2026-10-01"), std::string::npos) << report.error().message;
}

TEST_F(ImportRegister, EveryRejectedRowIsToldWithItsLineAndReason) {
  const auto report = import(request("nurses", "2026-11-01"),
                             "number,name,status,expires\n"
                             "1,Jane Smith,Registered,\n"
                             ",No Number,Registered,\n"
                             "2,,Registered,\n"
                             "1,Jane Again,Registered,\n"
                             "3,Ann Lee,Under a cloud,\n"
                             "4,Ben Hill,Registered,01/02/2027\n"
                             "5,Cis Dale,Registered,,and more\n");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->rows, (RowCounts{.read = 7, .added = 1, .rejected = 6}));
  const std::vector<Rejection> expected{
      {3, "the row has no number", "No Number"},
      {4, "the row has no name", "2"},
      {5, "the number is in the file twice", "1"},
      {6, "a status is not known; say in the mapping's [status] what it means", "Under a cloud"},
      {7, "a date is none, or could be two days; say which comes first with 'dates'", "01/02/2027"},
      {8, "the row has more cells than there are columns", "and more"}};
  EXPECT_EQ(report->rejected, expected);
  const auto json = nlohmann::json::parse(to_json(*report));
  EXPECT_EQ(json.at("rejected").at(0).at("file"), "nurses.csv");
  EXPECT_EQ(json.at("rejected").at(0).at("line"), 3);
  EXPECT_NE(to_text(*report).find("nurses.csv:3: the row has no number: 'No Number'"), std::string::npos);
}

TEST_F(ImportRegister, AFileOfWhichNothingCanBeTakenWithdrawsNothing) {
  ASSERT_TRUE(import(request("nurses", "2026-10-01"), kNurses));
  EXPECT_FALSE(import(request("nurses", "2026-11-01"), "number,name\n,\n,Nobody\n"));
  EXPECT_FALSE(import(request("nurses", "2026-11-01"), ""));
  EXPECT_FALSE(found("nurses", "12A1")->withdrawn);
}

TEST_F(ImportRegister, ATableWithoutItsColumnsIsRefusedByNamingThoseThatItHas) {
  const auto report = import(request("nurses", "2026-11-01"), "ref,who\n1,Jane\n");
  ASSERT_FALSE(report);
  EXPECT_NE(report.error().message.find("ref, who"), std::string::npos) << report.error().message;
}

TEST_F(ImportRegister, ADryRunChangesNothing) {
  auto asked = request("nurses", "2026-11-01");
  asked.effect = Effect::dry_run;
  EXPECT_EQ(import(asked, kNurses)->rows.added, 3);
  EXPECT_TRUE(registers_->list().value().empty());
}

TEST_F(ImportRegister, AMappingSaysWhatTheColumnsAndWordsMean) {
  auto asked = request("doctors", "2026-11-01");
  asked.mapping = register_mapping_from("m.toml",
                                        "dates = \"day-first\"\n[fields]\nnumber = \"Ref No\"\nfirst_name = \"Given\"\n"
                                        "last_name = \"Family\"\nexpires = \"Until\"\n[status]\n\"Under a cloud\" = "
                                        "\"barred\"\n")
                      .value();
  const auto report = import(asked, "Ref No,Given,Family,Status,Until\n7,Jane,Smith,Under a cloud,01/02/2027\n");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(found("doctors", "7")->name, "Jane Smith");
  EXPECT_EQ(found("doctors", "7")->status, EntryStatus::barred);
  EXPECT_EQ(found("doctors", "7")->valid_until, parse_date("2027-02-01").value());
}

TEST_F(ImportRegister, TheUsListOfExclusionsIsKnownByItsHeaders) {
  const auto report = import(
      request("leie", "2026-11-10"),
      "LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,"
      "REINDATE,WAIVERDATE,WVRSTATE\n"
      "DOE,JANE,Q,,PHYSICIAN,DERMATOLOGY,,1234567893,19600101,1 MAIN ST,AUSTIN,TX,78701,1128a1,20200101,00000000,"
      "00000000,\n"
      "ROE,RICHARD,,,NURSE,,,0000000000,19700101,2 MAIN ST,DALLAS,TX,75201,1128b4,20190101,00000000,00000000,\n"
      ",,,ACME SKIN LLC,CLINIC,,,0000000000,,3 MAIN ST,WACO,TX,76701,1128a1,20180101,00000000,00000000,\n"
      "BACK,ANN,,,NURSE,,,1999999984,19800101,4 MAIN ST,WACO,TX,76701,1128b4,20150101,20200101,00000000,\n");
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->format, "leie");
  EXPECT_EQ(report->about.kind, RegisterKind::exclusion);
  EXPECT_EQ(report->rows, (RowCounts{.read = 4, .added = 4}));
  EXPECT_EQ(found("leie", "1234567893")->name, "JANE Q DOE");
  EXPECT_EQ(found("leie", "1234567893")->status, EntryStatus::barred);
  EXPECT_EQ(found("leie", "1999999984")->status, EntryStatus::lapsed) << "reinstated";
  const auto roe = registers_->find_by_name(RegisterId{"leie"}, "richard roe").value();
  ASSERT_EQ(roe.size(), 1);
  EXPECT_EQ(roe[0].number, "") << "ten zeros are no number";
  EXPECT_EQ(roe[0].address.region, "TX");
}

TEST_F(ImportRegister, TheDirectoryOfTheCareQualityCommissionHasTextBeforeItsHeaders) {
  auto asked = request("cqc", "2026-11-16");
  asked.format = RegisterFormat::cqc;
  EXPECT_FALSE(import(asked, "Care directory,,,\nUpdated weekly,,,\n"));
  const auto right = import(asked,
                            "Care directory,,,,\nUpdated weekly,,,,\n"
                            "Name,Address,Postcode,Location URL,CQC Location ID (for office use only)\n"
                            "Alpha Skin Clinic,\"1 Quay, Leeds\",LS1 1AA,https://www.cqc.org.uk/location/1-10,1-10\n");
  ASSERT_TRUE(right) << right.error().message;
  EXPECT_EQ(right->about.name, "Care Quality Commission");
  const auto alpha = found("cqc", "110");
  ASSERT_TRUE(alpha);
  EXPECT_EQ(alpha->subject, EntrySubject::organisation);
  EXPECT_EQ(alpha->address.postcode, "LS1 1AA");
}

/// A sheet of an OpenDocument spreadsheet, a text a cell.
std::string sheet(const std::string& name, const std::vector<std::vector<std::string>>& rows) {
  auto text = "<table:table table:name=\"" + name + "\">";
  for (const auto& row : rows) {
    text += "<table:table-row>";
    for (const auto& cell : row)
      text += "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>";
    // As the office programs end a row.
    text += "<table:table-cell table:number-columns-repeated=\"1000\"/></table:table-row>";
  }
  return text + "</table:table>";
}

std::string spreadsheet(const std::string& sheets) {
  return zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                 {"content.xml",
                  "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
                  "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                  "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                  "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>" +
                      sheets + "</office:spreadsheet></office:body></office:document-content>"}});
}

/// Part of the columns of the published file, in their order; a care home beside a clinic, and one that is dormant.
const std::vector<std::vector<std::string>> kActiveLocations{
    {"Location ID", "Location HSCA start date", "Dormant (Y/N)", "Care home?", "Location Name", "Location ODS Code",
     "Location Telephone Number", "Location Web Address", "Location Local Authority", "Location Street Address",
     "Location Address Line 2", "Location City", "Location County", "Location Postal Code", "Location Latitude",
     "Location Longitude", "Provider Name", "Regulated activity - Surgical procedures"},
    {"1-101", "01/10/2010", "N", "N", "Alpha Skin Clinic", "", "01132000000", "www.alpha.example", "Leeds", "1 Quay",
     "", "Leeds", "West Yorkshire", "LS1 1AA", "53.79", "-1.54", "Alpha Ltd", "Y"},
    {"1-102", "01/10/2010", "N", "Y", "Rest &amp; Care", "", "", "", "Leeds", "2 Quay", "", "Leeds", "", "LS1 1AB",
     "53.79", "-1.54", "Rest Ltd", ""},
    {"1-103", "01/10/2010", "Y", "N", "Asleep Clinic", "", "", "", "Leeds", "3 Quay", "", "Leeds", "", "LS1 1AC",
     "53.79", "-1.54", "Asleep Ltd", "Y"},
    {"", "01/10/2010", "N", "N", "Nameless Number", "", "", "", "Leeds", "4 Quay", "", "Leeds", "", "LS1 1AD", "53.79",
     "-1.54", "X Ltd", ""}};

TEST_F(ImportRegister, TheSpreadsheetOfTheCareQualityCommissionIsKnownByItsName) {
  auto asked = request("cqc", "2026-11-01");
  asked.file = folder_ / "01_November_2026_HSCA_Active_Locations.ods";
  const auto words = sheet("README", {{"These are the active locations"}, {"Location ID", "is the key"}});
  const auto dual = sheet("Dual_Registration_Locations", {{"Location ID", "Location Name"}, {"1-999", "Other"}});
  ASSERT_TRUE(replace_file(asked.file, spreadsheet(words + sheet("HSCA_Active_Locations", kActiveLocations) + dual)));
  const auto report = import_register(*registers_, asked, {});
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->format, "cqc");
  EXPECT_EQ(report->about.name, "Care Quality Commission");
  EXPECT_EQ(report->rows, (RowCounts{.read = 4, .added = 3, .rejected = 1}));
  EXPECT_EQ(report->rejected, (std::vector<Rejection>{{5, "the row has no Location ID", ""}}));
  const auto alpha = found("cqc", "1101");
  ASSERT_TRUE(alpha);
  EXPECT_EQ(alpha->name, "Alpha Skin Clinic");
  EXPECT_EQ(alpha->address.city, "Leeds");
  EXPECT_EQ(alpha->address.region, "Leeds, West Yorkshire");
  EXPECT_EQ(alpha->status, EntryStatus::active);
  EXPECT_EQ(found("cqc", "1102")->name, "Rest & Care");
  EXPECT_EQ(found("cqc", "1103")->status, EntryStatus::lapsed) << "dormant";
  EXPECT_FALSE(found("cqc", "1999")) << "of another sheet";
}

TEST_F(ImportRegister, AManyTimesLargerSpreadsheetIsReadToItsEnd) {
  auto rows = kActiveLocations;
  rows.resize(1);
  for (int i = 0; i < 20'000; ++i) {
    rows.push_back(kActiveLocations[1]);
    rows.back()[0] = fmt::format("1-{}", 1000 + i);
  }
  auto asked = request("cqc", "2026-11-01");
  asked.format = RegisterFormat::cqc;
  asked.file = folder_ / "locations.ods";
  ASSERT_TRUE(replace_file(asked.file, spreadsheet(sheet("HSCA_Active_Locations", rows))));
  EXPECT_EQ(import_register(*registers_, asked, {})->rows, (RowCounts{.read = 20'000, .added = 20'000}));
}

TEST_F(ImportRegister, TheRealFilesOfNppesAreReadToTheLastRow) {
  const char* const folder = std::getenv("NEARME_REAL_DATA");
  if (folder == nullptr) GTEST_SKIP() << "NEARME_REAL_DATA is not set";
  const auto files = std::filesystem::path(folder) / "registers" / "plannet";
  auto asked = request("nppes", "2018-12-04");
  asked.file = files / "sample-nppes-practitioner_20181204-data.csv";
  const auto people = import_register(*registers_, asked, {});
  ASSERT_TRUE(people) << people.error().message;
  EXPECT_EQ(people->about.kind, RegisterKind::identity);
  EXPECT_EQ(people->rows.read, 2000);
  EXPECT_EQ(taken(people->rows) + people->rows.rejected, 2000);
  EXPECT_LT(people->rows.rejected, 20) << to_text(*people);
  asked.about.id = RegisterId{"nppes-organisations"};
  asked.file = files / "sample-nppes-organization-data.csv";
  const auto organisations = import_register(*registers_, asked, {});
  ASSERT_TRUE(organisations) << organisations.error().message;
  EXPECT_EQ(organisations->rows.read, 40);
}

}  // namespace
}  // namespace nearme
