#include "intake/site_from_row.hpp"

#include <algorithm>

#include "base/checksum.hpp"
#include "directory/check.hpp"
#include "directory/json.hpp"
#include "intake/address_from_row.hpp"
#include "intake/contact_from_row.hpp"
#include "intake/locate/place_of_row.hpp"
#include "intake/normalise/free_hours.hpp"
#include "intake/offers.hpp"
#include "intake/row_cells.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// The longest cells that a directory has use for, in bytes.
constexpr std::size_t kLongestText = 10'000;
constexpr std::size_t kLongestId = 200;

std::string parameter_of(Column column) { return std::string(to_string(column)); }

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
