#include "search/understand/read_opening.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "search/understand/clock_words.hpp"

namespace nearme {
namespace {

constexpr std::uint16_t kTonight = 18 * 60;

std::string_view name_of(AskedDay day) {
  static constexpr std::array<std::string_view, 11> kNames{
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "tomorrow", "weekend", ""};
  return kNames[static_cast<std::size_t>(day)];
}

std::string clock_words(std::uint16_t minute) {
  constexpr int kHour = 60;
  return fmt::format("{:02}:{:02}", minute / kHour, minute % kHour);
}

/// Words of one question about opening, read from left to right as long as they go on.
class OpeningExpression {
 public:
  OpeningExpression(const QuestionWords& words, std::size_t begin) : words_(words), at_(begin), end_(begin) {}

  /// Gives the word behind the expression; `begin` when there is none.
  std::size_t read() {
    while (at_ < words_.size() && !words_.is_explained(at_) && step()) {
    }
    return says_something() || says_open_ ? end_ : 0;
  }

  /// More than "open" by itself.
  [[nodiscard]] bool says_something() const { return opening_.now || !said_.empty(); }

  Opening opening() {
    if (said_.empty()) opening_.now = true;
    opening_.words = opening_.now ? "now" : said_;
    return opening_;
  }

 private:
  bool step() {
    return take_now() || take_tonight() || take_part() || take_time() || take_day() || take_open() || take_between();
  }

  void advance(std::size_t words, bool says_something) {
    at_ += words;
    if (says_something) end_ = at_;
  }

  void say(std::string_view what) {
    if (what.empty()) return;
    said_ += (said_.empty() ? "" : " ") + std::string{what};
  }

  bool take_now() {
    const auto match = words_for_now().find(words_.tokens(), at_);
    if (match.words == 0 || !(says_open_ || is_open_word(at_ + match.words))) return false;
    opening_.now = true;
    advance(match.words, true);
    return true;
  }

  [[nodiscard]] bool is_open_word(std::size_t at) const { return words_for_open().find(words_.tokens(), at).words > 0; }

  bool take_tonight() {
    const auto word = words_.word(at_);
    if (word != "tonight" || has_day_) return false;
    has_day_ = has_time_ = true;
    opening_.day = AskedDay::today;
    opening_.from = kTonight;
    say("tonight");
    advance(1, true);
    return true;
  }

  bool take_day() {
    if (has_day_) return false;
    auto match = words_for_days().find(words_.tokens(), at_);
    if (match.words == 0 && (says_open_ || follows_on())) match = short_words_for_days().find(words_.tokens(), at_);
    if (match.words == 0) return false;
    has_day_ = true;
    opening_.day = match.meaning;
    say_day_first(name_of(match.meaning));
    advance(match.words, true);
    return true;
  }

  /// "late on saturday" and "saturday late" are one.
  void say_day_first(std::string_view day) {
    said_ = said_.empty() ? std::string{day} : fmt::format("{} {}", day, said_);
  }

  [[nodiscard]] bool follows_on() const { return at_ > 0 && words_.word(at_ - 1) == "on"; }

  bool take_part() {
    const auto match = words_for_day_parts().find(words_.tokens(), at_);
    if (match.words == 0 || has_time_) return false;
    has_time_ = true;
    opening_.from = match.meaning.from;
    opening_.to = match.meaning.to;
    say(match.meaning.name);
    advance(match.words, true);
    return true;
  }

  bool take_time() {
    if (has_time_) return false;
    const auto before = words_before_a_time().find(words_.tokens(), at_);
    if (before.words > 0) {
      if (const auto time = time_at(words_, at_ + before.words); time && (!time->is_plain || is_expected(*time)))
        return take(*time, before.meaning);
    }
    const auto time = time_at(words_, at_);
    if (!time || time->is_plain) return false;
    // "1h massage" is how long it lasts.
    return (says_open_ || has_day_ || looks_like_clock(*time)) && take(*time, ClockBound::at);
  }

  [[nodiscard]] bool looks_like_clock(const WrittenTime& time) const {
    const std::string_view last = words_.tokens()[time.end - 1].word;
    const bool has_colon = time.end > at_ + 1 && words_.between(at_, at_ + 1) == ":";
    return has_colon || last.ends_with("am") || last.ends_with("pm");
  }

  /// A bare number is a time behind "open" or a day, unless something is counted with it.
  [[nodiscard]] bool is_expected(const WrittenTime& time) const {
    static constexpr std::array<std::string_view, 12> kUnits{"miles", "mile",    "km", "euro", "euros", "pounds",
                                                             "min",   "minutes", "mi", "€",    "zl",    "$"};
    return (says_open_ || has_day_) && std::ranges::find(kUnits, words_.word(time.end)) == kUnits.end();
  }

  bool take(const WrittenTime& time, ClockBound bound) {
    has_time_ = true;
    bound_by(time.minute, bound);
    at_ = end_ = time.end;
    return true;
  }

  void bound_by(std::uint16_t minute, ClockBound bound) {
    switch (bound) {
      case ClockBound::at:
        opening_.from = opening_.to = minute;
        if (opening_.day == AskedDay::any) opening_.day = AskedDay::today;
        return say(clock_words(minute));
      case ClockBound::after:
        opening_.from = minute;
        return say("after " + clock_words(minute));
      case ClockBound::before:
        opening_.to = minute;
        return say("before " + clock_words(minute));
      case ClockBound::until:
        opening_.from = opening_.to = static_cast<std::uint16_t>(minute > 0 ? minute - 1 : 0);
        return say("until " + clock_words(minute));
    }
  }

  bool take_open() {
    const auto match = words_for_open().find(words_.tokens(), at_);
    if (match.words == 0) return false;
    says_open_ = true;
    advance(match.words, true);
    return true;
  }

  bool take_between() {
    if (!is_between_opening_words(words_.word(at_))) return false;
    advance(1, false);
    return true;
  }

  const QuestionWords& words_;
  std::size_t at_;
  std::size_t end_;  ///< behind the last word that says something
  bool says_open_ = false;
  bool has_day_ = false;
  bool has_time_ = false;
  Opening opening_;
  std::string said_;
};

/// Whether the word asks by itself for what is open now; "appointments" does not.
bool is_open(std::string_view word) { return !word.starts_with("appoint") && !word.starts_with("availab"); }

}  // namespace

void read_opening(QuestionWords& words) {
  std::optional<Run> only_open;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (words.is_explained(begin)) continue;
    OpeningExpression expression{words, begin};
    const auto end = expression.read();
    if (end <= begin) continue;
    if (!expression.says_something()) {
      if (!only_open && is_open(words.word(end - 1))) only_open = Run{begin, end};
      continue;
    }
    words.question.opening = expression.opening();
    words.explain({begin, end}, "open", words.question.opening->words);
    return;
  }
  if (!only_open) return;
  words.question.opening = Opening{.now = true, .words = "now"};
  words.explain(*only_open, "open", "now");
}

}  // namespace nearme
