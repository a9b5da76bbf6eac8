#include "search/understand/angle.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include <fmt/format.h>

namespace nearme {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::size_t kLongestNumber = 24;

using Marks = std::span<const std::string_view>;
constexpr std::array<std::string_view, 6> kDegreeMarks{"°", "º", "˚", "deg", "d", "*"};
constexpr std::array<std::string_view, 6> kMinuteMarks{"′", "’", "‘", "'", "´", "`"};
constexpr std::array<std::string_view, 6> kSecondMarks{"″", "”", "“", "\"", "''", "′′"};
constexpr std::array<std::string_view, 3> kMinusSigns{"-", "−", "–"};

/// Walks over the parts of one angle.
class Angle {
 public:
  Angle(std::string_view text, std::size_t begin, DecimalMark mark)
      : text_(text), at_(begin), mark_(static_cast<char>(mark)) {}

  std::optional<WrittenAngle> read() {
    angle_.letter = take_letter();
    if (angle_.letter != 0) skip_spaces();
    take_sign();
    double whole = 0;
    if (!take_number(whole)) return std::nullopt;
    angle_.degrees = whole;
    angle_.end = at_;
    take_parts();
    take_letter_behind();
    finish();
    return angle_;
  }

 private:
  [[nodiscard]] bool stands(std::string_view mark) const { return text_.substr(at_).starts_with(mark); }

  bool take_any(Marks marks) {
    for (const auto mark : marks) {
      if (!stands(mark)) continue;
      at_ += mark.size();
      return true;
    }
    return false;
  }

  void skip_spaces() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  /// N, S, E or W that is no part of a word.
  char take_letter() {
    if (at_ >= text_.size()) return 0;
    const char letter = text_[at_] >= 'a' ? static_cast<char>(text_[at_] - 'a' + 'A') : text_[at_];
    if (std::string_view("NSEW").find(letter) == std::string_view::npos) return 0;
    const bool is_in_word = at_ + 1 < text_.size() && is_letter(text_[at_ + 1]);
    const bool is_behind_word = at_ > 0 && is_letter(text_[at_ - 1]);
    if (is_in_word || is_behind_word) return 0;
    ++at_;
    return letter;
  }

  void take_sign() {
    if (take_any(kMinusSigns)) {
      is_negative_ = true;
    } else if (!stands("+")) {
      return;
    } else {
      ++at_;
    }
    angle_.is_signed = true;
  }

  /// Digits, and decimals behind the mark.
  bool take_number(double& number) {
    std::string digits;
    std::size_t at = at_;
    int decimals = 0;
    while (at < text_.size() && is_digit(text_[at])) digits += text_[at++];
    if (digits.empty() || digits.size() > kLongestNumber) return false;
    if (at + 1 < text_.size() && text_[at] == mark_ && is_digit(text_[at + 1])) {
      digits += '.';
      for (++at; at < text_.size() && is_digit(text_[at]); ++at, ++decimals) digits += text_[at];
    }
    std::from_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed);
    at_ = at;
    angle_.decimals = decimals;
    return true;
  }

  /// Minutes and seconds: with their marks, or as numbers of whole degrees and minutes between spaces or colons.
  void take_parts() {
    if (take_any(kDegreeMarks)) {
      angle_.is_marked = true;
      angle_.end = at_;
    }
    take_part(kMinuteMarks, 60);
    if (angle_.parts == 2) take_part(kSecondMarks, 3600);
  }

  /// Keeps nothing when no such part stands there.
  void take_part(Marks marks, double share) {
    const auto before = at_;
    const auto decimals = angle_.decimals;
    const bool can_be_bare = decimals == 0;
    const bool has_gap = at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == ':');
    if (stands(":")) ++at_;
    skip_spaces();
    double number = 0;
    const bool is_part = (has_gap || angle_.is_marked) && take_number(number);
    const bool is_marked = is_part && take_any(marks);
    if (!is_part || (!is_marked && !(can_be_bare && has_gap && is_bare_part(before)))) {
      at_ = before;
      angle_.decimals = decimals;
      return;
    }
    if (number >= 60) angle_.fault = fmt::format("{} {} are 60 or more", number, share == 60 ? "minutes" : "seconds");
    angle_.degrees += number / share;
    angle_.is_marked = angle_.is_marked || is_marked;
    ++angle_.parts;
    angle_.end = at_;
  }

  /// Numbers without marks are parts only when a letter ends them: "51 30 26 N". Looks no further than that.
  [[nodiscard]] bool is_bare_part(std::size_t begin) const {
    auto at = begin;
    while (at < text_.size() && (is_digit(text_[at]) || text_[at] == ' ' || text_[at] == ':' || text_[at] == mark_))
      ++at;
    if (at >= text_.size() || !is_letter(text_[at])) return false;
    Angle behind(text_, at, static_cast<DecimalMark>(mark_));
    return behind.take_letter() != 0;
  }

  void take_letter_behind() {
    if (angle_.letter != 0) return;
    at_ = angle_.end;
    skip_spaces();
    if (const char letter = take_letter()) {
      angle_.letter = letter;
      angle_.end = at_;
    }
  }

  void finish() {
    const bool is_south_or_west = angle_.letter == 'S' || angle_.letter == 'W';
    if (angle_.letter != 0 && angle_.is_signed) angle_.fault = "it has a sign and a letter; one of them is enough";
    if (is_negative_ || is_south_or_west) angle_.degrees = -angle_.degrees;
  }

  std::string_view text_;
  std::size_t at_;
  char mark_;
  bool is_negative_ = false;
  WrittenAngle angle_;
};

}  // namespace

std::optional<WrittenAngle> read_angle(std::string_view text, std::size_t begin, DecimalMark mark) {
  return Angle{text, begin, mark}.read();
}

}  // namespace nearme
