#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "base/json.hpp"
#include "hours/days_to_schedule.hpp"
#include "hours/opening_hours.hpp"

namespace nearme {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Published vectors: texts of opening hours, and when those are open. They lie in the folder of NEARME_REAL_DATA.
std::optional<std::filesystem::path> suites() {
  const auto* folder = std::getenv("NEARME_REAL_DATA");
  if (folder == nullptr) return std::nullopt;
  return std::filesystem::path(folder) / "suites";
}

/// What held when it was last counted; less is a step back. The rest is mostly holidays of single states, school
/// holidays, weekdays in other languages, misspellings, and open ends, which are unknown there and an hour here.
constexpr int kHeldOfOpeningHoursJs = 137;    // of 296
constexpr int kRefusedOfOpeningHoursJs = 55;  // of 89
constexpr int kHeldOfKOpeningHours = 20;      // of 22

/// Open from a local moment up to another. Written as if local time were UTC.
struct Stretch {
  Instant from;
  Instant to;

  friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

std::vector<Stretch> joined(std::vector<Stretch> stretches) {
  std::ranges::sort(stretches);
  std::vector<Stretch> apart;
  for (const auto& stretch : stretches) {
    if (stretch.from >= stretch.to) continue;
    if (!apart.empty() && stretch.from <= apart.back().to) {
      apart.back().to = std::max(apart.back().to, stretch.to);
    } else {
      apart.push_back(stretch);
    }
  }
  return apart;
}

/// One expectation: this text, there, is open in these stretches of the window and in no others.
struct Expectation {
  std::string text;
  HoursPlace place;
  Stretch window;
  std::vector<Stretch> open;

