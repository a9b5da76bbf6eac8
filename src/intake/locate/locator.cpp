#include "intake/locate/locator.hpp"

#include <algorithm>
#include <array>

#include "geo/distance.hpp"
#include "text/postcode.hpp"

namespace nearme {
namespace {

/// Within what distance of a postcode's point 95 of 100 sites lie. Measured on registers that have both coordinates and
/// postcodes: 4,790 urgent-care clinics of the United States (6.7 km from the point of their ZIP code), 7,883 dentists
/// of England (5.5 km from that of their outward code). A full British postcode is some fifteen doors.
constexpr std::uint32_t kWithinPostcode = 7000;
constexpr std::uint32_t kWithinBritishDistrict = 6000;
constexpr std::uint32_t kWithinBritishUnit = 200;

/// The same of a town's point, by how many people live there.
struct TownSize {
  std::uint32_t people;
  std::uint32_t within_m;
};
constexpr std::array kTownSizes{TownSize{2'000'000, 20'000}, TownSize{500'000, 12'000}, TownSize{100'000, 8'000},
                                TownSize{10'000, 4'000}, TownSize{0, 3'000}};

/// Places of one name that lie no farther apart are one place.
constexpr Metres kSamePlace = Metres::from_kilometres(15);

/// One town outweighs all others of its name when it is so many times as large.
constexpr std::uint32_t kOutweighs = 20;

std::uint32_t within_town(std::uint32_t people) {
  return std::ranges::find_if(kTownSizes, [&](const TownSize& size) { return people >= size.people; })->within_m;
}

std::uint32_t within_postcode(const PlaceOfPostcode& place) {
  if (place.country != "GB") return kWithinPostcode;
  return place.written.contains(' ') ? kWithinBritishUnit : kWithinBritishDistrict;
}

/// ZIP+4 without its hyphen, as registers of the United States have it.
std::string without_zip_extension(const std::string& postcode) {
  constexpr std::size_t kZip = 5;
  constexpr std::size_t kZipAndExtension = 9;
  const bool is_long =
      postcode.size() == kZipAndExtension && std::ranges::all_of(postcode, [](char c) { return c >= '0' && c <= '9'; });
  return is_long ? postcode.substr(0, kZip) : postcode;
}

}  // namespace

std::optional<LocatedPlace> Locator::locate(const PlaceWords& words) const {
  if (auto place = by_postcode(words)) return place;
  return by_town(words);
}

std::optional<LocatedPlace> Locator::by_postcode(const PlaceWords& words) const {
  if (words.postcode.empty()) return std::nullopt;
  const auto form = postcode_form(without_zip_extension(words.postcode));
  if (!form) return std::nullopt;
  // Five digits are a postcode in a dozen countries: without one of them they are none.
  const auto country = words.country.empty() ? form->country : words.country;
  if (country.empty()) return std::nullopt;
  for (const auto& key : {form->key, form->district}) {
    if (key.empty()) continue;
    auto places = gazetteer_.postcode(key);
    std::erase_if(places, [&](const PlaceOfPostcode& place) { return place.country != country; });
    if (places.empty()) continue;
    return LocatedPlace{.position = places[0].position,
                        .precision = {.by = Precision::By::postcode, .within_m = within_postcode(places[0])},
                        .country = places[0].country};
  }
  return std::nullopt;
}

std::optional<LocatedPlace> Locator::by_town(const PlaceWords& words) const {
  if (words.city.empty() || words.country.empty()) return std::nullopt;
  auto towns = gazetteer_.named(words.city);
  std::erase_if(towns, [&](const LocalityMatch& match) { return match.locality.country != words.country; });
  // A region that the gazetteer does not know says nothing; one that it knows decides.
  const auto lies_in_region = [&](const LocalityMatch& match) {
    return gazetteer_.lies_in(match.locality, words.region);
  };
  if (!words.region.empty() && std::ranges::any_of(towns, lies_in_region)) {
    std::erase_if(towns, [&](const LocalityMatch& match) { return !lies_in_region(match); });
  }
  if (towns.empty()) return std::nullopt;
  const auto& largest = towns[0].locality;
  for (const auto& [other, name, edits] : towns) {
    const bool is_near = distance(largest.position, other.position) <= kSamePlace;
    if (!is_near && largest.population / kOutweighs < std::max(other.population, 1U)) return std::nullopt;
  }
  return LocatedPlace{.position = largest.position,
                      .precision = {.by = Precision::By::town, .within_m = within_town(largest.population)},
                      .country = std::string(largest.country)};
}

}  // namespace nearme
