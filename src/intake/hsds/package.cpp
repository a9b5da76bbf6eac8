#include "intake/hsds/package.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/json.hpp"
#include "intake/json_member.hpp"

namespace nearme {
namespace {

using nlohmann::json;

HsdsFields fields_of(const json& object) {
  return [&object](std::string_view name) { return text_in(object, name); };
}

/// "MO,WE" as "Mo,We": the days of RFC 5545 are those of OpenStreetMap in capitals. Empty for "2MO", the second Monday.
std::string days_of(std::string days) {
  std::erase(days, ' ');
  std::ranges::replace(days, ';', ',');
  for (std::size_t i = 0; i < days.size(); i += 3) {
    constexpr std::string_view kDays = "MO,TU,WE,TH,FR,SA,SU";
    const auto day = days.substr(i, 2);
    if (day.size() != 2 || !kDays.contains(day) || (i + 2 < days.size() && days[i + 2] != ',')) return {};
    days[i + 1] = static_cast<char>(days[i + 1] + 32);
  }
  return days;
}

std::string minutes_of(const std::string& time) {
  constexpr std::size_t kLength = 5;
  return time.size() >= kLength && time[2] == ':' ? time.substr(0, kLength) : std::string{};
}

void add_place(HsdsLocation& location, const json& place) {
  for (const auto& address : list_in(place, "addresses")) fill_hsds_address(location.row, fields_of(address));
  for (const auto& phone : list_in(place, "phones")) {
    if (location.row[Column::phone].empty()) location.row[Column::phone] = text_in(phone, "number");
  }
  for (const auto& schedule : list_in(place, "schedules")) add_hsds_schedule(location, fields_of(schedule));
  for (const auto& language : list_in(place, "languages")) {
    add_once(location.languages,
             text_in(language, "code").empty() ? text_in(language, "name") : text_in(language, "code"));
  }
}

}  // namespace

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

bool is_active(std::string_view status) { return status.empty() || status == "active"; }

void fill_location(Row& row, const HsdsFields& location) {
  row[Column::name] = location("name");
  row[Column::description] = location("description");
  row[Column::lat] = location("latitude");
  row[Column::lon] = location("longitude");
  row[Column::website] = location("url");
}

void fill_hsds_address(Row& row, const HsdsFields& address) {
  // A location may have a postal address besides; where people go is the physical one.
  if (!row[Column::street].empty() && address("address_type") == "postal") return;
  row[Column::street] = address("address_1");
  row[Column::street_2] = address("address_2");
  row[Column::city] = address("city");
  row[Column::region] = address("state_province");
  row[Column::postcode] = address("postal_code");
  row[Column::country] = address("country");
}

void add_hsds_schedule(HsdsLocation& location, const HsdsFields& schedule) {
  const auto frequency = schedule("freq");
  if (!frequency.empty() && frequency != "WEEKLY") return;
  const auto days = days_of(schedule("byday"));
  const auto from = minutes_of(schedule("opens_at"));
  const auto to = minutes_of(schedule("closes_at"));
  if (!days.empty() && !from.empty() && !to.empty()) {
    add_once(location.hours, fmt::format("{} {}-{}", days, from, to));
  }
}

HsdsLocation& HsdsLocations::at(const std::string& id, std::uint64_t line) {
  const auto [found, is_new] = by_id_.emplace(id, locations_.size());
  if (is_new) {
    locations_.push_back({.row = row_at(line), .organisation = {}, .services = {}, .hours = {}, .languages = {}});
    locations_.back().row[Column::id] = id;
  }
  return locations_[found->second];
}

void HsdsLocations::add_service(std::uint64_t line, const json& service) {
  if (!is_active(text_in(service, "status"))) return;
  for (const auto& service_at : list_in(service, "service_at_locations")) {
    const auto& place = member(service_at, "location");
    const auto id = text_in(place, "id");
    if (id.empty()) continue;
    auto& location = at(id, line);
    if (location.row[Column::name].empty()) fill_location(location.row, fields_of(place));
    add_place(location, place);
    add_place(location, service_at);
    add_place(location, service);
    location.organisation = text_in(member(service, "organization"), "name");
    add_once(location.services, text_in(service, "name"));
    for (const auto& [column, field] : {std::pair{Column::email, "email"}, std::pair{Column::website, "url"}}) {
      if (location.row[column].empty()) location.row[column] = text_in(service, field);
    }
  }
}

Row whole_row(const HsdsLocation& location) {
  auto row = location.row;
  if (row[Column::name].empty()) row[Column::name] = location.organisation;
  row[Column::opening_hours] = fmt::format("{}", fmt::join(location.hours, ", "));
  row[Column::languages] = fmt::format("{}", fmt::join(location.languages, ";"));
  row[Column::treatments] = fmt::format("{}", fmt::join(location.services, ";"));
  return row;
}

}  // namespace nearme
