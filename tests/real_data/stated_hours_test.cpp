// Opening hours that registers write each in its own way, compared row by row with what comes of them.
#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <iomanip>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "intake/csv/column_index.hpp"
#include "intake/csv/table.hpp"
#include "intake/hours_check.hpp"
#include "intake/mapping/row_maker.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

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

/// Many dentists have the same hours, and working out those with dates takes milliseconds.
const std::optional<Schedule>& schedule_of(const std::string& hours) {
  static std::map<std::string, std::optional<Schedule>> known;
  const auto [found, is_new] = known.try_emplace(hours);
  if (is_new) {
    auto schedule = compile_opening_hours(hours, in_england(), *parse_date("2014-05-24"));
    if (schedule) found->second = *std::move(schedule);
  }
  return found->second;
}

/// How many rows the hours of one dentist agree with.
std::size_t agreeing_rows(const std::string& hours, const StatedTimes& stated) {
  const auto& schedule = schedule_of(hours);
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

}  // namespace
}  // namespace nearme
