#include "intake/normalise/hours_tokens.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/unicode.hpp"

namespace nearme {
namespace {

using Kind = HoursToken::Kind;

constexpr int kMinutesOfHour = 60;

/// What a day's name begins with, folded; at least as many letters as stand here.
struct DayWord {
  std::string_view word;
  int first;
  int last;
};
constexpr std::array kDayWords{
    DayWord{"mondays", 0, 0},   DayWord{"tuesdays", 1, 1},  DayWord{"wednesdays", 2, 2},  DayWord{"thursdays", 3, 3},
    DayWord{"fridays", 4, 4},   DayWord{"saturdays", 5, 5}, DayWord{"sundays", 6, 6},     DayWord{"montags", 0, 0},
    DayWord{"dienstags", 1, 1}, DayWord{"mittwochs", 2, 2}, DayWord{"donnerstags", 3, 3}, DayWord{"freitags", 4, 4},
    DayWord{"samstags", 5, 5},  DayWord{"sonntags", 6, 6},  DayWord{"lundi", 0, 0},       DayWord{"mardi", 1, 1},
    DayWord{"mercredi", 2, 2},  DayWord{"jeudi", 3, 3},     DayWord{"vendredi", 4, 4},    DayWord{"samedi", 5, 5},
    DayWord{"dimanche", 6, 6},  DayWord{"lunes", 0, 0},     DayWord{"martes", 1, 1},      DayWord{"miercoles", 2, 2},
    DayWord{"jueves", 3, 3},    DayWord{"viernes", 4, 4},   DayWord{"sabado", 5, 5},      DayWord{"domingo", 6, 6}};
constexpr std::array kWholeWords{
    DayWord{"mo", 0, 0},       DayWord{"tu", 1, 1},       DayWord{"we", 2, 2},      DayWord{"th", 3, 3},
    DayWord{"fr", 4, 4},       DayWord{"sa", 5, 5},       DayWord{"su", 6, 6},      DayWord{"di", 1, 1},
    DayWord{"mi", 2, 2},       DayWord{"do", 3, 3},       DayWord{"so", 6, 6},      DayWord{"daily", 0, 6},
    DayWord{"everyday", 0, 6}, DayWord{"weekdays", 0, 4}, DayWord{"weekday", 0, 4}, DayWord{"weekends", 5, 6},
    DayWord{"weekend", 5, 6},  DayWord{"taglich", 0, 6},  DayWord{"werktags", 0, 4}};
constexpr std::array<std::string_view, 13> kSaysNothing{"open", "hours", "opening", "times", "from", "between", "on",
                                                        "uhr",  "h",     "o",       "clock", "von",  "every"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) >= 0x80); }

HoursToken token(Kind kind) { return {.kind = kind}; }
HoursToken days(int first, int last) { return {.kind = Kind::days, .first = first, .last = last}; }
HoursToken time(int minutes, HoursToken::Half half) { return {.kind = Kind::time, .minutes = minutes, .half = half}; }

std::optional<HoursToken> day_called(std::string_view word) {
  for (const auto& [whole, first, last] : kWholeWords) {
    if (word == whole) return days(first, last);
  }
  constexpr std::size_t kFewestLetters = 3;
  if (word.size() < kFewestLetters) return std::nullopt;
  const auto* const found =
      std::ranges::find_if(kDayWords, [&](const DayWord& day) { return day.word.starts_with(word); });
  if (found == kDayWords.end()) return std::nullopt;
  return days(found->first, found->last);
}

/// Cuts a text into pieces from left to right.
class Tokeniser {
 public:
  explicit Tokeniser(std::string text) : text_(std::move(text)) {}

