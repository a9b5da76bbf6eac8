#include "intake/mapping/column_guess.hpp"

#include <algorithm>
#include <cmath>

#include "catalogue/words.hpp"
#include "intake/cells.hpp"
#include "intake/country.hpp"

namespace nearme {
namespace {

constexpr int kByName = 1000;
constexpr int kByEnd = 500;
constexpr int kByValues = 100;

/// How sure a reading of a column is; greater is surer.
struct Guess {
  int score = 0;
  std::size_t header = 0;
  Column column{};
};

bool is_email(const std::string& text) {
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && text.find('.', at) != std::string::npos && !text.contains(' ');
}

bool is_web_address(const std::string& text) {
  return (text.starts_with("http") || text.starts_with("www.")) && web_address_of(text).has_value();
}

bool is_phone(const std::string& text) {
  constexpr int kFewestDigits = 7;
  constexpr int kMostDigits = 15;
  int digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (!std::string_view(" +()-./x").contains(c)) {
      return false;
    }
  }
  const bool is_written_so = text.starts_with('0') || text.starts_with('+') || text.starts_with('(') || digits == 10;
  return digits >= kFewestDigits && digits <= kMostDigits && is_written_so;
}

bool is_degrees_up_to(const std::string& text, double most) {
  const auto number = number_of(text);
  return number && std::abs(*number) <= most;
}

bool is_position(const std::string& text) { return text.contains(',') && position_of(text).has_value(); }

/// Whether a value can stand in a field; fields of free text take anything.
bool fits(Column column, const std::string& text) {
  switch (column) {
    case Column::lat:
      return is_degrees_up_to(text, 90);
    case Column::lon:
      return is_degrees_up_to(text, 180);
    case Column::position:
      return position_of(text).has_value();
    case Column::email:
      return is_email(text);
    case Column::website:
    case Column::booking_url:
      return web_address_of(text).has_value();
    case Column::phone:
      return std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= 3;
    case Column::country:
      return country_of(text).has_value();
    case Column::rating:
      return is_degrees_up_to(text, 5);
    default:
      return true;
  }
}

/// What only the values tell: nothing that a name without meaning could be by chance.
std::optional<Column> column_of_value(const std::string& text) {
  if (is_email(text)) return Column::email;
  if (is_web_address(text)) return Column::website;
  if (is_position(text)) return Column::position;
  if (is_phone(text)) return Column::phone;
  return std::nullopt;
}

/// The values of a column that say something, tidy.
std::vector<std::string> values_of(std::size_t header, const std::vector<Record>& sample) {
  std::vector<std::string> values;
  for (const auto& record : sample) {
    if (header >= record.cells.size()) continue;
    auto text = tidy(record.cells[header]);
    if (!says_nothing(text)) values.push_back(std::move(text));
  }
  return values;
}

bool mostly(const std::vector<std::string>& values, auto is_so) {
  constexpr double kMost = 0.8;
  const auto count = std::ranges::count_if(values, is_so);
  return static_cast<double>(count) >= kMost * static_cast<double>(values.size());
}

/// The longest end of a name, at a word's beginning, that is known: "Latest web address" ends in a website.
std::optional<Guess> by_end_of_name(Subject subject, const std::string& name) {
  for (std::size_t at = 1; at < name.size(); ++at) {
    const bool begins_word = std::string_view(" _-.:/").contains(name[at - 1]) ||
                             (name[at - 1] >= 'a' && name[at - 1] <= 'z' && name[at] >= 'A' && name[at] <= 'Z');
    if (!begins_word) continue;
    const auto match = column_called(subject, std::string_view(name).substr(at));
    if (match) return Guess{.score = kByEnd - static_cast<int>(at + match->rank), .header = 0, .column = match->column};
  }
  return std::nullopt;
}

void add_guesses(Subject subject, std::size_t header, const std::string& name, const std::vector<std::string>& values,
                 std::vector<Guess>& guesses) {
  const auto add = [&](Guess guess) {
    if (!mostly(values, [&](const std::string& value) { return fits(guess.column, value); })) return;
    guess.header = header;
    guesses.push_back(guess);
  };
  if (const auto match = column_called(subject, name)) {
    add({.score = kByName - static_cast<int>(match->rank), .header = header, .column = match->column});
  }
  if (const auto guess = by_end_of_name(subject, name)) add(*guess);
  if (values.empty() || subject != Subject::sites) return;
  const auto column = column_of_value(values.front());
  const auto is_the_same = [&](const std::string& value) { return column_of_value(value) == column; };
  if (column && mostly(values, is_the_same)) add({.score = kByValues, .header = header, .column = *column});
}

}  // namespace

std::vector<std::optional<Column>> guess_columns(Subject subject, const std::vector<std::string>& names,
                                                 const std::vector<Record>& sample) {
  std::vector<Guess> guesses;
  for (std::size_t i = 0; i < names.size(); ++i) {
    add_guesses(subject, i, names[i], values_of(i, sample), guesses);
  }
  std::ranges::stable_sort(guesses, [](const Guess& a, const Guess& b) { return a.score > b.score; });
  std::vector<std::optional<Column>> columns(names.size());
  for (const auto& guess : guesses) {
    const bool is_given = std::ranges::find(columns, guess.column) != columns.end();
    if (!is_given && !columns[guess.header]) columns[guess.header] = guess.column;
  }
  return columns;
}

}  // namespace nearme
