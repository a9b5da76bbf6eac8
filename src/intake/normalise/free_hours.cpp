#include "intake/normalise/free_hours.hpp"

#include <array>

#include <fmt/format.h>

#include "intake/normalise/hours_tokens.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

using Kind = HoursToken::Kind;
using Half = HoursToken::Half;

constexpr int kNoon = 12 * 60;
constexpr int kDay = 24 * 60;
constexpr std::array<std::string_view, 7> kDays{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};

std::string clock(int minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

/// Reads pieces as "days times" again and again.
class HoursParser {
 public:
  explicit HoursParser(std::vector<HoursToken> tokens) : tokens_(std::move(tokens)) {}

  std::optional<std::string> read_week() {
    std::string rules;
    skip_separators();
    while (at_ < tokens_.size()) {
      // "Closed Sunday" says its state first.
      const bool closed_first = peek(Kind::closed) && peek(Kind::days, 1);
      if (closed_first) ++at_;
      const auto days = read_days();
      if (days.empty()) return std::nullopt;
      const auto times = closed_first ? std::optional<std::string>("off") : read_times();
      if (!times) return std::nullopt;
      rules += fmt::format("{}{} {}", rules.empty() ? "" : "; ", days, *times);
      skip_separators();
    }
    if (rules.empty()) return std::nullopt;
    return rules;
  }

  std::optional<std::string> read_day() {
    skip_separators();
    auto times = read_times();
    skip_separators();
    return at_ == tokens_.size() ? times : std::nullopt;
  }

 private:
  [[nodiscard]] bool peek(Kind kind, std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == kind;
  }
  void skip_separators() {
    while (peek(Kind::next) || peek(Kind::also)) ++at_;
  }

  /// "Mo-Fr", "Mo,We,Fr"; empty when there is no day here.
  std::string read_days() {
    std::string days;
    while (peek(Kind::days)) {
      const int first = tokens_[at_].first;
      int last = tokens_[at_].last;
      ++at_;
      if (peek(Kind::through) && peek(Kind::days, 1)) {
        last = tokens_[at_ + 1].last;
        at_ += 2;
      }
      days += days.empty() ? "" : ",";
      days += kDays.at(static_cast<std::size_t>(first));
      if (last != first) days += fmt::format("-{}", kDays.at(static_cast<std::size_t>(last)));
      if (peek(Kind::also) && peek(Kind::days, 1)) ++at_;
    }
    // "Monday: 9 to 5" was cut before the colon; "Mon - 9 to 5" has a dash of its own.
    if (!days.empty() && peek(Kind::through) && peek(Kind::time, 1)) ++at_;
    return days;
  }

  std::optional<std::string> read_times() {
    if (peek(Kind::closed)) {
      ++at_;
      return "off";
    }
    if (peek(Kind::all_day)) {
      ++at_;
      return "00:00-24:00";
    }
    std::string times;
    while (peek(Kind::time)) {
      const auto stretch = read_stretch();
      if (!stretch) return std::nullopt;
      times += (times.empty() ? "" : ",") + *stretch;
      // Another stretch of the same day follows a comma, "and", or a slash.
      if ((peek(Kind::also) || peek(Kind::next)) && peek(Kind::time, 1)) ++at_;
    }
    if (times.empty()) return std::nullopt;
    return times;
  }

  std::optional<std::string> read_stretch() {
    auto from = tokens_[at_++];
    if (!peek(Kind::through) || !peek(Kind::time, 1)) return std::nullopt;
    auto to = tokens_[at_ + 1];
    at_ += 2;
    settle_halves(from, to);
    if (to.minutes == 0) to.minutes = kDay;
    if (from.minutes == to.minutes || from.minutes >= kDay) return std::nullopt;
    // Over midnight only in the evening: "17:00-09:00" is a mistake more often than a night.
    constexpr int kEvening = 17 * 60;
    constexpr int kLateEnd = 6 * 60;
    if (to.minutes < from.minutes && (from.minutes < kEvening || to.minutes > kLateEnd)) return std::nullopt;
    return clock(from.minutes) + "-" + clock(to.minutes);
  }

  /// "9-5pm", "9am-5" and "9-5": the half of the day that is not said is the one that makes a working day.
  static void settle_halves(HoursToken& from, HoursToken& to) {
    const bool to_may_be_evening = to.half == Half::unsaid && to.minutes < kNoon && to.minutes > 0;
    const bool counts_to_twelve = from.half != Half::unsaid || from.minutes < kNoon + 60;
    if (to_may_be_evening && to.minutes <= from.minutes && counts_to_twelve) to.minutes += kNoon;
    const bool from_may_be_evening = from.half == Half::unsaid && from.minutes < kNoon && to.half == Half::pm;
    constexpr int kEarliest = 6 * 60;
    if (from_may_be_evening && from.minutes < kEarliest && from.minutes + kNoon < to.minutes) from.minutes += kNoon;
  }

  std::vector<HoursToken> tokens_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_in_free_words(std::string_view text) {
  const auto folded = fold(text);
  for (const auto* word :
       {"am",   "pm",    "a.m",    "p.m",  "day",      "mon",   "tue",   "wed", "thu",   "fri",   "sat",         "sun",
        " to ", "until", "closed", "noon", "midnight", "hours", "daily", "tag", "lundi", "lunes", "\xE2\x80\x93"}) {
    if (folded.contains(word)) return true;
  }
  // 9.30 rather than 09:30.
  for (std::size_t i = 1; i + 2 < folded.size(); ++i) {
    const auto is_digit = [&](std::size_t at) { return folded[at] >= '0' && folded[at] <= '9'; };
    if (folded[i] == '.' && is_digit(i - 1) && is_digit(i + 1) && is_digit(i + 2)) return true;
  }
  return false;
}

std::optional<std::string> hours_from_words(std::string_view text) {
  auto tokens = hours_tokens(text);
  if (!tokens) return std::nullopt;
  return HoursParser(*std::move(tokens)).read_week();
}

std::optional<std::string> times_from_words(std::string_view text) {
  auto tokens = hours_tokens(text);
  if (!tokens) return std::nullopt;
  return HoursParser(*std::move(tokens)).read_day();
}

}  // namespace nearme
