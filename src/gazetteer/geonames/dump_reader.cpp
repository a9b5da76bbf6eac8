#include "gazetteer/geonames/dump_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "text/postcode.hpp"

namespace nearme {
namespace {

/// GeoNames has some 13 million numbers.
constexpr std::uint32_t kMostNumbers = 1U << 27U;

bool is_time_zone(std::string_view text) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' || c == '_' ||
           c == '-' || c == '+';
  };
  return text.find('/') != std::string_view::npos && std::ranges::all_of(text, is_letter);
}

void add_name(Place& place, std::string_view name) {
  if (name.empty() || name == place.name) return;
  if (std::ranges::find(place.other_names, name) == place.other_names.end()) place.other_names.emplace_back(name);
}

/// Of the table of other names, what is no name: links, codes, sounds.
bool is_language_of_names(std::string_view code) {
  constexpr auto kOthers =
      std::to_array<std::string_view>({"link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny"});
  return std::ranges::find(kOthers, code) == kOthers.end();
}

/// The code of a row about an area: "GB", "GB.ENG", "GB.ENG.H3".
std::string code_of(const GeoNamesRow& row) {
  std::string code{row.country};
  if (row.feature.starts_with("ADM")) code.append(".").append(row.admin1);
  if (row.feature == "ADM2") code.append(".").append(row.admin2);
  return code;
}

}  // namespace

bool PlacesDump::is_repeated(std::uint32_t number) {
  if (number >= kMostNumbers) return false;
  if (number >= seen_.size()) seen_.resize(std::size_t{number} + number / 2 + 1);
  const bool is_known = seen_[number];
  seen_[number] = true;
  return is_known;
}

void PlacesDump::take(std::uint64_t line, std::string_view text, GazetteerReport& report) {
  auto row = read_geonames_row(text);
  if (!row) return report.reject(line, std::move(row.error()));
  if (row->sort == GeoNamesRow::Sort::other) {
    ++report.skipped;
    return;
  }
  if (is_repeated(row->number))
    return report.reject(line, {.reason = "the file has this number twice", .value = std::to_string(row->number)});
  ++report.taken;
  if (row->sort == GeoNamesRow::Sort::town) return add_town(*row);
  const auto code = code_of(*row);
  const bool is_district = row->feature == "ADM2";
  areas_.area_of(row->country, row->feature.starts_with("ADM") ? row->admin1 : "", is_district ? row->admin2 : "");
  areas_.name(code, row->name, row->other_names);
}

void PlacesDump::add_town(const GeoNamesRow& row) {
  Place place{.name = std::string(row.name),
              .other_names = {},
              .area = areas_.area_of(row.country, row.admin1, row.admin2),
              .population = row.population,
              .position = row.position,
              .time_zone = time_zone_of(row)};
  add_name(place, row.plain_name);
  for (const auto name : split_names(row.other_names)) add_name(place, name);
  places_.push_back(std::move(place));
  numbers_.push_back(row.number);
}

std::string PlacesDump::time_zone_of(const GeoNamesRow& row) const {
  if (is_time_zone(row.time_zone)) return std::string(row.time_zone);
  const auto nearest = known_.nearest(row.position);
  return nearest ? std::string(nearest->time_zone) : std::string{};
}

void PlacesDump::name_region(std::string_view row) {
  const auto columns = cells_between_tabs(row);
  if (columns.size() >= 2) areas_.name(std::string(columns[0]), columns[1], "");
}

void PlacesDump::name_country(std::string_view row) {
  constexpr std::size_t kNameColumn = 4;
  const auto columns = cells_between_tabs(row);
  if (columns.size() > kNameColumn && !row.starts_with('#'))
    areas_.name(std::string(columns[0]), columns[kNameColumn], columns[1]);
}

void PlacesDump::add_other_name(std::string_view row) {
  const auto columns = cells_between_tabs(row);
  constexpr std::size_t kIsHistoric = 7;
  if (columns.size() < 4 || !is_language_of_names(columns[2])) return;
  if (columns.size() > kIsHistoric && columns[kIsHistoric] == "1") return;
  std::uint32_t number = 0;
  std::from_chars(columns[1].data(), columns[1].data() + columns[1].size(), number);
  if (by_number_.empty()) {
    for (std::size_t i = 0; i < numbers_.size(); ++i) by_number_.emplace(numbers_[i], i);
  }
  if (const auto found = by_number_.find(number); found != by_number_.end())
    add_name(places_[found->second], columns[3]);
}

Places PlacesDump::finish() {
  return {.areas = areas_.take(), .places = std::move(places_), .postcodes = {}, .about = {}};
}

void PostcodesDump::Gathered::add(LatLon position) {
  constexpr double kRound = 360;
  lat += position.lat();
  east += std::remainder(position.lon() - first.lon(), kRound);
  rows += 1;
}

LatLon PostcodesDump::Gathered::middle() const {
  constexpr double kRound = 360;
  return *LatLon::make({.lat = lat / rows, .lon = std::remainder(first.lon() + east / rows, kRound)});
}

void PostcodesDump::take(std::uint64_t line, std::string_view text, GazetteerReport& report) {
  auto row = read_postal_row(text);
  if (!row) return report.reject(line, std::move(row.error()));
  ++report.taken;
  const auto form = postcode_form(row->postcode);
  const auto key = postcode_key(row->postcode);
  add(key, *row, std::string(row->postcode), false);
  if (form && !form->district.empty() && form->country == row->country)
    add(form->district, *row, form->written.substr(0, form->district.size()), true);
}

void PostcodesDump::add(const std::string& key, const PostalRow& row, std::string written, bool is_derived) {
  const auto [entry, is_new] =
      postcodes_.try_emplace(std::string(row.country) + key, Gathered{.first = row.position, .is_derived = is_derived});
  auto& gathered = entry->second;
  if (gathered.is_derived && !is_derived) gathered = Gathered{.first = row.position};
  if (!gathered.is_derived && is_derived) return;
  if (gathered.rows == 0) {
    gathered.written = std::move(written);
    gathered.name = row.name;
    gathered.area = areas_.region_named(row.country, row.region, row.region_code);
  }
  gathered.add(row.position);
}

Places PostcodesDump::finish() {
  Places places{.areas = areas_.take(), .places = {}, .postcodes = {}, .about = {}};
  places.postcodes.reserve(postcodes_.size());
  for (auto& [code, gathered] : postcodes_) {
    places.postcodes.push_back({.written = std::move(gathered.written),
                                .name = std::move(gathered.name),
                                .area = gathered.area,
                                .position = gathered.middle()});
  }
  std::ranges::sort(places.postcodes, {}, [](const PlacedPostcode& postcode) {
    return std::tuple(postcode.area, std::string_view(postcode.written), postcode.position.lat_e7());
  });
  return places;
}

}  // namespace nearme
