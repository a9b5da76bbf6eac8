#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "directory/money.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// How single cells are read. All of them take text as it stands in a file and never fail on odd spacing; empty cells
/// are the caller's matter.

/// Without the white space around it (no-break spaces too), with every run of white space inside as one space.
std::string tidy(std::string_view cell);

/// Whether a tidy cell says that there is nothing: empty, "-", "n/a", "null", "nan", "not available".
bool says_nothing(std::string_view tidy_cell);

/// The tidy parts of a list split at semicolons, those that say nothing left out.
std::vector<std::string> list_of(std::string_view cell);

/// A number with a point or a comma for its decimals, with or without an exponent: "53.8", "-1,55", "-9.1E-2". None for
/// anything else, "nan" and "inf" included.
std::optional<double> number_of(std::string_view cell);

/// A whole number from 0 up; "12.0" is 12.
std::optional<std::uint32_t> count_of(std::string_view cell);

/// yes, true, 1, y; no, false, 0, n; in any case. None for anything else.
std::optional<bool> yes_or_no(std::string_view cell);

/// A position from two cells. Errors: invalid_input, in words that name no value, so that equal reasons can be counted:
/// missing, no number, out of range,
/// swapped, or 0, 0, which stands for "unknown" far more often than for a place in the Atlantic.
Result<LatLon> position_of(std::string_view lat, std::string_view lon);

/// A position from one cell: "53.8, -1.55", text that ends in "(53.8, -1.55)", or WKT "POINT (-1.55 53.8)".
Result<LatLon> position_of(std::string_view cell);

/// One entry of a price list: what, and for how much.
struct PriceCell {
  std::string service;
  std::optional<Money> price;  ///< none when the amount or currency cannot be read
};

/// "micro-needling=120 GBP; peel=£85.50": amounts with at most two decimals; the currency before or after, as a code of
/// ISO 4217 or one of £ € ¥ (a $ could be many). An entry without "=" is a service without a price.
std::vector<PriceCell> price_list_of(std::string_view cell);

/// A web address with its scheme, http or https; "www.clinic.example" gets https. None for other schemes and for text
/// that is no address.
std::optional<std::string> web_address_of(std::string_view cell);

/// The BCP 47 tag, in its usual spelling, of a tag or of a language's name in English or in itself ("Deutsch" is de).
std::optional<std::string> language_of(std::string_view cell);

}  // namespace nearme
