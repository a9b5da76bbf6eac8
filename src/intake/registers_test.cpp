// Registers and health services in their own formats, told by their content and imported as a whole.
#include <map>

#include <gtest/gtest.h>

#include "intake/import.hpp"
#include "intake/intake_fixture.hpp"
#include "intake/nppes/weekly.hpp"

namespace nearme {
namespace {

ImportReport imported(Store& store, std::string_view text, const std::string& ending) {
  auto report = import_text(store, text, ending);
  EXPECT_TRUE(report) << (report ? "" : report.error().message);
  return report.value_or(ImportReport{});
}

std::string error_of(std::string_view text, const std::string& ending, Format format) {
  auto request = request_for(test_file(text, ending));
  request.format = format;
  const auto store = fresh_store();
  const auto report = import_into(*store, request);
  return report ? "" : report.error().message;
}

constexpr std::string_view kProviderHeaders =
    "\"NPI\",\"Entity Type Code\",\"Provider Organization Name (Legal Business Name)\",\"Provider Last Name (Legal "
    "Name)\",\"Provider First Name\",\"Provider Credential Text\",\"Provider First Line Business Practice Location "
    "Address\",\"Provider Business Practice Location Address City Name\",\"Provider Business Practice Location Address "
    "State Name\",\"Provider Business Practice Location Address Postal Code\",\"Provider Business Practice Location "
    "Address Country Code (If outside U.S.)\",\"Provider Business Practice Location Address Telephone Number\",\"NPI "
    "Deactivation Date\",\"NPI Reactivation Date\",\"Healthcare Provider Taxonomy Code_1\"\n";

TEST(ImportNppes, APersonBecomesAPractitionerAndTheSiteWhereTheyPractise) {
  const auto store = fresh_store();
  const auto text = std::string(kProviderHeaders) +
                    "1000000001,1,,DOE,JANE,MD,1 MAIN ST,AUSTIN,TX,787010000,US,5125550100,,,207N00000X\n"
                    "1000000002,2,AUSTIN SKIN CENTER LLC,,,,2 MAIN ST,AUSTIN,TX,78701,US,5125550101,,,207N00000X\n"
                    "1000000003,1,,ROE,RICHARD,,3 MAIN ST,AUSTIN,TX,78701,US,,,,999999999X\n"
                    ",1,,NOBODY,,,,,,,,,,,207N00000X\n";
  const auto report = imported(*store, text, ".csv");
  EXPECT_EQ(report.format, Format::nppes);
  EXPECT_EQ(report.rows.added, 3);
  EXPECT_EQ(report.rows.skipped, 1);
  ASSERT_EQ(report.rejected.size(), 1);
  EXPECT_EQ(report.rejected[0].reason, "NPI is missing");
  const auto listing = store->find_listing(SiteId("npi-1000000001")).value().value();
  EXPECT_EQ(listing.site.kinds, std::vector{KindId("dermatology")});
  EXPECT_EQ(listing.site.precision->by, Precision::By::town);
  ASSERT_EQ(listing.practitioners.size(), 1);
  EXPECT_EQ(listing.practitioners[0].registration_number, "1000000001");
}

TEST(ImportNppes, AWeeklyFileRetiresTheDeactivatedAndNobodyElse) {
  const auto store = fresh_store();
  const std::string headers(kProviderHeaders);
  const std::string jane = "1000000001,1,,DOE,JANE,MD,1 MAIN ST,AUSTIN,TX,78701,US,,,,207N00000X\n";
  const std::string centre = "1000000002,2,AUSTIN SKIN CENTER,,,,2 MAIN ST,AUSTIN,TX,78701,US,,,,207N00000X\n";
  imported(*store, headers + jane + centre, ".csv");
  const auto report = imported(*store, headers + "1000000001,,,,,,,,,,,,01/05/2026,,\n" + centre,
                               "npidata_pfile_20260105-20260111.csv");
  EXPECT_EQ(report.rows.retired, 2) << "the site and the practitioner";
  EXPECT_EQ(report.rows.unchanged, 1);
  ASSERT_EQ(sites_of(*store).size(), 1);
  EXPECT_EQ(sites_of(*store)[0].id, SiteId("npi-1000000002"));
}

TEST(ImportNppes, FurtherPlacesAreThoseOfKnownProviders) {
  const auto store = fresh_store();
  imported(
      *store,
      std::string(kProviderHeaders) + "1000000002,2,AUSTIN SKIN CENTER,,,,2 MAIN ST,AUSTIN,TX,78701,US,,,,207N00000X\n",
      ".csv");
  auto request = request_for(test_file(
      "\"NPI\",\"Provider Secondary Practice Location Address- Address Line 1\",\"Provider Secondary Practice Location "
      "Address-  Address Line 2\",\"Provider Secondary Practice Location Address - City Name\",\"Provider Secondary "
      "Practice Location Address - State Name\",\"Provider Secondary Practice Location Address - Postal Code\"\n"
      "1000000002,9 Elm St,Ste A,Austin,TX,78702\n1999999999,1 Oak St,,Austin,TX,78702\n",
      ".csv"));
  request.source = "places";
  const auto report = import_into(*store, request).value();
  EXPECT_EQ(report.rows.added, 1);
  EXPECT_EQ(report.rows.skipped, 1);
  EXPECT_EQ(sites_of(*store).size(), 2);
}

TEST(ImportNppes, AFileIsWeeklyByTheDatesOfItsName) {
  EXPECT_TRUE(is_weekly("npidata_pfile_20240101-20240107.csv"));
  EXPECT_FALSE(is_weekly("npidata_pfile_20050523-20240107.csv"));
  EXPECT_FALSE(is_weekly("npidata_pfile_20241301-20241399.csv"));
  EXPECT_FALSE(is_weekly(""));
}

TEST(ImportCqc, TheDirectoryIsReadPastTheTextBeforeItsHeaders) {
  const auto store = fresh_store();
  const auto report =
      imported(*store,
               "Care directory\n\"The data is updated weekly\"\n\n"
               "Name,Also known as,Address,Postcode,Phone number,Website,Service types,Local authority,Region,Location "
               "URL,CQC Location ID (for office use only)\n"
               "Bright Smiles,,\"1 Quay, Leeds\",ZZ1 1ZZ,0113 496 0000,www.b.example,Dentist,Leeds,Yorkshire,,1-100\n"
               "Oak Lodge,,\"2 Quay, Leeds\",ZZ1 1ZZ,,,Residential homes,Leeds,Yorkshire,,1-200\n",
               ".csv");
  EXPECT_EQ(report.format, Format::cqc);
  EXPECT_EQ(report.rows.added, 1);
  EXPECT_EQ(report.rows.skipped, 1);
  const auto site = sites_of(*store).at(0);
  EXPECT_EQ(site.id, SiteId("cqc-1-100"));
  EXPECT_EQ(site.address.street, "1 Quay");
  EXPECT_EQ(site.address.city, "Leeds");
  EXPECT_EQ(site.address.region, "Leeds, Yorkshire");
  EXPECT_EQ(site.kinds, std::vector{KindId("dentist")});
  EXPECT_EQ(site.precision->by, Precision::By::town);
}

TEST(ImportCqc, ActiveLocationsHaveTheirOwnCoordinatesAndAFlagForEachService) {
  const auto store = fresh_store();
  const auto report = imported(*store,
                               "Location ID,Location HSCA start date,Dormant (Y/N),Location Name,Location Postal "
                               "Code,Location Latitude,Location Longitude,Service type - Dental service\n"
                               "1-1,01/10/2010,N,Bright Smiles,LS1,53.8,-1.55,Y\n"
                               "1-2,01/10/2010,Y,Asleep,LS1,53.8,-1.55,Y\n"
                               "1-3,01/10/2010,N,Other,LS1,53.8,-1.55,\n",
                               ".csv");
  EXPECT_EQ(report.format, Format::cqc);
  EXPECT_EQ(report.rows.added, 1);
  EXPECT_EQ(report.rows.skipped, 2);
  EXPECT_FALSE(sites_of(*store).at(0).precision);
}

TEST(ImportCqc, TheLocalAuthorityIsPartOfTheRegionSoThatABoroughIsTold) {
  const auto store = fresh_store();
  imported(
      *store,
      "Location ID,Location HSCA start date,Location Name,Location Local Authority,Location County,Location Postal "
      "Code,Location Latitude,Location Longitude,Service type - Dental service\n"
      "1-1,01/10/2010,A,Islington,Greater London,N1 1AA,51.53,-0.10,Y\n"
      "1-2,01/10/2010,B,Leeds,,LS1 1AA,53.80,-1.55,Y\n"
      "1-3,01/10/2010,C,,Kent,TN1 1AA,51.13,0.26,Y\n"
      "1-4,01/10/2010,D,Kent,KENT,TN1 1AA,51.14,0.26,Y\n",
      ".csv");
  std::map<std::string, std::string> regions;
  for (const auto& site : sites_of(*store)) regions[site.name] = site.address.region;
  EXPECT_EQ(regions, (std::map<std::string, std::string>{
                         {"A", "Islington, Greater London"}, {"B", "Leeds"}, {"C", "Kent"}, {"D", "KENT"}}));
}

constexpr std::string_view kOdsRow =
    "A81001,THE DENSHAM SURGERY,Y63,QHM,THE HEALTH CENTRE,LAWSON STREET,,LEEDS,WEST YORKSHIRE,ZZ18 "
    "1HU,19740401,,A,B,16C,20130401,,0164 2672351,,,,0,,16C,,4,\n";

TEST(ImportNhsOds, ATableWithoutHeadersIsToldByItsNameAndFirstRow) {
  const auto store = fresh_store();
  auto closed = std::string(kOdsRow);
  closed.replace(closed.find("A81001"), 6, "A81002");
  closed.replace(closed.find(",A,B,"), 5, ",C,B,");
  auto report = import_text(*store, std::string(kOdsRow) + closed + "broken\n", "epraccur.csv");
  // The file's own name decides; the fixture's begins with a number.
  ASSERT_FALSE(report && report->format == Format::nhs_ods);
  auto request = request_for(test_file(std::string(kOdsRow) + closed + "broken\n", ".csv"));
  request.format = Format::nhs_ods;
  report = import_into(*store, request);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(report->rows.added, 1);
  EXPECT_EQ(report->rows.skipped, 1);
  EXPECT_EQ(report->rows.rejected, 1);
  const auto site = sites_of(*store).at(0);
  EXPECT_EQ(site.id, SiteId("ods-A81001"));
  EXPECT_EQ(site.address.city, "LEEDS") << "one short word in capitals may be how it is written";
  EXPECT_EQ(site.address.region, "West Yorkshire");
}

TEST(ImportFhir, LocationsBorrowFromTheirOrganisationAndServicesAndRolesSayWhoWorksThere) {
  const auto store = fresh_store();
  const auto report = imported(
      *store,
      R"({"resourceType":"Location","id":"l1","position":{"latitude":53.8,"longitude":-1.55},"managingOrganization":{"reference":"Organization/o1"},"hoursOfOperation":[{"daysOfWeek":["mon","tue"],"openingTime":"09:00:00","closingTime":"17:00:00"},{"daysOfWeek":["sat"],"allDay":true}]})"
      "\n"
      R"({"resourceType":"Practitioner","id":"p1","name":[{"given":["Jane"],"family":"Doe"}],"identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"1"}]})"
      "\n"
      R"({"resourceType":"PractitionerRole","practitioner":{"reference":"Practitioner/p1"},"location":[{"reference":"Location/l1"}],"specialty":[{"coding":[{"code":"207N00000X","display":"Dermatology"}]}]})"
      "\n"
      R"({"resourceType":"Organization","id":"o1","name":"Harbour Skin","telecom":[{"system":"phone","value":"0113 496 0000"}]})"
      "\n"
      R"({"resourceType":"Basic","id":"x"})"
      "\nnonsense\n{}\n",
      ".ndjson");
  EXPECT_EQ(report.format, Format::fhir);
  EXPECT_EQ(report.rows.added, 2);
  EXPECT_EQ(report.rows.skipped, 3);
  EXPECT_EQ(report.rows.rejected, 2);
  const auto listing = store->find_listing(SiteId("l1")).value().value();
  EXPECT_EQ(listing.site.name, "Harbour Skin");
  EXPECT_EQ(listing.site.kinds, std::vector{KindId("dermatology")});
  EXPECT_EQ(listing.site.opening_hours, "Mo,Tu 09:00-17:00, Sa 00:00-24:00");
  ASSERT_EQ(listing.practitioners.size(), 1);
  EXPECT_EQ(listing.practitioners[0].name, "Jane Doe");
  EXPECT_EQ(listing.practitioners[0].profession, "Dermatology");
}

