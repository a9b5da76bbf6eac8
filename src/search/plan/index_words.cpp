#include "search/plan/index_words.hpp"

#include <algorithm>
#include <cmath>

#include "geo/distance.hpp"
#include "index/members.hpp"
#include "search/plan/name_words.hpp"

namespace nearme {
namespace {

/// No postcode is wider; sites of one that lie further apart are of different countries.
constexpr Metres kExtentOfPostcode = Metres::from_kilometres(50);
/// So many sites tell where a postcode lies as well as all do.
constexpr std::size_t kMostSites = 256;

/// The mean of positions that lie near one another, also across the antimeridian.
struct Middle {
  LatLon first;
  double lat = 0;
  double east = 0;
  double count = 0;

  void add(LatLon position) {
    lat += position.lat();
    east += std::remainder(position.lon() - first.lon(), 360);
    count += 1;
  }

  [[nodiscard]] LatLon position() const {
    return *LatLon::make({.lat = lat / count, .lon = std::remainder(first.lon() + east / count, 360)});
  }
};

void add(std::vector<Middle>& middles, LatLon position) {
  const auto is_near = [&](const Middle& middle) { return distance(middle.first, position) <= kExtentOfPostcode; };
  auto middle = std::ranges::find_if(middles, is_near);
  if (middle == middles.end()) middle = middles.insert(middle, Middle{.first = position});
  middle->add(position);
}

}  // namespace

bool IndexWords::has_word(std::string_view folded) const {
  return std::ranges::any_of(
      index_.segments(), [&](const Segment& segment) { return segment.has_any(segment.index->words().find(folded)); });
}

bool IndexWords::has_words_together(const std::vector<std::string>& folded) const {
  return is_anybody_called(index_, folded);
}

std::vector<LatLon> IndexWords::postcode(std::string_view key) const {
  const auto name = std::string{members::kPostcode} + std::string{key};
  std::vector<Middle> middles;
  for (const Segment& segment : index_.segments()) {
    const auto sites = segment.index->members().find(name).to_positions();
    for (std::size_t i = 0; i < sites.size(); i += 1 + sites.size() / kMostSites) {
      if (!segment.is_outdated(sites[i])) add(middles, segment.index->position(sites[i]));
    }
  }
  std::vector<LatLon> positions;
  for (const auto& middle : middles) positions.push_back(middle.position());
  return positions;
}

}  // namespace nearme
