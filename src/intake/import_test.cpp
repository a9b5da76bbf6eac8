#include "intake/import.hpp"

#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "directory/json.hpp"
#include "intake/intake_fixture.hpp"

namespace nearme {
namespace {

Site only_site(Store& store) {
  auto sites = sites_of(store);
  EXPECT_EQ(sites.size(), 1);
  return sites.at(0);
}

ImportReport report_of(Store& store, std::string_view text, const std::string& ending = ".csv") {
  auto report = import_text(store, text, ending);
  EXPECT_TRUE(report) << report.error().message;
  return report.value_or(ImportReport{});
}

TEST(ImportCsv, ARowOfTheContractBecomesAWholeSite) {
  const auto store = fresh_store();
  const auto report = report_of(
      *store,
      "id,name,kind,street,city,region,postcode,country,lat,lon,phone,email,website,booking_url,opening_hours,"
      "treatments,prices,languages,wheelchair,description,rating,rating_count,updated_at,fictional\n"
      "s1, Harbour  Skin ,aesthetic-clinic,1 Quay,Leeds,England,LS1,UK,\"53,8\",-1.55,+44 113 4960000,a@b.example,"
      "b.example,https://b.example/book,Mo-Fr 09:00-17:00,Micro Needling;hot stones,micro-needling=120 GBP,"
      "en;Deutsch,yes,A place.,4.5,12,2026-01-02,yes\n");
  EXPECT_EQ(taken(report.rows), 1);
  const auto site = only_site(*store);
  EXPECT_EQ(site.id, SiteId("s1"));
  EXPECT_EQ(site.name, "Harbour Skin");
  EXPECT_EQ(site.kinds, std::vector{KindId("aesthetic-clinic")});
  EXPECT_EQ(site.address.country, "GB");
  EXPECT_EQ(site.position, LatLon::make({.lat = 53.8, .lon = -1.55}));
  EXPECT_EQ(site.website, "https://b.example");
  EXPECT_EQ(site.time_zone, "Europe/London");
  ASSERT_EQ(site.offers.size(), 1);
  EXPECT_EQ(site.offers[0].price, (Money{.hundredths = 12000, .currency = "GBP"}));
  EXPECT_EQ(site.other_services, std::vector<std::string>{"hot stones"});
  EXPECT_EQ(site.languages, (std::vector<std::string>{"en", "de"}));
  EXPECT_EQ(site.wheelchair, Wheelchair::yes);
  EXPECT_EQ(site.rating, (Rating{.value = 4.5, .count = 12}));
  EXPECT_EQ(site.updated_at, *parse_instant("2026-01-02"));
  EXPECT_TRUE(site.fictional);
}

TEST(ImportCsv, EveryBadRowIsReportedWithItsPhysicalLine) {
  const auto store = fresh_store();
  const auto report = report_of(*store,
                                "name;lat;lon;description\n"
                                "\"A\n\nB\";53.8;-1.5;x\n"
                                ";53.8;-1.5;x\n"
                                "C;153.8;-1.5;x\n"
                                "D;0;0;x\n"
                                "E;north;1;x\n"
                                "F;53.8;-1.5;Caf\xC3\xA9 \xFF\n"
                                "G;53.8;-1.6;x;y\n"
                                "A  B;53.8;-1.5;again\n");
  EXPECT_EQ(report.rows.read, 8);
  EXPECT_EQ(report.rows.added, 1);
  const std::vector<Rejection> expected{
      {.line = 5, .reason = "name is missing", .value = ""},
      {.line = 6,
       .reason = "latitude is not between -90 and 90; latitude and longitude may be swapped",
       .value = "153.8, -1.5"},
      {.line = 7, .reason = "position is 0, 0, which stands for an unknown one", .value = "0, 0"},
      {.line = 8, .reason = "latitude is not a number such as 53.8", .value = "north, 1"},
      {.line = 9, .reason = "description is not valid UTF-8", .value = "Caf\xC3\xA9 \xEF\xBF\xBD"},
      {.line = 10,
       .reason = "the row has more cells than there are columns; a cell with the delimiter in it needs quotes",
       .value = "y"},
      {.line = 11, .reason = "an earlier row has the same name and position (line 2)", .value = "A B"}};
  EXPECT_EQ(report.rejected, expected);
  EXPECT_EQ(report.reject_reasons.at("an earlier row has the same name and position"), 1);
}

TEST(ImportCsv, MissingColumnsAreOneErrorThatNamesThoseFound) {
  const auto store = fresh_store();
  const auto report = import_text(*store, "title,latitude,fax\nA,53,1\n", ".csv");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ErrorKind::invalid_input);
  EXPECT_EQ(report.error().message,
            "this table has no column for lon; it has: title, latitude, fax; a mapping file can say which is which: "
            "nearme import --guess FILE writes one");
  EXPECT_FALSE(import_text(*store, "\n\n", ".csv"));
}

TEST(ImportCsv, UnknownWordsAreNotedAndTheRowIsKept) {
  const auto store = fresh_store();
  const auto report = report_of(*store,
                                "name,lat,lon,kind,treatments,rating,opening_hours,website\n"
                                "A,53.8,-1.5,lighthouse,seance,7,whenever,javascript:alert(1)\n");
  const auto site = only_site(*store);
  EXPECT_TRUE(site.kinds.empty());
  EXPECT_EQ(site.other_services, std::vector<std::string>{"seance"});
  EXPECT_EQ(site.opening_hours, "whenever");
  EXPECT_EQ(site.website, "");
  EXPECT_FALSE(site.rating);
  EXPECT_EQ(report.notes.size(), 6);
  EXPECT_EQ(report.notes.at(1), "kinds that the catalogue does not know, left out: 1 (line 2), such as 'lighthouse'");
}

TEST(ImportCsv, CountryAndTimeZoneComeFromTheNearestLocalityButTheCountryNotFromFarAway) {
  const auto store = fresh_store();
  report_of(*store, "id,name,lat,lon\n1,Near,53.9,-1.5\n2,Far,55.5,-3.5\n");
  const auto sites = sites_of(*store);
  ASSERT_EQ(sites.size(), 2);
  EXPECT_EQ(sites[0].address.country, "GB");
  EXPECT_EQ(sites[1].address.country, "");
  EXPECT_EQ(sites[1].time_zone, "Europe/London");
}

TEST(Import, TheSecondTimeChangesNothingAndALaterFileRetires) {
  const auto store = fresh_store();
  const auto* text = "id,name,lat,lon\n1,A,53.8,-1.5\n2,B,53.8,-1.6\n";
  EXPECT_EQ(report_of(*store, text).rows.added, 2);
  EXPECT_EQ(report_of(*store, text).rows.unchanged, 2);
  const auto later = report_of(*store, "id,name,lat,lon\n1,A2,53.8,-1.5\n3,C,53.8,-1.6\n").rows;
  EXPECT_EQ(later, (RowCounts{.read = 2, .added = 1, .changed = 1, .retired = 1}));
}

TEST(Import, ADryRunCountsAndLeavesTheStoreAsItWas) {
  const auto store = fresh_store();
  auto request = request_for(test_file("name,lat,lon\nA,53.8,-1.5\n", ".csv"));
  request.effect = Effect::dry_run;
  const auto report = import_into(*store, request).value();
  EXPECT_EQ(report.rows.added, 1);
  EXPECT_TRUE(report.dry_run);
  EXPECT_TRUE(sites_of(*store).empty());
}

TEST(Import, AFileOfWhichNothingCanBeTakenRetiresNothing) {
  const auto store = fresh_store();
  report_of(*store, "id,name,lat,lon\n1,A,53.8,-1.5\n");
  const auto report = report_of(*store, "id,name,lat,lon\n1,A,north,west\n");
  EXPECT_EQ(report.rows.retired, 0);
  EXPECT_EQ(sites_of(*store).size(), 1);
}

TEST(Import, AnIdOfAnotherSourceGetsTheNameOfItsOwnBeforeIt) {
  const auto store = fresh_store();
  auto request = request_for(test_file("id,name,lat,lon\n1,A,53.8,-1.5\n", ".csv"));
  request.source = "first";
  ASSERT_TRUE(import_into(*store, request));
  request.source = "second";
  EXPECT_EQ(import_into(*store, request)->rows.added, 1);
  EXPECT_EQ(import_into(*store, request)->rows.unchanged, 1);
  EXPECT_EQ(sites_of(*store).at(1).id, SiteId("second-1"));
}

TEST(Import, TheSourceIsTheStemInKebabCaseOrMustBeGiven) {
  const auto store = fresh_store();
  const auto path = test_file("name,lat,lon\nA,53.8,-1.5\n", ".csv");
  const auto named = path.parent_path() / "My Süd List_2.v1.csv";
  std::filesystem::rename(path, named);
  auto request = request_for(named);
  request.source.clear();
  EXPECT_EQ(import_into(*store, request)->source, "my-sud-list-2");
  request.file = "-";
  EXPECT_EQ(import_into(*store, request).error().parameter, "source");
}

TEST(Import, FilesThatAreNotThereAndAddressesAreErrors) {
  const auto store = fresh_store();
  EXPECT_EQ(import_into(*store, request_for("/no/such/file.csv")).error().kind, ErrorKind::unreadable);
  EXPECT_EQ(import_into(*store, request_for("/tmp")).error().kind, ErrorKind::unreadable);
  EXPECT_EQ(import_into(*store, request_for("https://a.example/b.csv")).error().kind, ErrorKind::unreadable)
      << "there is no folder to fetch into";
}

TEST(ImportPeople, PractitionersAndClaimsAreToldByTheirHeaders) {
  const auto store = fresh_store();
  const auto people = report_of(*store,
                                "id,site_ids,name,profession,treatments,register,registration_number\n"
                                "p1,s1;s2,Ann,nurse,micro-needling,NMC,12A\np2,s1,,nurse,,,\n");
  EXPECT_EQ(people.subject, "practitioners");
  EXPECT_EQ(people.rows.rejected, 1);
  EXPECT_EQ(store->find_practitioner(PractitionerId("p1")).value()->sites.size(), 2);
  const auto claims = report_of(*store,
                                "subject_id,claim,value,source,checked_at,expires_at,url\n"
                                "p1,registration,12A,NMC,2026-01-01,2027-01-01,\np1,training,x,,soon,,\n");
  EXPECT_EQ(claims.subject, "claims");
  EXPECT_EQ(claims.rows.added, 1);
  EXPECT_EQ(claims.rejected.at(0).reason, "checked_at is not a date such as 2026-11-22");
}

std::vector<Claim> claims_of(Store& store, const char* site) {
  return store.find_listing(SiteId(site)).value().value().claims;
}

TEST(ImportClaims, ATreatmentIsKnownByAnyOfItsNamesAndAWrongOneRejectsItsRow) {
  const auto store = fresh_store();
  report_of(*store, "id,name,lat,lon\ns1,A,53.8,-1.5\n");
  const std::string table =
      "subject_id,treatment,claim,value\ns1,Microneedling,training,level 4\ns1,dermal-filler,training,level 4\n"
      "s1,,training,level 4\ns1,hair cut,training,level 4\n";
  const auto report = report_of(*store, table);
  EXPECT_EQ(report.rows, (RowCounts{.read = 4, .added = 3, .rejected = 1}));
  EXPECT_EQ(report.rejected.at(0).line, 5);
  EXPECT_EQ(report.rejected.at(0).value, "hair cut");
  EXPECT_TRUE(report.rejected.at(0).reason.starts_with("treatment is none that the catalogue knows (write one id"))
      << report.rejected.at(0).reason;
  EXPECT_EQ(report.completeness.at("treatment"), 0.667);
  std::vector<std::string> treatments;
  for (const auto& claim : claims_of(*store, "s1")) treatments.push_back(claim.treatment.text());
  std::ranges::sort(treatments);
  EXPECT_EQ(treatments, (std::vector<std::string>{"", "dermal-filler", "micro-needling"}));
  EXPECT_EQ(report_of(*store, table).rows.unchanged, 3);
}

TEST(ImportClaims, WhatAnInspectionFoundNotToBeSoIsContradicted) {
  const auto store = fresh_store();
  report_of(*store, "id,name,lat,lon\ns1,A,53.8,-1.5\n");
  const auto report = report_of(*store,
                                "subject_id,claim,source,checked_at,contradicted\n"
                                "s1,single-use-sterile,Leeds Council,2026-10-01,yes\ns1,insurance,,,no\n"
                                "s1,training,,,yes\ns1,device,Leeds Council,2026-10-01,perhaps\n");
  EXPECT_EQ(report.rows, (RowCounts{.read = 4, .added = 2, .rejected = 2}));
  EXPECT_EQ(report.rejected.at(0).reason, "a claim is contradicted by somebody on a day; say who checked it and when");
  EXPECT_EQ(report.rejected.at(1).reason, "contradicted is neither yes nor no");
  EXPECT_EQ(report.rejected.at(1).value, "perhaps");
  std::map<std::string, ClaimState> states;
  for (const auto& claim : claims_of(*store, "s1")) states[claim.claim] = state_of(claim, *parse_date("2026-11-22"));
  EXPECT_EQ(states, (std::map<std::string, ClaimState>{{"single-use-sterile", ClaimState::contradicted},
                                                       {"insurance", ClaimState::declared}}));
}

TEST(ImportClaims, ARecordOfJsonNamesItsTreatmentInTheSameWay) {
  const auto store = fresh_store();
  report_of(*store, "id,name,lat,lon\ns1,A,53.8,-1.5\n");
  const auto report = report_of(*store,
                                R"({"subject_id": "s1", "claim": "device", "treatment": "Micro Needling"}
{"subject_id": "s1", "claim": "device", "treatment": "hair cut"}
)",
                                ".ndjson");
  EXPECT_EQ(report.rows, (RowCounts{.read = 2, .added = 1, .rejected = 1}));
  EXPECT_EQ(claims_of(*store, "s1").at(0).treatment, TreatmentId("micro-needling"));
}

