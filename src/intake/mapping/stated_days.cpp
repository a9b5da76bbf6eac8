#include "intake/mapping/stated_days.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "intake/cells.hpp"
#include "intake/normalise/hours_tokens.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const auto tidied = tidy(text);
  for (std::size_t begin = 0; begin < tidied.size();) {
    const auto end = std::min(tidied.find_first_of(" ,", begin), tidied.size());
    if (end > begin) words.push_back(tidied.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::optional<unsigned> number_in(const std::string& word) {
  unsigned number = 0;
  const auto [end, failure] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (failure != std::errc{} || end != word.data() + word.size()) return std::nullopt;
  return number;
}

/// 1 for "May" and "may", none for what begins like no month.
std::optional<unsigned> month_in(const std::string& word) {
  constexpr std::size_t kLetters = 3;
  const auto folded = fold(word).substr(0, kLetters);
  const auto* const found =
      std::ranges::find_if(kMonths, [&](std::string_view month) { return fold(month) == folded; });
  if (found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

}  // namespace

std::string_view month_name(std::chrono::month month) { return kMonths.at(static_cast<unsigned>(month) - 1); }

std::optional<std::pair<int, int>> days_in(std::string_view cell) {
  using Kind = HoursToken::Kind;
  const auto tokens = hours_tokens(cell);
  if (!tokens || tokens->empty() || tokens->front().kind != Kind::days) return std::nullopt;
  if (tokens->size() == 1) return std::pair(tokens->front().first, tokens->front().last);
  const bool is_range = tokens->size() == 3 && (*tokens)[1].kind == Kind::through && (*tokens)[2].kind == Kind::days &&
                        tokens->front().first <= (*tokens)[2].last;
  if (!is_range) return std::nullopt;
  return std::pair(tokens->front().first, (*tokens)[2].last);
}

std::optional<Date> date_in_words(std::string_view text) {
  const auto words = words_of(text);
  if (words.size() == 1) {
    const auto date = parse_date(words[0]);
    return date ? std::optional(*date) : std::nullopt;
  }
  constexpr std::size_t kParts = 3;
  if (words.size() != kParts) return std::nullopt;
  const bool month_first = month_in(words[0]).has_value();
  const auto month = month_in(words[month_first ? 0 : 1]);
  const auto day = number_in(words[month_first ? 1 : 0]);
  const auto year = number_in(words[2]);
  if (!month || !day || !year || words[2].size() != 4) return std::nullopt;
  const Date date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month}, std::chrono::day{*day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

}  // namespace nearme
