#include "search/rank/name_places.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace nearme {

std::uint32_t NamePlaces::count_through(std::string_view folded_name, std::string_view id) {
  if (const auto site = index_.find(id); site && fold(index_.name(*site)) == folded_name)
    return index_.name_order(*site) + 1;
  std::call_once(learnt_, [&] { learn_order(); });
  const auto stands_behind = std::ranges::partition_point(by_place_, [&](SitePosition site) {
    const std::string name = fold(index_.name(site));
    return name != folded_name ? name < folded_name : index_.id(site) <= id;
  });
  return static_cast<std::uint32_t>(stands_behind - by_place_.begin());
}

void NamePlaces::learn_order() {
  by_place_.resize(index_.size());
  for (std::uint32_t number = 0; number < index_.size(); ++number) {
    // A place that lies outside, in an image that is sealed but makes no sense, is passed over.
    const std::uint32_t place = index_.name_order(SitePosition{number});
    if (place < by_place_.size()) by_place_[place] = SitePosition{number};
  }
}

}  // namespace nearme