TEST(ImportFhir, TheEntriesOfABundleAreReadLikeLines) {
  const auto store = fresh_store();
  const auto report = imported(
      *store,
      "{\n \"resourceType\": \"Bundle\",\n \"entry\": [\n  {\"resource\": {\"resourceType\": \"Location\", \"id\": "
      "\"l1\", \"name\": \"A\", \"position\": {\"latitude\": 53.8, \"longitude\": -1.5}}}\n ]\n}\n",
      ".json");
  EXPECT_EQ(report.rows.added, 1);
}

TEST(ImportHsds, EveryPlaceOfAnActiveServiceIsOneSite) {
  const auto store = fresh_store();
  const auto report = imported(
      *store,
      R"([{"id":"s1","name":"Dentist","status":"active","organization":{"name":"Care"},"service_at_locations":[{"location":{"id":"l1","name":"Hall","latitude":53.8,"longitude":-1.5,"addresses":[{"address_1":"1 Quay","city":"Leeds","country":"GB"}],"schedules":[{"freq":"WEEKLY","byday":"MO,WE","opens_at":"09:00","closes_at":"17:00"}]}}]},)"
      R"({"id":"s2","name":"Advice","status":"active","service_at_locations":[{"location":{"id":"l1","name":"Hall","latitude":53.8,"longitude":-1.5}}]},)"
      R"({"id":"s3","name":"Gone","status":"defunct","service_at_locations":[{"location":{"id":"l2"}}]}])",
      ".json");
  EXPECT_EQ(report.format, Format::hsds);
  EXPECT_EQ(report.rows.added, 1);
  const auto site = sites_of(*store).at(0);
  EXPECT_EQ(site.opening_hours, "Mo,We 09:00-17:00");
  EXPECT_EQ(site.kinds, std::vector{KindId("dentist")});
  EXPECT_EQ(site.other_services, (std::vector<std::string>{"Dentist", "Advice"}));
}