TEST(ImportNdjson, WhatTheApiWritesComesBackEqual) {
  const auto store = fresh_store();
  report_of(*store, "id,name,lat,lon,treatments\ns1,A,53.8,-1.5,micro-needling\n");
  const auto site = only_site(*store);
  const auto report = report_of(*store, to_json(site).dump() + "\n\n{\"id\": 5}\nnot json\n", ".ndjson");
  EXPECT_EQ(report.rows, (RowCounts{.read = 3, .unchanged = 1, .rejected = 2}));
  EXPECT_EQ(report.rejected.at(1).line, 4);
  EXPECT_EQ(only_site(*store), site);
}

TEST(ImportGeoJson, PolygonsTagsAndColumnsAreRead) {
  const auto store = fresh_store();
  const auto report = report_of(*store, R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "id": "w7", "properties": {"amenity": "pharmacy"},
     "geometry": {"type": "Polygon", "coordinates": [[[14,35],[14.2,35],[14.2,35.2],[14,35.2],[14,35]]]}},
    {"type": "Feature", "properties": {"@id": "node/8", "shop": "bakery", "name": "B"}, "geometry": null},
    {"type": "Feature", "properties": {"name": "C", "type": "Dentist", "telephone": 1617903377.0},
     "geometry": {"type": "Point", "coordinates": [-1.5, 53.8]}},
    {"type": "Feature", "properties": {"name": "D"}, "geometry": null},
    17]})",
                                ".geojson");
  EXPECT_EQ(report.rows, (RowCounts{.read = 5, .added = 2, .skipped = 1, .rejected = 2}));
  EXPECT_EQ(report.rejected.at(0).line, 7);
  const auto sites = sites_of(*store);
  const auto& dentist = sites.at(0).name == "C" ? sites.at(0) : sites.at(1);
  const auto& pharmacy = sites.at(0).name == "C" ? sites.at(1) : sites.at(0);
  EXPECT_EQ(dentist.phone, "+441617903377");
  EXPECT_EQ(pharmacy.id, SiteId("osm-way-7"));
  EXPECT_EQ(pharmacy.position, LatLon::make({.lat = 35.1, .lon = 14.1}));
}

