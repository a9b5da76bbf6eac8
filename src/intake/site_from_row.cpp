#include "intake/site_from_row.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/timezone.h>

#include "base/checksum.hpp"
#include "directory/check.hpp"
#include "directory/json.hpp"
#include "geo/distance.hpp"
#include "intake/cells.hpp"
#include "intake/country.hpp"
#include "intake/locate/place_of_row.hpp"
#include "intake/normalise/free_hours.hpp"
#include "intake/normalise/name_case.hpp"
#include "intake/offers.hpp"
#include "text/phone.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// A locality farther away than this says nothing of the country.
constexpr Metres kCountryReach = Metres::from_kilometres(30);

/// Where house numbers stand before the street.
constexpr std::array<std::string_view, 14> kNumberFirst{"AU", "CA", "FR", "GB", "GG", "IE", "IM",
                                                        "IN", "JE", "LU", "MC", "MT", "NZ", "US"};

/// The longest cells that a directory has use for, in bytes.
constexpr std::size_t kLongestLine = 500;
constexpr std::size_t kLongestText = 10'000;
constexpr std::size_t kLongestId = 200;

std::string text_of(const Row& row, Column column) {
  auto text = tidy(row[column]);
  return says_nothing(text) ? std::string{} : text;
}

std::string parameter_of(Column column) { return std::string(to_string(column)); }

/// A cell that may be left out: its text, or nothing and a note when `is_right` refuses it.
template <class Check>
std::string checked_text(const Row& row, Column column, RowContext& context, Check is_right) {
  auto text = text_of(row, column);
  if (text.empty() || is_right(text)) return text;
  context.notes.count(fmt::format("cells of {} that cannot be right, left out", to_string(column)), row.line, text);
  return {};
}

/// The value that `read` makes of a cell; nothing and a note when it cannot.
template <class Read>
auto read_cell(const Row& row, Column column, RowContext& context, Read read) -> decltype(read(std::string{})) {
  const auto text = text_of(row, column);
  if (text.empty()) return {};
  auto value = read(text);
  if (!value) {
    context.notes.count(fmt::format("cells of {} that cannot be read, left out", to_string(column)), row.line, text);
  }
  return value;
}

Result<std::string> name_of_row(const Row& row) {
  auto name = text_of(row, Column::name);
  if (name.empty()) return fail_parameter("name", "name is missing");
  if (name.size() > kLongestLine) return fail_parameter("name", "name is longer than {} bytes", kLongestLine);
  return name;
}

/// What tells two sites of one name apart: their positions, or their addresses where the position is only that of
/// these.
std::string place_for_id(const Row& row, const PlaceOfRow& place) {
  if (!place.precision) return fmt::format("{} {}", place.position.lat_e7(), place.position.lon_e7());
  return fmt::format("{}\n{}\n{}", text_of(row, Column::street), text_of(row, Column::postcode),
                     text_of(row, Column::city));
}

Result<SiteId> id_of_row(const Row& row, const SourceId& source, const std::string& name, const PlaceOfRow& place) {
  auto id = text_of(row, Column::id);
  if (id.size() > kLongestId) return fail_parameter("id", "id is longer than {} bytes", kLongestId);
  if (!id.empty()) return SiteId(std::move(id));
  return SiteId(to_hex(checksum(fmt::format("{}\n{}\n{}", source.text(), name, place_for_id(row, place)))));
}

std::string street_of(const Row& row, const std::string& country) {
  auto street = text_of(row, Column::street);
  if (const auto number = text_of(row, Column::house_number); !number.empty()) {
    const bool number_first = std::ranges::find(kNumberFirst, country) != kNumberFirst.end();
    street = street.empty() ? number : number_first ? number + ' ' + street : street + ' ' + number;
  }
  for (const auto column : {Column::street_2, Column::street_3}) {
    const auto line = text_of(row, column);
    if (!line.empty()) street += (street.empty() ? "" : ", ") + line;
  }
  return street;
}

std::string country_of_row(const Row& row, LatLon position, const std::optional<Locality>& nearest,
                           RowContext& context) {
  const auto country =
      read_cell(row, Column::country, context, [](const std::string& text) { return country_of(text); });
  if (country) return *country;
  if (!nearest || distance(position, nearest->position) > kCountryReach) return {};
  return std::string(nearest->country);
}

