// Registers without coordinates, and the opening hours that they write each in its own way.
#include <charconv>

#include <gtest/gtest.h>

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
    spans.push_back({.from = minutes(i), .to = minutes(i + 6)});
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
  const HoursPlace place{
      .country = "GB", .position = *LatLon::make({.lat = 53.5, .lon = -2.3}), .time_zone = "Europe/London"};
  std::size_t days = 0;
  std::size_t agree = 0;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const auto schedule = compile_opening_hours(opening_hours_of(*rows.row_of(records[i])), place, from);
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
  EXPECT_GE(agree * 1000, days * 995);
}

TEST_F(RealData, TheOpeningTimesOfDentistsAreReadAsTheyAreWritten) {
  const auto records = records_of(folder_ / "registers/nhs_dentist_opening_times_2014_notsep.csv");
  const ColumnIndex columns(records[0].cells);
  std::size_t open = 0;
  std::size_t closed = 0;
  std::size_t agree = 0;
  for (std::size_t i = 1; i < records.size(); ++i) {
    const auto times = cell_at(records[i], columns.find("Times"));
    if (times.empty()) {
      ++closed;
      continue;
    }
    ++open;
    auto row = row_at(2);
    row[Column::opening_monday] = times;
    agree += opening_hours_of(row) == "Mo " + times ? 1 : 0;
  }
  std::cout << agree << " of " << open << " opening times of dentists agree; " << closed << " are closed\n";
  EXPECT_EQ(records.size() - 1, 61'999);
  EXPECT_EQ(open, 59'681);
  EXPECT_EQ(closed, 2'318);
  EXPECT_GE(agree * 1000, open * 995);
}

}  // namespace
}  // namespace nearme
