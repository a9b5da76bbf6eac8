#include "trust/register_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/checksum.hpp"
#include "catalogue/words.hpp"
#include "intake/cells.hpp"
#include "text/unicode.hpp"
#include "trust/name_match.hpp"

namespace nearme {
namespace {

std::string joined(std::initializer_list<std::string> parts, std::string_view between) {
  std::string text;
  for (const auto& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : std::string(between)) + part;
  }
  return text;
}

std::optional<int> number_in(std::string_view digits) {
  int number = 0;
  const auto* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

std::optional<Date> date_of(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
  const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                  std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() && *year >= 1000 ? std::optional(date) : std::nullopt;
}

/// "22/11/2026" in three numbers; the year stands last.
std::optional<std::array<int, 3>> three_numbers(std::string_view text) {
  std::array<int, 3> numbers{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto end = i == 2 ? text.size() : text.find_first_of("/.-");
    if (end == std::string_view::npos) return std::nullopt;
    const auto number = number_in(text.substr(0, end));
    if (!number) return std::nullopt;
    numbers.at(i) = *number;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return numbers;
}

std::optional<Date> slashed_date(std::string_view text, DayOrder order) {
  const auto numbers = three_numbers(text);
  if (!numbers) return std::nullopt;
  const auto [first, second, year] = *numbers;
  const bool can_be_two = first <= 12 && second <= 12 && first != second;
  if (can_be_two && order == DayOrder::unknown) return std::nullopt;
  const bool month_first = can_be_two ? order == DayOrder::month_first : second > 12;
  return month_first ? date_of(year, first, second) : date_of(year, second, first);
}

/// A key for an entry without a number: the same for the same row, whatever its place in the file.
std::string key_of_row(const Record& row) {
  std::string all;
  for (const auto& cell : row.cells) all += tidy(cell) + "\n";
  return "~" + to_hex(checksum(all));
}

bool is_readable(const Record& row) {
  return std::ranges::all_of(row.cells, [](const std::string& cell) { return is_valid_utf8(cell); });
}

}  // namespace

RegisterHeaders::RegisterHeaders(const std::vector<std::string>& names) {
  for (const auto& name : names) squashed_.push_back(squash(name));
}

std::optional<std::size_t> RegisterHeaders::find(std::initializer_list<std::string_view> names) const {
  for (const auto name : names) {
    const auto found = std::ranges::find(squashed_, squash(name));
    if (found != squashed_.end()) return static_cast<std::size_t>(found - squashed_.begin());
  }
  return std::nullopt;
}

std::optional<std::size_t> RegisterHeaders::find_beginning(std::string_view name) const {
  const auto beginning = squash(name);
  const auto found =
      std::ranges::find_if(squashed_, [&](const std::string& each) { return each.starts_with(beginning); });
  if (found == squashed_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - squashed_.begin());
}

std::string cell_of(const Record& row, std::optional<std::size_t> column) {
  if (!column || *column >= row.cells.size()) return {};
  auto text = tidy(row.cells[*column]);
  return says_nothing(text) ? std::string{} : text;
}

Result<RegisterEntry> entry_from(const Record& row, const EntryColumns& columns) {
  if (!is_readable(row)) return fail(ErrorKind::invalid_input, "the row is not UTF-8; convert the file first");
  const auto cell = [&](const std::optional<std::size_t>& column) { return cell_of(row, column); };
  RegisterEntry entry;
  entry.number = cell(columns.number);
  entry.name = cell(columns.organisation);
  if (!entry.name.empty()) entry.subject = EntrySubject::organisation;
  if (entry.name.empty()) entry.name = cell(columns.name);
  if (entry.name.empty())
    entry.name = joined(
        {cell(columns.first_name), cell(columns.middle_name), cell(columns.last_name), cell(columns.suffix)}, " ");
  entry.address = {.street = joined({cell(columns.street), cell(columns.street_2)}, ", "),
                   .city = cell(columns.city),
                   .region = cell(columns.region),
                   .postcode = cell(columns.postcode),
                   .country = cell(columns.country)};
  entry.url = web_address_of(cell(columns.url)).value_or("");
  entry.key = number_key_of(entry.number);
  if (entry.key.empty()) entry.key = key_of_row(row);
  return entry;
}

Result<Date> register_date_from(std::string_view text, DayOrder order) {
  constexpr std::size_t kDigitsOfADate = 8;
  if (const auto date = parse_date(text)) return *date;
  std::optional<Date> date;
  if (text.size() == kDigitsOfADate && text.find_first_of("/.-") == std::string_view::npos) {
    date = date_of(number_in(text.substr(0, 4)), number_in(text.substr(4, 2)), number_in(text.substr(6, 2)));
  } else {
    date = slashed_date(text, order);
  }
  if (date) return *date;
  return fail_parameter(std::string(text), "a date is none, or could be two days; say which comes first with 'dates'");
}

}  // namespace nearme
