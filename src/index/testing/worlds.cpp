#include "index/testing/worlds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include <fmt/format.h>

#include "index/image/image_builder.hpp"
#include "index/members.hpp"

namespace nearme {
namespace {

constexpr int kCities = 300;

/// Evenly in [0, 1): the same on every machine, unlike the distributions of the standard library.
double fraction(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

bool one_in(std::uint32_t count, std::mt19937_64& random) { return random() % count == 0; }

/// Around 0, mostly within 1, at times much further.
double around_zero(std::mt19937_64& random) {
  const double side = one_in(2, random) ? 1 : -1;
  return side * -std::log(1 - fraction(random)) / 2;
}

LatLon clamp_to_globe(double lat, double lon) {
  const double turned = lon - 360 * std::floor((lon + 180) / 360);
  return *LatLon::make({.lat = std::clamp(lat, -90.0, 90.0), .lon = std::clamp(turned, -180.0, 180.0)});
}

LatLon near_a_city(std::mt19937_64& random) {
  // Low numbers are drawn more often: a few cities are large.
  const auto number = static_cast<std::uint64_t>(kCities * std::pow(fraction(random), 2.5));
  std::mt19937_64 city(number);
  const double lat = -50 + 110 * fraction(city);
  const double lon = -180 + 360 * fraction(city);
  const double spread = 0.3 / (1 + 0.05 * static_cast<double>(number));
  return clamp_to_globe(lat + spread * around_zero(random), lon + spread * around_zero(random));
}

LatLon near_a_pole(std::mt19937_64& random) {
  const double from_pole = one_in(10, random) ? 0 : std::abs(around_zero(random));
  const double lon = -180 + 360 * fraction(random);
  return clamp_to_globe(one_in(2, random) ? 90 - from_pole : from_pole - 90, lon);
}

std::string random_word(std::mt19937_64& random) {
  static constexpr std::array<std::string_view, 12> kSyllables{"der", "ma", "cli", "nic", "skin", "lu",
                                                               "mi",  "na", "bel", "la",  "pu",   "ra"};
  std::string word;
  for (int i = 0; i < 3; ++i) word += kSyllables[random() % kSyllables.size()];
  return word;
}

Schedule random_schedule(std::mt19937_64& random) {
  Schedule schedule;
  const auto opens = static_cast<std::uint16_t>(480 + 60 * (random() % 4));
  for (std::size_t day = 0; day < 5; ++day) schedule.week[day] = {{.from = opens, .to = 1080}};
  schedule.valid_from = Date{std::chrono::year{2026}, std::chrono::November, std::chrono::day{1}};
  schedule.valid_until = Date{std::chrono::year{2027}, std::chrono::October, std::chrono::day{31}};
  return schedule;
}

void add_offers(IndexEntry& entry, std::mt19937_64& random) {
  for (std::uint32_t number = 0; number < 8; ++number) {
    if (!one_in(2U << number, random)) continue;
    IndexedOffer offer{.treatment = TreatmentId{fmt::format("t{}", number)}, .price = {}, .confirmed = false};
    offer.confirmed = one_in(3, random);
    if (one_in(2, random))
      offer.price = Money{.hundredths = static_cast<std::int64_t>(2000 + random() % 30000), .currency = "GBP"};
    entry.members.push_back(fmt::format("{}{}", members::kOffers, offer.treatment.text()));
    if (offer.confirmed)
      entry.members.push_back(fmt::format("{}{}", members::kOffersConfirmed, offer.treatment.text()));
    entry.offers.push_back(std::move(offer));
  }
}

IndexEntry make_site(std::uint32_t number, LatLon position, std::mt19937_64& random) {
  IndexEntry entry{.id = SiteId{fmt::format("s{}", number)}, .position = position};
  entry.words = {random_word(random), random_word(random)};
  entry.name = entry.words[0] + " " + entry.words[1];
  entry.slug = fmt::format("{}-{}-{}", entry.words[0], entry.words[1], number);
  entry.members.push_back(fmt::format("{}k{}", members::kKind, random() % 4));
  entry.members.push_back(fmt::format("{}{}", members::kLanguage, one_in(5, random) ? "de" : "en"));
  add_offers(entry, random);
  entry.quality = static_cast<float>(random() % 11) / 10;
  if (one_in(3, random))
    entry.rating = Rating{.value = static_cast<double>(random() % 51) / 10, .count = 1 + number % 200};
  if (!one_in(4, random)) {
    entry.schedule = std::make_shared<const Schedule>(random_schedule(random));
    entry.time_zone = "Europe/London";
  }
  entry.ready_json = fmt::format(R"({{"id":"{}","name":"{}"}})", entry.id.text(), entry.name);
  return entry;
}

}  // namespace

LatLon random_position(WorldShape shape, std::mt19937_64& random) {
  switch (shape) {
    case WorldShape::cities:
      return near_a_city(random);
    case WorldShape::antimeridian:
      return clamp_to_globe(-17 + around_zero(random), 180 + around_zero(random));
    case WorldShape::poles:
      return near_a_pole(random);
    case WorldShape::one_point:
      return clamp_to_globe(53.8, -1.55);
    case WorldShape::everywhere:
      break;
  }
  const double lat = -90 + 180 * fraction(random);
  return clamp_to_globe(lat, -180 + 360 * fraction(random));
}

std::vector<IndexEntry> make_world(WorldShape shape, WorldSize size) {
  std::mt19937_64 random(size.seed);
  std::vector<IndexEntry> entries;
  entries.reserve(size.sites);
  for (std::uint32_t number = 0; number < size.sites; ++number) {
    const LatLon position = random_position(shape, random);
    entries.push_back(make_site(number, position, random));
  }
  return entries;
}

IndexInMemory index_of(std::vector<IndexEntry> entries) {
  ImageBuilder builder(IndexAbout{.revision = 1});
  for (IndexEntry& entry : entries) builder.add(std::move(entry));
  IndexInMemory made{.bytes = std::move(builder).build(), .index = {}};
  auto opened = Index::open(std::span<const std::byte>(made.bytes));
  if (!opened) throw std::runtime_error(opened.error().message);
  made.index = *std::move(opened);
  return made;
}

}  // namespace nearme