  [[nodiscard]] Date first_day() const { return Date{std::chrono::floor<days>(window.from)}; }
};

std::vector<Stretch> open_in(const Schedule& schedule, Stretch window) {
  std::vector<Stretch> open;
  for (auto day = std::chrono::floor<days>(window.from) - days{1}; day < window.to; day += days{1}) {
    for (const auto span : day_of(schedule, Date{day})) {
      open.push_back({.from = std::max<Instant>(window.from, day + std::chrono::minutes{span.from}),
                      .to = std::min<Instant>(window.to, day + std::chrono::minutes{span.to})});
    }
  }
  return joined(open);
}

bool holds(const Expectation& expected) {
  const auto schedule = compile_opening_hours(expected.text, expected.place, expected.first_day());
  return schedule && open_in(*schedule, expected.window) == joined(expected.open);
}

/// "2012-10-01 0:00"; the hour may lack its zero.
std::optional<Instant> try_moment(std::string text) {
  if (text.size() == 15) text.insert(11, "0");
  const auto instant = parse_instant(text);
  return instant ? std::optional(*instant) : std::nullopt;
}

Instant moment(const std::string& text) { return try_moment(text).value_or(Instant{}); }

HoursPlace place_from(const nlohmann::json& place) {
  HoursPlace found{.country = "", .position = *LatLon::make({.lat = 49.5, .lon = 9.8}), .time_zone = "Europe/Berlin"};
  if (!place.is_object()) return found;
  if (place.contains("lat")) {
    found.position = *LatLon::make(
        {.lat = std::stod(place["lat"].get<std::string>()), .lon = std::stod(place["lon"].get<std::string>())});
  }
  found.country = place.value(nlohmann::json::json_pointer("/address/country_code"), std::string());
  std::ranges::transform(found.country, found.country.begin(), [](unsigned char c) { return std::toupper(c); });
  return found;
}

/// A row: name, text, reference, from, to, intervals [from, to, is unknown], durations, weekly, place, options.
std::optional<Expectation> expectation_from(const nlohmann::json& row) {
  const bool points_in_time = row[9].is_object() && row[9].contains("mode");
  if (!row[1].is_string() || points_in_time) return std::nullopt;
  Expectation expected{.text = row[1].get<std::string>(),
                       .place = place_from(row[8]),
                       .window = {moment(row[3].get<std::string>()), moment(row[4].get<std::string>())},
                       .open = {}};
  if (expected.window.to - expected.window.from > days{371}) return std::nullopt;
  for (const auto& interval : row[5]) {
    if (interval[2].get<bool>()) continue;
    expected.open.push_back({moment(interval[0].get<std::string>()), moment(interval[1].get<std::string>())});
  }
  return expected;
}

TEST(OpeningHoursSuites, TheVectorsOfOpeningHoursJsHoldAsOftenAsEver) {
  if (!suites()) GTEST_SKIP() << "NEARME_REAL_DATA is not set";
  const auto text = read_file(*suites() / "opening_hours.js" / "vectors_extracted_from_test.js.json");
  ASSERT_TRUE(text) << text.error().message;
  const auto rows = nlohmann::json::parse(*text)["tests"];
  int asked = 0;
  int held = 0;
  for (std::size_t i = 1; i < rows.size(); i += 2) {
    const auto expected = expectation_from(rows[i]);
    if (!expected) continue;
    ++asked;
    if (holds(*expected)) {
      ++held;
    } else if (std::getenv("NEARME_SHOW_MISSES") != nullptr) {
      fmt::print("{}: {} ({})\n", i, expected->text, rows[i][0].get<std::string>());
    }
  }
  fmt::print("opening_hours.js: {} of {} hold\n", held, asked);
  EXPECT_GE(held, kHeldOfOpeningHoursJs);
}

TEST(OpeningHoursSuites, WhatOpeningHoursJsRefusesDoesNoHarm) {
  if (!suites()) GTEST_SKIP() << "NEARME_REAL_DATA is not set";
  const auto text = read_file(*suites() / "opening_hours.js" / "vectors_extracted_from_test.js.json");
  const auto rows = nlohmann::json::parse(*text)["should_fail"];
  int refused = 0;
  int asked = 0;
  for (std::size_t i = 1; i < rows.size(); i += 2) {
    if (!rows[i][1].is_string()) continue;
    ++asked;
    const auto place = place_from(rows[i][2]);
    if (!compile_opening_hours(rows[i][1].get<std::string>(), place, *parse_date("2026-11-22"))) ++refused;
  }
  fmt::print("opening_hours.js refuses {}, of which {} are refused here\n", asked, refused);
  EXPECT_GE(refused, kRefusedOfOpeningHoursJs);
}

/// A file of KOpeningHours: the text, a number, an empty line, and lines "Mon 2020-11-09 08:00 - Mon ... 17:30: open".
std::optional<Expectation> expectation_from_intervals(const std::string& file) {
  static const std::regex kLine(R"(^\w+ (\S+ \S+?)\+? - \w+ (\S+ [0-9:]+?)\+?: (\w+).*$)");
  std::istringstream lines(file);
  Expectation expected{.text = "", .place = place_from({}), .window = {}, .open = {}};
  expected.place.country = "DE";
  expected.place.position = *LatLon::make({.lat = 52.5, .lon = 13.0});
  std::getline(lines, expected.text);
  bool first = true;
  for (std::string line; std::getline(lines, line);) {
    std::smatch parts;
    if (!std::regex_match(line, parts, kLine)) continue;
    const Stretch stretch{moment(parts[1]), moment(parts[2])};
    if (first) expected.window.from = stretch.from;
    first = false;
    expected.window.to = stretch.to;
    if (parts[3] == "open") expected.open.push_back(stretch);
  }
  if (first || expected.window.to - expected.window.from > days{371}) return std::nullopt;
  return expected;
}

TEST(OpeningHoursSuites, TheIntervalsOfKOpeningHoursHoldAsOftenAsEver) {
  if (!suites()) GTEST_SKIP() << "NEARME_REAL_DATA is not set";
  int asked = 0;
  int held = 0;
  for (const auto& entry : std::filesystem::directory_iterator(*suites() / "kopeninghours" / "autotests" / "data")) {
    const auto expected = expectation_from_intervals(*read_file(entry.path()));
    if (!expected) continue;
    ++asked;
    if (holds(*expected)) {
      ++held;
    } else if (std::getenv("NEARME_SHOW_MISSES") != nullptr) {
      fmt::print("{}: {}\n", entry.path().filename().string(), expected->text);
    }
  }
  fmt::print("kopeninghours: {} of {} hold\n", held, asked);
  EXPECT_GE(held, kHeldOfKOpeningHours);
}

}  // namespace
}  // namespace nearme