TEST(ImportGeoJson, LinesAndRecordSeparatorsDivideFeaturesToo) {
  const std::string feature =
      R"({"type":"Feature","id":"x1","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1,2]}})";
  const auto store = fresh_store();
  EXPECT_EQ(report_of(*store, feature, ".geojson").rows.added, 1);
  const auto lines = report_of(*store, feature + "\n{broken\n" + feature + "\n", ".geojsonl");
  EXPECT_EQ(lines.rows, (RowCounts{.read = 3, .unchanged = 1, .rejected = 2}));
  EXPECT_EQ(report_of(*store, "\x1E" + feature + "\n\x1E" + feature + "\n", ".geojsonseq").rows.unchanged, 1);
}

TEST(ImportGeoJson, WrongJsonIsOneErrorWithItsLineAndNothingIsKept) {
  const auto store = fresh_store();
  const auto report = import_text(*store, R"({"type": "FeatureCollection", "features": [
    {"type": "Feature", "properties": {"name": "A"}, "geometry": {"type": "Point", "coordinates": [1, 2]}},
    {"type": oops]})",
                                  ".geojson");
  ASSERT_FALSE(report);
  EXPECT_EQ(report.error().kind, ErrorKind::corrupt);
  EXPECT_TRUE(report.error().message.starts_with("line 3 is not JSON")) << report.error().message;
  EXPECT_TRUE(sites_of(*store).empty());
  EXPECT_FALSE(import_text(*store, R"({"type": "Topology"})", ".geojson"));
}

