#include "intake/mapping/opening_times.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "intake/cells.hpp"
#include "intake/csv/column_index.hpp"
#include "intake/csv/table.hpp"
#include "intake/hours_check.hpp"
#include "intake/mapping/stated_days.hpp"
#include "intake/normalise/free_hours.hpp"

namespace nearme {
namespace {

constexpr std::int32_t kFirstDate = 7;
constexpr std::array kDayColumns{Column::opening_monday,   Column::opening_tuesday, Column::opening_wednesday,
                                 Column::opening_thursday, Column::opening_friday,  Column::opening_saturday,
                                 Column::opening_sunday};

/// Minutes of "09:30", which is how `times_from_words` writes.
std::uint16_t minutes_at(std::string_view times, std::size_t at) {
  const auto digit = [&](std::size_t i) { return times[at + i] - '0'; };
  return static_cast<std::uint16_t>(((digit(0) * 10) + digit(1)) * 60 + (digit(3) * 10) + digit(4));
}

/// The stretches of "09:30-13:00,14:00-17:30", without days; none that is closed for "off".
std::vector<std::pair<std::uint16_t, std::uint16_t>> spans_of(std::string_view times) {
  constexpr std::size_t kStretch = 12;  // with its comma
  if (times == "off") return {{0, 0}};
  std::vector<std::pair<std::uint16_t, std::uint16_t>> spans;
  for (std::size_t at = 0; at < times.size(); at += kStretch) {
    spans.emplace_back(minutes_at(times, at), minutes_at(times, at + 6));
  }
  return spans;
}

std::string clock(std::uint16_t minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

/// How a date is numbered; those of another century than ours come before all days of the week.
std::int32_t number_of(Date date) {
  const auto days = static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
  return days < 0 ? -1 : days + kFirstDate;
}

std::string date_rule(std::int32_t day) {
  const Date date{std::chrono::sys_days{std::chrono::days{day - kFirstDate}}};
  return fmt::format("{} {} {:02}", static_cast<int>(date.year()), month_name(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace

/// The columns of the file, once they are found, and what its rows give.
class OpeningTimes::Reader {
 public:
  Reader(const OpeningTimesFile& file, Date from, Notes& notes, OpeningTimes& times)
      : file_(file), name_(file.file.filename().string()), first_date_(number_of(from)), notes_(notes), times_(times) {}

  Result<void> take(const Record& record) {
    if (found_) return take_row(record);
    found_ = true;
    return find_columns(record.cells);
  }

 private:
  Result<void> find_columns(const std::vector<std::string>& names) {
    const ColumnIndex columns(names);
    std::vector<std::string> missing;
    for (const auto& [wanted, place] : {std::pair(&file_.id, &id_), std::pair(&file_.day, &day_),
                                        std::pair(&file_.times, &times_at_), std::pair(&file_.date, &date_)}) {
      if (!wanted->empty() && !(*place = columns.find(*wanted))) missing.push_back(*wanted);
    }
    if (missing.empty()) return {};
    return fail(ErrorKind::invalid_input,
                "the mapping names columns of opening times that {} does not have: {}; it has: {}", name_,
                list_names(missing), list_names(names));
  }

  Result<void> take_row(const Record& record) {
    const auto id = cell_at(record, id_);
    if (id.empty()) {
      notes_.count(fmt::format("rows of {} without an id, left out", name_), record.line, {});
      return {};
    }
    auto& site = times_.sites_[id];
    const auto cell = cell_at(record, times_at_);
    const auto times = cell.empty() ? std::optional<std::string>("off") : times_from_words(cell);
    const auto days = days_of(record);
    if (!times || !days) {
      site.is_understood = false;
      notes_.count(fmt::format("rows of {} that could not be understood, whose sites get no opening hours", name_),
                   record.line, fmt::format("{} {}", cell_at(record, has_date(record) ? date_ : day_), cell));
      return {};
    }
    if (has_date(record) && days->first < first_date_) {
      notes_.count(fmt::format("rows of {} for days that are past, left out", name_), record.line,
                   cell_at(record, date_));
      return {};
    }
    for (auto day = days->first; day <= days->second; ++day) {
      for (const auto& [from, to] : spans_of(*times)) site.stretches.push_back({.day = day, .from = from, .to = to});
    }
    return {};
  }

  /// A date counts more than a day of the week beside it.
  [[nodiscard]] bool has_date(const Record& record) const { return !cell_at(record, date_).empty(); }

  [[nodiscard]] std::optional<std::pair<std::int32_t, std::int32_t>> days_of(const Record& record) const {
    if (has_date(record)) {
      const auto date = date_in_words(cell_at(record, date_));
      if (!date) return std::nullopt;
      return std::pair(number_of(*date), number_of(*date));
    }
    const auto days = days_in(cell_at(record, day_));
    if (!days) return std::nullopt;
    return std::pair<std::int32_t, std::int32_t>(days->first, days->second);
  }

  const OpeningTimesFile& file_;
  std::string name_;
  std::int32_t first_date_;
  Notes& notes_;
  OpeningTimes& times_;
  bool found_ = false;
  std::optional<std::size_t> id_, day_, times_at_, date_;
};

Result<OpeningTimes> OpeningTimes::read(const OpeningTimesFile& file, Date from, Notes& notes) {
  TRY(const auto input, InputFile::open(file.file));
  OpeningTimes times;
  Reader reader(file, from, notes, times);
  Notes of_dialect;
  TRY_VOID(read_table(input, std::nullopt, of_dialect,
                      {.records = {.on_record = [&](const Record& record) { return reader.take(record); },
                                   .on_broken =
                                       [&](std::uint64_t line, const std::string& reason, std::string_view text) {
                                         notes.count(fmt::format("lines of {} left out: {}",
                                                                 file.file.filename().string(), reason),
                                                     line, text);
                                       }},
                       .on_progress = {},
                       .wants_sheet = {}}));
  for (auto& [id, site] : times.sites_) {
    std::ranges::sort(site.stretches);
    const auto repeated = std::ranges::unique(site.stretches);
    site.stretches.erase(repeated.begin(), repeated.end());
  }
  return times;
}

std::string OpeningTimes::of(const std::string& id) {
  const auto found = sites_.find(id);
  if (found == sites_.end()) return {};
  auto& site = found->second;
  site.is_used = true;
  if (!site.is_understood) return {};
  auto week = row_at(0);
  for (std::size_t day = 0; day < kDayColumns.size(); ++day) {
    week[kDayColumns.at(day)] = times_of(site.stretches, static_cast<std::int32_t>(day));
  }
  auto rules = opening_hours_of(week);
  std::int32_t last = 0;
  for (const auto& stretch : site.stretches) {
    if (stretch.day < kFirstDate || stretch.day == last) continue;
    last = stretch.day;
    rules += fmt::format("{}{} {}", rules.empty() ? "" : "; ", date_rule(last), times_of(site.stretches, last));
    for (const auto& rest : rest_of(site.stretches, last)) rules += fmt::format("; {} {} off", date_rule(last), rest);
  }
  return rules;
}

std::uint64_t OpeningTimes::unused() const {
  return static_cast<std::uint64_t>(
      std::ranges::count_if(sites_, [](const auto& site) { return !site.second.is_used; }));
}

/// "09:00-13:00,14:00-17:00"; "off" where only closed rows are; empty where there are none.
std::string OpeningTimes::times_of(const std::vector<Stretch>& stretches, std::int32_t day) {
  std::string times;
  bool is_closed = false;
  for (const auto& stretch : stretches) {
    if (stretch.day != day) continue;
    is_closed = is_closed || stretch.from == stretch.to;
    if (stretch.from == stretch.to) continue;
    times += fmt::format("{}{}-{}", times.empty() ? "" : ",", clock(stretch.from), clock(stretch.to));
  }
  return times.empty() && is_closed ? "off" : times;
}

/// The times of a day that are in none of its stretches: "00:00-10:00", "13:00-24:00". Empty when it has none.
///
/// A rule for a date should replace the usual day; KOpeningHours, where the date has a year, adds it to that. Saying
/// when it is closed besides means the same to those who replace, and is right with those who add; of several
/// closed times in one rule KOpeningHours takes the first alone.
std::vector<std::string> OpeningTimes::rest_of(const std::vector<Stretch>& stretches, std::int32_t day) {
  constexpr std::uint16_t kMidnight = 24 * 60;
  std::vector<std::string> rest;
  std::uint16_t closed_from = 0;
  bool is_open = false;
  const auto add = [&](std::uint16_t to) {
    if (closed_from < to) rest.push_back(fmt::format("{}-{}", clock(closed_from), clock(to)));
  };
  for (const auto& stretch : stretches) {
    if (stretch.day != day || stretch.from == stretch.to) continue;
    is_open = true;
    add(stretch.from);
    closed_from = std::max(closed_from, stretch.to < stretch.from ? kMidnight : stretch.to);
  }
  if (!is_open) return {};
  add(kMidnight);
  return rest;
}

}  // namespace nearme