std::optional<std::string> known_time_zone(const std::string& name) {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(name)));
  if (*zone == icu::TimeZone::getUnknown()) return std::nullopt;
  return name;
}

std::string time_zone_of_row(const Row& row, const std::optional<Locality>& nearest, RowContext& context) {
  const auto given = read_cell(row, Column::time_zone, context, known_time_zone);
  if (given) return *given;
  return nearest ? std::string(nearest->time_zone) : std::string{};
}

std::string opening_hours_of_row(const Row& row, const Site& site, RowContext& context) {
  auto text = opening_hours_of(row);
  const HoursPlace place{.country = site.address.country, .position = site.position, .time_zone = site.time_zone};
  if (is_in_free_words(text)) {
    const auto rules = hours_from_words(text);
    if (rules && context.hours.understands(*rules, place)) {
      context.notes.count("opening hours in everyday words, written as rules", row.line, text);
      return *rules;
    }
  }
  if (!text.empty() && !context.hours.understands(text, place)) {
    context.notes.count("opening hours that could not be understood, kept as text", row.line, text);
  }
  return text;
}

std::vector<std::string> languages_of(const Row& row, RowContext& context) {
  std::vector<std::string> languages;
  for (const auto& word : list_of(row[Column::languages])) {
    const auto language = language_of(word);
    if (!language) {
      context.notes.count("languages that are no BCP 47 tags, left out", row.line, word);
    } else if (std::ranges::find(languages, *language) == languages.end()) {
      languages.push_back(*language);
    }
  }
  return languages;
}

std::optional<Wheelchair> wheelchair_of(const std::string& text) {
  const auto word = fold(text);
  if (word == "designated") return Wheelchair::yes;
  if (word == "unknown") return Wheelchair::unknown;
  if (word == "partial") return Wheelchair::limited;
  if (const auto flag = yes_or_no(word)) return *flag ? Wheelchair::yes : Wheelchair::no;
  const auto wheelchair = wheelchair_from(word);
  return wheelchair ? std::optional(*wheelchair) : std::nullopt;
}

std::optional<Rating> rating_of(const Row& row, RowContext& context) {
  const auto value = read_cell(row, Column::rating, context, [](const std::string& text) {
    const auto number = number_of(text);
    return number && *number >= 0 && *number <= kMaxRating ? number : std::nullopt;
  });
  if (!value) return std::nullopt;
  const auto count =
      read_cell(row, Column::rating_count, context, [](const std::string& text) { return count_of(text); });
  return Rating{.value = *value, .count = count.value_or(0)};
}

bool looks_like_phone(const std::string& text) {
  constexpr int kFewestDigits = 3;
  constexpr std::size_t kLongest = 120;
  return text.size() <= kLongest &&
         std::ranges::count_if(text, [](char c) { return c >= '0' && c <= '9'; }) >= kFewestDigits;
}

bool looks_like_email(const std::string& text) {
  const auto at = text.find('@');
  return at != std::string::npos && at > 0 && text.find('@', at + 1) == std::string::npos && at + 1 < text.size() &&
         text.find_first_of(" <>\",;") == std::string::npos && text.size() <= kLongestLine;
}

bool is_of_line_length(const std::string& text) { return text.size() <= kLongestLine; }

/// A name, a street or a town, in the usual case where its source has capitals only.
std::string in_usual_case(std::string text, std::string_view what, const Row& row, RowContext& context) {
  if (!is_in_capitals(text)) return text;
  context.notes.count(fmt::format("{} in capitals, written in the usual way", what), row.line, text);
  return usual_case(text);
}

void read_address(Site& site, const Row& row, RowContext& context) {
  const auto nearest = context.gazetteer.nearest(site.position);
  site.address.country = country_of_row(row, site.position, nearest, context);
  site.address.street = in_usual_case(street_of(row, site.address.country), "streets", row, context);
  site.address.city = in_usual_case(checked_text(row, Column::city, context, is_of_line_length), "towns", row, context);
  site.address.region =
      in_usual_case(checked_text(row, Column::region, context, is_of_line_length), "regions", row, context);
  site.address.postcode = checked_text(row, Column::postcode, context, is_of_line_length);
  site.time_zone = time_zone_of_row(row, nearest, context);
}

