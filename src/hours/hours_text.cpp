#include "hours/hours_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace nearme {
namespace {

constexpr std::string_view kRoundTheClock = "24/7";
constexpr std::array<std::string_view, 2> kHolidays{"PH", "SH"};
constexpr std::array<std::string_view, 11> kWeeklyWords{"Mo", "Tu", "We",  "Th",     "Fr",  "Sa",
                                                        "Su", "PH", "off", "closed", "open"};
constexpr std::array<std::string_view, 4> kSunWords{"sunrise", "sunset", "dawn", "dusk"};

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }
bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Takes the next piece off a text: a run of letters, of digits, a quoted comment, or another character alone. Spaces
/// divide and go. Empty at the end.
std::string_view take_piece(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  if (text.empty()) return {};
  const auto run = [&](auto belongs) {
    std::size_t end = 1;
    while (end < text.size() && belongs(text[end])) ++end;
    return end;
  };
  std::size_t end = 1;
  if (is_letter(text.front())) end = run(is_letter);
  if (is_digit(text.front())) end = run(is_digit);
  if (text.front() == '"') end = std::min(text.size(), run([](char c) { return c != '"'; }) + 1);
  const auto piece = text.substr(0, end);
  text.remove_prefix(end);
  return piece;
}

std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (auto piece = take_piece(text); !piece.empty(); piece = take_piece(text)) pieces.push_back(piece);
  return pieces;
}

bool is_holiday(std::string_view piece) { return std::ranges::find(kHolidays, piece) != kHolidays.end(); }

using Pieces = std::vector<std::string_view>;

/// A comma between a time and a day begins a further rule, like a semicolon does: `Mo 09:00-12:00, PH off`.
bool begins_rule(const Pieces& pieces, std::size_t at) {
  if (pieces[at] == ";") return true;
  if (pieces[at] != "," || at == 0 || at + 1 == pieces.size()) return false;
  const auto before = pieces[at - 1].front();
  return is_letter(pieces[at + 1].front()) && (is_digit(before) || before == '+' || before == '"');
}

/// A rule without its holidays; empty when nothing of its days is left.
Pieces without_holidays(const Pieces& rule) {
  Pieces kept;
  for (std::size_t i = 0; i < rule.size(); ++i) {
    if (!is_holiday(rule[i])) {
      kept.push_back(rule[i]);
    } else if (!kept.empty() && kept.back() == ",") {
      kept.pop_back();
    } else if (i + 1 < rule.size() && rule[i + 1] == ",") {
      ++i;
    } else {
      return {};
    }
  }
  return kept;
}

/// Pieces as text again, with spaces only where two words or a word and a number would run together.
std::string joined(const Pieces& pieces) {
  std::string text;
  for (const auto piece : pieces) {
    const bool apart = !text.empty() && (is_letter(piece.front()) || is_digit(piece.front()) || piece.front() == '"') &&
                       (is_letter(text.back()) || is_digit(text.back()) || text.back() == '"');
    if (apart) text += ' ';
    text += piece;
  }
  return text;
}

void add_rule(std::string& text, std::string_view separator, const Pieces& rule) {
  const auto kept = joined(without_holidays(rule));
  if (kept.empty()) return;
  if (!text.empty()) text.append(separator).append(" ");
  text += kept;
}

}  // namespace

std::string with_plain_round_the_clock(std::string_view text) {
  std::string plain{trimmed(text)};
  if (plain == kRoundTheClock) return plain;
  const auto found = plain.find(kRoundTheClock);
  if (found != std::string::npos) plain.replace(found, kRoundTheClock.size(), "00:00-24:00");
  return plain;
}

std::string without_holidays(std::string_view text) {
  const auto pieces = pieces_of(text);
  std::string kept;
  std::string_view separator = ";";
  Pieces rule;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!begins_rule(pieces, i)) {
      rule.push_back(pieces[i]);
      continue;
    }
    add_rule(kept, separator, rule);
    separator = pieces[i];
    rule.clear();
  }
  add_rule(kept, separator, rule);
  return kept;
}

HoursRhythm rhythm_of(std::string_view text) {
  if (trimmed(text) == kRoundTheClock) return HoursRhythm::weekly;
  auto rhythm = HoursRhythm::weekly;
  for (auto piece = take_piece(text); !piece.empty(); piece = take_piece(text)) {
    const auto first = piece.front();
    if (is_letter(first) && std::ranges::find(kWeeklyWords, piece) == kWeeklyWords.end()) return HoursRhythm::any;
    if (is_digit(first) && piece.size() > 2) return HoursRhythm::any;
    if (!is_letter(first) && !is_digit(first) && std::string_view(";,:-+\"").find(first) == std::string_view::npos) {
      return HoursRhythm::any;
    }
    if (piece == "PH") rhythm = HoursRhythm::weekly_holidays;
  }
  return rhythm;
}

bool follows_the_sun(std::string_view text) {
  return std::ranges::any_of(kSunWords, [&](auto word) { return text.find(word) != std::string_view::npos; });
}

}  // namespace nearme
