#include "gazetteer/compile/area_extents.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace nearme {
namespace {

/// So many of a thousand localities lie in the circle: a few far islands would make it all sea. Countries are searched
/// by the country of the sites, so that theirs need only be large enough.
constexpr std::size_t kShareOfRegion = 980;
constexpr std::size_t kShareOfCountry = 998;
/// Every locality counts as if so many people more lived there, so that one large town is not the middle of a country.
constexpr double kPeopleBesides = 1000;

/// The number of an area and of all that it lies in.
template <class Visit>
void for_each_area_of(const Places& places, std::size_t area, const Visit& visit) {
  for (std::optional<std::size_t> at = area; at; at = places.areas[*at].parent) visit(*at);
}

std::uint32_t add_people(std::uint32_t a, std::uint32_t b) {
  return b > std::numeric_limits<std::uint32_t>::max() - a ? std::numeric_limits<std::uint32_t>::max() : a + b;
}

UnitVector normalized(const UnitVector& point) {
  const double length = std::sqrt(point.x * point.x + point.y * point.y + point.z * point.z);
  if (length == 0) return {.x = 1, .y = 0, .z = 0};
  return {.x = point.x / length, .y = point.y / length, .z = point.z / length};
}

std::vector<AreaExtent> middles_of_areas(const Places& places) {
  std::vector<AreaExtent> extents(places.areas.size());
  for (const auto& place : places.places) {
    const auto at = to_unit_vector(place.position);
    const double weight = place.population + kPeopleBesides;
    for_each_area_of(places, place.area, [&](std::size_t area) {
      auto& extent = extents[area];
      extent.middle.x += weight * at.x;
      extent.middle.y += weight * at.y;
      extent.middle.z += weight * at.z;
      extent.population = add_people(extent.population, place.population);
    });
  }
  for (auto& extent : extents) extent.middle = normalized(extent.middle);
  return extents;
}

/// The distance that holds the share of the chords, which come unsorted.
Metres radius_of(std::vector<float>& chords, NamedArea::Kind kind) {
  if (chords.empty()) return Metres{0};
  const auto last = chords.size() - 1;
  const auto share = kind == NamedArea::Kind::country ? kShareOfCountry : kShareOfRegion;
  const auto place = last * share / 1000;
  std::ranges::nth_element(chords, chords.begin() + static_cast<std::ptrdiff_t>(place));
  constexpr Metres kEdge = Metres::from_kilometres(5);
  return Metres{to_metres(chords[place]).count() + kEdge.count()};
}

}  // namespace

LatLon to_position(const UnitVector& point) {
  constexpr double kDegrees = 180 / std::numbers::pi;
  const auto at = normalized(point);
  return *LatLon::make(
      {.lat = std::asin(std::clamp(at.z, -1.0, 1.0)) * kDegrees, .lon = std::atan2(at.y, at.x) * kDegrees});
}

std::vector<AreaExtent> extents_of_areas(const Places& places) {
  auto extents = middles_of_areas(places);
  std::vector<std::vector<float>> chords(places.areas.size());
  for (const auto& place : places.places) {
    const auto at = to_unit_vector(place.position);
    for_each_area_of(places, place.area, [&](std::size_t area) {
      chords[area].push_back(static_cast<float>(chord_squared(extents[area].middle, at)));
    });
  }
  for (std::size_t i = 0; i < extents.size(); ++i) extents[i].radius = radius_of(chords[i], places.areas[i].kind);
  return extents;
}

}  // namespace nearme