/// Several addresses in one cell are common; the first is the one to show.
std::optional<std::string> first_web_address_of(const std::string& cell) {
  const auto entries = list_of(cell);
  return entries.empty() ? std::nullopt : web_address_of(entries.front());
}

/// A number in E.164, the first of several; what cannot be read is kept as it is.
std::string phone_of_row(const Row& row, const std::string& country, RowContext& context) {
  const auto text = checked_text(row, Column::phone, context, looks_like_phone);
  if (text.empty()) return text;
  const auto first = tidy(text.substr(0, text.find_first_of(";|")));
  if (auto number = e164_of(first, country)) return *number;
  context.notes.count("telephone numbers that could not be read, kept as they were", row.line, text);
  return text;
}

std::optional<std::string> first_email_of(const std::string& cell) {
  const auto entries = list_of(cell);
  if (entries.empty() || !looks_like_email(entries.front())) return std::nullopt;
  return entries.front();
}

void read_contact(Site& site, const Row& row, RowContext& context) {
  site.phone = phone_of_row(row, site.address.country, context);
  site.email = read_cell(row, Column::email, context, first_email_of).value_or("");
  site.website = read_cell(row, Column::website, context, first_web_address_of).value_or("");
  site.booking_url = read_cell(row, Column::booking_url, context, first_web_address_of).value_or("");
}

void read_details(Site& site, const Row& row, RowContext& context) {
  auto services = services_of(row, context);
  site.offers = std::move(services.offers);
  site.other_services = std::move(services.others);
  site.opening_hours = opening_hours_of_row(row, site, context);
  site.languages = languages_of(row, context);
  site.wheelchair = read_cell(row, Column::wheelchair, context, wheelchair_of).value_or(Wheelchair::unknown);
  site.description = checked_text(row, Column::description, context,
                                  [](const std::string& text) { return text.size() <= kLongestText; });
  site.rating = rating_of(row, context);
  site.updated_at = read_cell(row, Column::updated_at, context, [](const std::string& text) {
    const auto moment = parse_instant(text);
    return moment ? std::optional(*moment) : std::nullopt;
  });
  site.fictional = read_cell(row, Column::fictional, context, [](const std::string& text) {
                     return yes_or_no(text);
                   }).value_or(false);
}

std::string cell_at_fault(const Row& row, std::string_view name) {
  if (name == to_string(Column::position)) {
    const auto lat = text_of(row, Column::lat);
    const auto lon = text_of(row, Column::lon);
    return lat.empty() && lon.empty() ? text_of(row, Column::position) : fmt::format("{}, {}", lat, lon);
  }
  for (std::size_t column = 0; column < kColumns; ++column) {
    if (name == to_string(static_cast<Column>(column))) return row.cells[column];
  }
  return {};
}

}  // namespace

Result<Site> site_from_row(const Row& row, RowContext& context) {
  TRY_VOID(check_encoding(row));
  TRY(auto name, name_of_row(row));
  TRY(const auto place, place_of_row(row, context));
  TRY(auto id, id_of_row(row, context.source, name, place));
  Site site{.id = std::move(id),
            .source = context.source,
            .name = in_usual_case(std::move(name), "names", row, context),
            .kinds = kinds_of(row, context),
            .address = {},
            .position = place.position,
            .precision = place.precision,
            .phone = {},
            .email = {},
            .website = {},
            .booking_url = {},
            .opening_hours = {},
            .time_zone = {},
            .offers = {},
            .other_services = {},
            .languages = {},
            .wheelchair = {},
            .description = {},
            .rating = {},
            .updated_at = {},
            .fictional = false};
  read_address(site, row, context);
  read_contact(site, row, context);
  read_details(site, row, context);
  TRY_VOID(check(site));
  return site;
}

std::string value_at_fault(const Row& row, const Error& error) {
  auto value = cell_at_fault(row, error.parameter);
  for (const auto column : {Column::name, Column::subject_id, Column::id}) {
    if (value.empty()) value = text_of(row, column);
  }
  return value;
}

Result<void> check_encoding(const Row& row) {
  for (std::size_t column = 0; column < kColumns; ++column) {
    if (is_valid_utf8(row.cells[column])) continue;
    const auto name = parameter_of(static_cast<Column>(column));
    return fail_parameter(name, "{} is not valid UTF-8", name);
  }
  return {};
}

}  // namespace nearme
