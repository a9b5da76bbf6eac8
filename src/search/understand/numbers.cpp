#include "search/understand/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace nearme {
namespace {

constexpr std::size_t kMostDigits = 7;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_all_digits(std::string_view word) { return !word.empty() && std::ranges::all_of(word, is_digit); }

double value_of(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// What stands behind a point or comma: three digits are thousands, fewer are decimals.
void add_fraction(const QuestionWords& words, WrittenNumber& number) {
  const auto next = words.word(number.end);
  if (next.empty() || !is_digit(next.front())) return;
  const auto sign = words.between(number.end - 1, number.end);
  if (sign != "." && sign != ",") return;
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(next, is_digit) - next.begin());
  constexpr std::size_t kThousands = 3;
  if (digits > kThousands) return;
  const double part = value_of(next.substr(0, digits));
  if (digits == kThousands) {
    number.value = number.value * 1000 + part;
  } else {
    number.value += part / (digits == 1 ? 10 : 100);
  }
  number.unit = next.substr(digits);
  ++number.end;
}

std::optional<double> spelled_out(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, double>, 36> kWords{
      {{"a", 1},       {"an", 1},     {"one", 1},       {"half", 0.5},    {"two", 2},      {"three", 3},
       {"four", 4},    {"five", 5},   {"six", 6},       {"ten", 10},      {"fifteen", 15}, {"twenty", 20},
       {"thirty", 30}, {"fifty", 50}, {"hundred", 100}, {"ein", 1},       {"einen", 1},    {"einem", 1},
       {"zwei", 2},    {"drei", 3},   {"funf", 5},      {"zehn", 10},     {"un", 1},       {"une", 1},
       {"deux", 2},    {"cinq", 5},   {"dix", 10},      {"dos", 2},       {"tres", 3},     {"cinco", 5},
       {"diez", 10},   {"dwa", 2},    {"piec", 5},      {"dziesiec", 10}, {"couple", 2},   {"few", 3}}};
  const auto* const found = std::ranges::find(kWords, word, &std::pair<std::string_view, double>::first);
  return found == kWords.end() ? std::nullopt : std::optional{found->second};
}

}  // namespace

std::optional<WrittenNumber> digits_at(const QuestionWords& words, std::size_t at) {
  const auto word = words.word(at);
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(word, is_digit) - word.begin());
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  WrittenNumber number{.value = value_of(word.substr(0, digits)), .end = at + 1, .unit = word.substr(digits)};
  if (is_all_digits(word)) add_fraction(words, number);
  return number;
}

std::optional<WrittenNumber> number_at(const QuestionWords& words, std::size_t at) {
  if (auto digits = digits_at(words, at)) return digits;
  const auto value = spelled_out(words.word(at));
  if (!value) return std::nullopt;
  WrittenNumber number{.value = *value, .end = at + 1, .unit = {}};
  if (words.word(at) == "half" && words.word(at + 1) == "a") ++number.end;
  return number;
}

}  // namespace nearme
