#pragma once

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "index/walk/walk.hpp"

namespace nearme {

/// The slow obvious twin of the walks: looks at every site, one by one.
class BruteForce {
 public:
  BruteForce(const Index& index, const UnitVector& from, const Filter& filter) {
    std::vector<std::vector<bool>> excluded = to_flags(index, filter.none_of);
    std::vector<std::vector<bool>> required;
    for (const AnyOf& group : filter.all_of) required.push_back(any_of(index, group));
    for (std::uint32_t number = 0; number < index.size(); ++number) {
      const LatLon position = index.position(SitePosition{number});
      const double chord = chord_squared(from, to_unit_vector(position));
      bool passes = !filter.radius || chord <= to_chord_squared(*filter.radius);
      passes = passes && (!filter.box || filter.box->contains(position));
      for (const auto& flags : required) passes = passes && flags[number];
      for (const auto& flags : excluded) passes = passes && !flags[number];
      if (passes) matches_.push_back({.site = SitePosition{number}, .chord_squared = chord, .score = 0});
    }
  }

  /// In position order.
  [[nodiscard]] const std::vector<Hit>& matches() const { return matches_; }

  [[nodiscard]] std::vector<Hit> best(const Index& index, const Scoring& scoring, std::size_t limit) const {
    std::vector<Hit> hits = matches_;
    for (Hit& hit : hits) hit.score = scoring.score(hit.site, hit.chord_squared);
    std::ranges::sort(hits, [&](const Hit& a, const Hit& b) { return stands_before(index, a, b); });
    if (hits.size() > limit) hits.resize(limit);
    return hits;
  }

 private:
  static std::vector<std::vector<bool>> to_flags(const Index& index, const std::vector<BitTrie>& sets) {
    std::vector<std::vector<bool>> all;
    for (const BitTrie& set : sets) {
      std::vector<bool>& flags = all.emplace_back(index.size());
      for (const SitePosition site : set.to_positions()) flags[to_number(site)] = true;
    }
    return all;
  }

  static std::vector<bool> any_of(const Index& index, const AnyOf& group) {
    std::vector<bool> any(index.size());
    for (const auto& flags : to_flags(index, group.sets)) {
      for (std::size_t i = 0; i < any.size(); ++i) any[i] = any[i] || flags[i];
    }
    return any;
  }

  std::vector<Hit> matches_;
};

}  // namespace nearme
