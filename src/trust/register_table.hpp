#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "directory/register.hpp"
#include "intake/csv/records.hpp"

namespace nearme {

/// Makes an entry of a row. Errors: invalid_input, in words that name no value, with the cell at fault in
/// Error::parameter.
using EntryReader = std::function<Result<RegisterEntry>(const Record& row)>;

/// Where the columns of a register's table are, by their names without case, spaces and punctuation.
class RegisterHeaders {
 public:
  explicit RegisterHeaders(const std::vector<std::string>& names);

  /// The first of these names that there is.
  [[nodiscard]] std::optional<std::size_t> find(std::initializer_list<std::string_view> names) const;
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const { return find({name}); }
  /// The first column whose name begins so.
  [[nodiscard]] std::optional<std::size_t> find_beginning(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const { return find(name).has_value(); }

 private:
  std::vector<std::string> squashed_;
};

/// The parts of an entry and the columns that have them; those that a table does not have are none.
struct EntryColumns {
  using Place = std::optional<std::size_t>;
  Place number, name, first_name, middle_name, last_name, suffix, organisation, status, valid_until, street, street_2,
      city, region, postcode, country, url;
};

/// A cell without the space around it; empty where there is none, or where it says nothing.
std::string cell_of(const Record& row, std::optional<std::size_t> column);

/// Its number with its key, its name (of an organisation where that cell speaks, else of a person) and its address.
/// Neither status nor dates. Errors: as EntryReader, for a row without a name, or whose text is not UTF-8.
Result<RegisterEntry> entry_from(const Record& row, const EntryColumns& columns);

/// How a register writes its days, where 01/02/2026 could be two.
enum class DayOrder : std::uint8_t { unknown, day_first, month_first };

/// "2026-11-22", "20261122", "22/11/2026", "11/22/2026". Errors: as EntryReader.
Result<Date> register_date_from(std::string_view text, DayOrder order);

}  // namespace nearme