  std::optional<std::vector<HoursToken>> read() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool is_read = is_digit(c) ? read_number() : is_letter(c) ? read_word() : read_mark();
      if (!is_read) return std::nullopt;
    }
    return std::move(tokens_);
  }

 private:
  bool read_mark() {
    // Dashes of all lengths come folded to more than one byte; see `plain_dashes`.
    const char c = text_[at_++];
    if (c == '-' || c == '~') tokens_.push_back(token(Kind::through));
    if (c == ',' || c == '&' || c == '+' || c == '/') tokens_.push_back(token(Kind::also));
    if (c == ';' || c == '\n' || c == '|') tokens_.push_back(token(Kind::next));
    return std::string_view("-~,&+;\n|/ \t\r:.()'").contains(c);
  }

  bool read_word() {
    const auto begin = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    const auto word = std::string_view(text_).substr(begin, at_ - begin);
    if (std::ranges::find(kSaysNothing, word) != kSaysNothing.end()) return true;
    if (word == "to" || word == "until" || word == "till" || word == "bis" || word == "thru" || word == "through" ||
        word == "a") {
      tokens_.push_back(token(Kind::through));
    } else if (word == "and" || word == "und" || word == "et") {
      tokens_.push_back(token(Kind::also));
    } else if (word == "closed" || word == "off" || word == "geschlossen" || word == "ferme" || word == "cerrado") {
      tokens_.push_back(token(Kind::closed));
    } else if (word == "noon" || word == "midday") {
      tokens_.push_back(time(12 * kMinutesOfHour, HoursToken::Half::pm));
    } else if (word == "midnight") {
      tokens_.push_back(time(24 * kMinutesOfHour, HoursToken::Half::am));
    } else if (const auto day = day_called(word)) {
      tokens_.push_back(*day);
    } else {
      return false;
    }
    return true;
  }

  bool skip(std::string_view word) {
    if (!std::string_view(text_).substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  std::optional<int> read_digits(std::size_t most) {
    const auto begin = at_;
    while (at_ < text_.size() && is_digit(text_[at_]) && at_ - begin < most + 1) ++at_;
    if (at_ == begin || at_ - begin > most) return std::nullopt;
    int value = 0;
    std::from_chars(text_.data() + begin, text_.data() + at_, value);
    return value;
  }

  bool read_number() {
    if (skip("24/7")) {
      tokens_.push_back(days(0, 6));
      tokens_.push_back(token(Kind::all_day));
      return true;
    }
    if (skip("24 hours") || skip("24hrs") || skip("24 hrs") || skip("24h")) {
      tokens_.push_back(token(Kind::all_day));
      return true;
    }
    return read_time();
  }

  bool read_time() {
    const auto begin = at_;
    auto hours = read_digits(4);
    if (!hours) return false;
    const auto digits = at_ - begin;
    int minutes = 0;
    if (digits > 2) {  // 0930, 930
      minutes = *hours % 100;
      hours = *hours / 100;
    } else if (at_ + 2 < text_.size() && std::string_view(":.h").contains(text_[at_]) && is_digit(text_[at_ + 1]) &&
               is_digit(text_[at_ + 2])) {
      ++at_;
      minutes = read_digits(2).value_or(kMinutesOfHour);
    }
    if (skip(":00")) {
      // The seconds of "09:00:00".
    }
    const auto half = read_half();
    constexpr int kHoursOfDay = 24;
    if (*hours > kHoursOfDay || minutes >= kMinutesOfHour) return false;
    if (half != HoursToken::Half::unsaid && (*hours > 12 || *hours == 0)) return false;
    tokens_.push_back(time((half_hours(*hours, half) * kMinutesOfHour) + minutes, half));
    return true;
  }

  static int half_hours(int hours, HoursToken::Half half) {
    if (half == HoursToken::Half::unsaid) return hours;
    return (hours % 12) + (half == HoursToken::Half::pm ? 12 : 0);
  }

  HoursToken::Half read_half() {
    const auto before = at_;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    for (const auto* word : {"am", "a.m.", "a.m"}) {
      if (skip(word)) return HoursToken::Half::am;
    }
    for (const auto* word : {"pm", "p.m.", "p.m"}) {
      if (skip(word)) return HoursToken::Half::pm;
    }
    at_ = before;
    return HoursToken::Half::unsaid;
  }

  std::string text_;
  std::size_t at_ = 0;
  std::vector<HoursToken> tokens_;
};

/// Dashes of every length as hyphens, before and after folding.
std::string plain_dashes(std::string text) {
  for (const std::string_view dash :
       {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"}) {
    for (auto at = text.find(dash); at != std::string::npos; at = text.find(dash, at))
      text.replace(at, dash.size(), 1, '-');
  }
  return text;
}

}  // namespace

std::optional<std::vector<HoursToken>> hours_tokens(std::string_view text) {
  constexpr std::size_t kLongest = 2000;
  if (text.size() > kLongest) return std::nullopt;
  return Tokeniser(fold(plain_dashes(std::string(text)))).read();
}

}  // namespace nearme