TEST(ImportOsm, NodesWaysAndRelationsGetTheirPositions) {
  const auto store = fresh_store();
  const auto report = report_of(*store, R"(<?xml version='1.0'?><osm version='0.6'>
    <node id='1' lat='35.9' lon='14.5' timestamp='2025-01-02T03:04:05Z'><tag k='amenity' v='pharmacy'/></node>
    <node id='2' lat='35' lon='14'/><node id='3' lat='35' lon='14.2'/>
    <node id='4' lat='35.2' lon='14.2'/><node id='5' lat='35.2' lon='14'/>
    <node id='6' lat='35' lon='14'><tag k='shop' v='bakery'/></node>
    <way id='7'><nd ref='2'/><nd ref='3'/><nd ref='4'/><nd ref='5'/><nd ref='2'/>
      <tag k='amenity' v='clinic'/><tag k='name' v='W'/></way>
    <way id='8'><nd ref='2'/><nd ref='3'/><tag k='shop' v='beauty'/></way>
    <way id='9'><nd ref='99'/><nd ref='98'/><tag k='shop' v='beauty'/></way>
    <way id='10'><nd ref='2'/><nd ref='3'/><nd ref='4'/></way><way id='11'><nd ref='4'/><nd ref='5'/><nd ref='2'/></way>
    <relation id='12'><member type='way' ref='10' role='outer'/><member type='way' ref='11' role='outer'/>
      <tag k='type' v='multipolygon'/><tag k='amenity' v='hospital'/></relation>
    <relation id='13'><member type='node' ref='3' role=''/><member type='way' ref='404' role='outer'/>
      <tag k='type' v='site'/><tag k='amenity' v='hospital'/></relation></osm>)",
                                ".osm");
  EXPECT_EQ(report.rows, (RowCounts{.read = 7, .added = 5, .skipped = 1, .rejected = 1}));
  EXPECT_EQ(report.rejected.at(0).reason, "no geometry in this extract");
  std::map<std::string, Site> sites;
  for (const auto& site : sites_of(*store)) sites.emplace(site.id.text(), site);
  EXPECT_EQ(sites.at("osm-node-1").name, "Pharmacy");
  EXPECT_EQ(sites.at("osm-node-1").updated_at, *parse_instant("2025-01-02T03:04:05Z"));
  EXPECT_EQ(sites.at("osm-way-7").position, LatLon::make({.lat = 35.1, .lon = 14.1}));
  EXPECT_EQ(sites.at("osm-way-8").position, LatLon::make({.lat = 35, .lon = 14.1}));
  EXPECT_EQ(sites.at("osm-relation-12").position, LatLon::make({.lat = 35.1, .lon = 14.1}));
  EXPECT_EQ(sites.at("osm-relation-13").position, LatLon::make({.lat = 35, .lon = 14.2}));
  const auto source = store->sources().value().at(0).source;
  EXPECT_EQ(source.licence, "ODbL-1.0");
  EXPECT_EQ(source.attribution, "© OpenStreetMap contributors");
}

