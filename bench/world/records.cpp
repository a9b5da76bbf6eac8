#include "world/records.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "index/members.hpp"

namespace nearme {
namespace {

constexpr std::uint32_t kHouses = 200;
constexpr std::uint32_t kPostcodes = 100'000;

/// What stands behind a prefix among the names of an entry's sets.
std::vector<std::string> values_of(const IndexEntry& entry, std::string_view prefix) {
  std::vector<std::string> values;
  for (const std::string& member : entry.members) {
    if (!member.starts_with(prefix)) continue;
    std::string value = member.substr(prefix.size());
    if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
  }
  return values;
}

Address address_of(const IndexEntry& entry, std::uint32_t number) {
  const std::string& city = entry.words.back();
  return {.street = fmt::format("{} {} Street", 1 + number % kHouses, entry.words.front()),
          .city = city,
          .region = city.substr(0, 4) + "shire",
          .postcode = fmt::format("{:05}", number % kPostcodes),
          .country = "DE"};
}

std::string time_of(std::uint16_t minutes) { return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60); }

std::string opening_hours_of(const Schedule& schedule) {
  const OpenSpan& monday = schedule.week[0].front();
  std::string text = fmt::format("Mo-Fr {}-{}", time_of(monday.from), time_of(monday.to));
  if (!schedule.week[5].empty()) text += "; Sa 10:00-14:00";
  return text;
}

Wheelchair wheelchair_of(const IndexEntry& entry) {
  const auto values = values_of(entry, members::kWheelchair);
  if (values.empty()) return Wheelchair::unknown;
  return values.front() == "yes" ? Wheelchair::yes : Wheelchair::limited;
}

}  // namespace

Site site_of(const IndexEntry& entry, std::uint32_t number) {
  Site site{.id = entry.id, .name = entry.name, .address = address_of(entry, number), .position = entry.position};
  for (std::string& kind : values_of(entry, members::kKind)) site.kinds.emplace_back(std::move(kind));
  site.phone = fmt::format("+49 30 {:08}", number);
  site.website = fmt::format("https://{}-{}.example", entry.words.front(), number);
  if (entry.schedule) site.opening_hours = opening_hours_of(*entry.schedule);
  site.time_zone = entry.schedule ? entry.time_zone : "Europe/Berlin";
  for (const IndexedOffer& offer : entry.offers)
    site.offers.push_back({.treatment = offer.treatment, .price = offer.price, .practitioners = {}});
  site.languages = values_of(entry, members::kLanguage);
  site.wheelchair = wheelchair_of(entry);
  site.rating = entry.rating;
  return site;
}

std::optional<Claim> claim_of(const IndexEntry& entry) {
  const auto evidence = values_of(entry, members::kEvidence);
  if (evidence.empty()) return std::nullopt;
  Claim claim{.subject_id = entry.id.text(), .claim = "registration", .value = entry.id.text() + "-registered"};
  if (evidence.front() == "confirmed") {
    claim.checked_by = "Register of made-up clinics";
    claim.checked_at = Date{std::chrono::year{2026}, std::chrono::June, std::chrono::day{1}};
  }
  return claim;
}

}  // namespace nearme