/// What each reader says of input that is none of its own.
TEST(ImportRegisters, EachRefusesWhatIsNotItsOwnInOneSentence) {
  struct Case {
    Format format;
    std::string text;
    std::string message;
  };
  const Case cases[] = {
      {Format::nppes, "", "has no header line"},
      {Format::nppes, "name,lat\n", "this is no npidata_pfile or pl_pfile of NPPES"},
      {Format::nppes, "NPI,Provider Other Organization Name\n1,x\n", "(other files of its archive are not read)"},
      {Format::cqc, "", "has no columns of a file of the CQC"},
      {Format::cqc, std::string(60 * 2, 'a').replace(1, 1, "\n"), "has no columns of a file of the CQC"},
      {Format::nhs_ods, "name,lat\nA,1\n",
       "this is no table of the NHS Organisation Data Service: its first row has 2 columns and begins with 'name', not "
       "27 and a code"},
      {Format::fhir, "{}\n", "has no FHIR resource: no value has a resourceType"},
      {Format::fhir, "[1, 2", "line 1 is not JSON"},
      {Format::hsds, "{\n\"a\": }", "line 2 is not JSON"}};
  for (const auto& [format, text, message] : cases) {
    EXPECT_TRUE(error_of(text, ".txt", format).contains(message)) << text << ": " << error_of(text, ".txt", format);
  }
}

}  // namespace
}  // namespace nearme
