#include "gazetteer/geonames/rows.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <unicode/utf8.h>

#include "text/postcode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kColumnsOfPlaces = 19;
constexpr std::size_t kColumnsOfPostcodes = 12;
constexpr std::size_t kLongestValue = 120;

/// Populated places that nobody lives in any more.
constexpr auto kGone = std::to_array<std::string_view>({"PPLH", "PPLCH", "PPLQ", "PPLW"});

std::unexpected<RowFault> fault(std::string reason, std::string_view value) {
  return std::unexpected(RowFault{.reason = std::move(reason), .value = std::string(value.substr(0, kLongestValue))});
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    UChar32 code_point = 0;
    U8_NEXT(text.data(), i, text.size(), code_point);
    if (code_point < 0) return false;
  }
  return true;
}

template <class Number>
bool reads_as(std::string_view text, Number& number) {
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failure == std::errc{} && end == text.data() + text.size();
}

bool is_number(std::string_view text) {
  double number = 0;
  return reads_as(text, number);
}

bool is_country(std::string_view text) {
  return text.size() == 2 && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

RowResult<LatLon> read_position(std::string_view lat, std::string_view lon) {
  Degrees degrees;
  if (!reads_as(lat, degrees.lat)) return fault("the latitude is no number of degrees", lat);
  if (!reads_as(lon, degrees.lon)) return fault("the longitude is no number of degrees", lon);
  const auto position = LatLon::make(degrees);
  if (!position) return fault("the position is not on the globe", std::string(lat) + " " + std::string(lon));
  return *position;
}

GeoNamesRow::Sort sort_of(std::string_view feature_class, std::string_view feature) {
  if (feature_class == "P") {
    return std::ranges::find(kGone, feature) == kGone.end() ? GeoNamesRow::Sort::town : GeoNamesRow::Sort::other;
  }
  const bool is_area = feature == "ADM1" || feature == "ADM2" || feature.starts_with("PCL");
  return feature_class == "A" && is_area ? GeoNamesRow::Sort::area : GeoNamesRow::Sort::other;
}

}  // namespace

std::string_view to_string(DumpKind kind) { return kind == DumpKind::places ? "places" : "postcodes"; }

std::vector<std::string_view> cells_between_tabs(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t begin = 0;;) {
    const auto end = line.find('\t', begin);
    columns.push_back(line.substr(begin, end - begin));
    if (end == std::string_view::npos) return columns;
    begin = end + 1;
  }
}

Result<DumpKind> dump_kind_of(std::string_view line) {
  const auto columns = cells_between_tabs(line);
  const auto count = columns.size();
  if (count == kColumnsOfPlaces && is_number(columns[0]) && is_number(columns[4])) return DumpKind::places;
  if (count == kColumnsOfPostcodes && is_country(columns[0]) && is_number(columns[9])) return DumpKind::postcodes;
  if (count == 4 && columns[0].find('.') == 2) {
    return fail(ErrorKind::invalid_input,
                "this is a table of regions (admin1CodesASCII.txt): give it with --admin1, beside a dump of places");
  }
  if (line.starts_with('#') || (count >= 18 && is_country(columns[0]))) {
    return fail(ErrorKind::invalid_input,
                "this is a table of countries (countryInfo.txt): give it with --countries, beside a dump of places");
  }
  if (count >= 4 && count <= 10 && is_number(columns[0]) && is_number(columns[1])) {
    return fail(ErrorKind::invalid_input,
                "this is a table of other names (alternateNames.txt): give it with --alternate-names, beside a dump of "
                "places");
  }
  return fail(ErrorKind::invalid_input,
              "this is no dump of GeoNames: its first line has {} columns divided by tabs; a dump of places has {}, a "
              "dump of postcodes {}",
              count, kColumnsOfPlaces, kColumnsOfPostcodes);
}

RowResult<GeoNamesRow> read_geonames_row(std::string_view line) {
  const auto columns = cells_between_tabs(line);
  if (columns.size() != kColumnsOfPlaces) {
    return fault("the line has not 19 columns divided by tabs", std::to_string(columns.size()) + " columns");
  }
  std::uint32_t number = 0;
  if (!reads_as(columns[0], number) || number == 0)
    return fault("the first column is no number of GeoNames", columns[0]);
  auto position = read_position(columns[4], columns[5]);
  if (!position) return std::unexpected(position.error());
  GeoNamesRow row{.sort = sort_of(columns[6], columns[7]),
                  .number = number,
                  .name = columns[1],
                  .plain_name = columns[2],
                  .other_names = columns[3],
                  .feature = columns[7],
                  .country = columns[8],
                  .admin1 = columns[10],
                  .admin2 = columns[11],
                  .time_zone = columns[17],
                  .position = *position};
  if (row.sort == GeoNamesRow::Sort::other) return row;
  if (row.name.empty()) return fault("the place has no name", columns[0]);
  if (!is_utf8(line)) return fault("the line is not UTF-8", columns[0]);
  if (!is_country(row.country)) return fault("the country is no code of two capital letters", row.country);
  if (!columns[14].empty() && !reads_as(columns[14], row.population))
    return fault("the population is no whole number from 0 to 4,294,967,295", columns[14]);
  return row;
}

RowResult<PostalRow> read_postal_row(std::string_view line) {
  const auto columns = cells_between_tabs(line);
  if (columns.size() != kColumnsOfPostcodes) {
    return fault("the line has not 12 columns divided by tabs", std::to_string(columns.size()) + " columns");
  }
  if (!is_country(columns[0])) return fault("the country is no code of two capital letters", columns[0]);
  if (postcode_key(columns[1]).empty()) return fault("the postcode has neither letter nor digit", columns[1]);
  if (!is_utf8(line)) return fault("the line is not UTF-8", columns[1]);
  auto position = read_position(columns[9], columns[10]);
  if (!position) return std::unexpected(position.error());
  return PostalRow{.country = columns[0],
                   .postcode = columns[1],
                   .name = columns[2],
                   .region = columns[3],
                   .region_code = columns[4],
                   .position = *position};
}

}  // namespace nearme