TEST(ImportOsm, AFileThatIsNoneOrIsCutOffIsOneErrorAndNothingIsKept) {
  const auto store = fresh_store();
  for (const auto* text :
       {"just text", "<osm version='0.6'><node id='1' lat='35' lon='14'><tag k='amenity' v='clinic'/></node>"}) {
    for (const auto* ending : {".osm.pbf", ".osm"}) {
      const auto report = import_text(*store, text, ending);
      ASSERT_FALSE(report) << text;
      EXPECT_EQ(report.error().kind, ErrorKind::corrupt);
    }
  }
  EXPECT_TRUE(sites_of(*store).empty());
}

TEST(Report, ItsJsonHasTheShapeOfTheContract) {
  const ImportReport report{.source = "s",
                            .format = Format::csv,
                            .subject = "sites",
                            .dry_run = false,
                            .rows = {.read = 4, .added = 1, .changed = 1, .unchanged = 1, .rejected = 1},
                            .rejected = {{.line = 3, .reason = "r", .value = "v"}},
                            .reject_reasons = {{"r", 1}},
                            .notes = {"n"},
                            .completeness = {{"phone", 0.5}},
                            .kinds = {}};
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json["rows"]["taken"], 3);
  EXPECT_EQ(json["rejected"][0]["line"], 3);
  EXPECT_EQ(json["completeness"]["phone"], 0.5);
  for (const auto* name : {"source", "rows", "rejected", "notes", "completeness"}) EXPECT_TRUE(json.contains(name));
}

TEST(Report, ItsTextIsAtMostEightyColumnsWide) {
  const auto store = fresh_store();
  std::string text = "name,lat,lon\n";
  for (int i = 0; i < 30; ++i)
    text += "A clinic with a rather long name that goes on and on,north of here,west of there\n";
  const auto shown = to_text(report_of(*store, text), Paint::plain);
  for (std::size_t begin = 0; begin < shown.size();) {
    const auto end = shown.find('\n', begin);
    EXPECT_LE(end - begin, 80) << shown.substr(begin, end - begin);
    begin = end + 1;
  }
  EXPECT_NE(shown.find("and 20 more"), std::string::npos);
}

}  // namespace
}  // namespace nearme
