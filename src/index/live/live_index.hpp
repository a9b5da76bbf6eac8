#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "index/image/index.hpp"
#include "index/walk/filter.hpp"

namespace nearme {

/// One index of several that answer together, with those of its sites that no longer count: another segment has them
/// anew, or they are gone.
struct Segment {
  std::shared_ptr<const Index> index;
  std::shared_ptr<const OwnedBitTrie> outdated;  ///< null: none

  /// How many of these sites of the segment still count, and whether any does.
  [[nodiscard]] std::uint64_t count(const BitTrie& sites) const;
  [[nodiscard]] bool has_any(const BitTrie& sites) const;
  [[nodiscard]] bool is_outdated(SitePosition site) const;
  /// Passes all that still count.
  [[nodiscard]] Filter all() const;
};

/// A site of a live index: of which segment, and its number there.
struct PlacedSite {
  std::uint32_t segment = 0;
  SitePosition site{};
};

/// What can be searched at one moment: the image, and over it a few small indexes of what has changed since. Each site
/// counts in one of them at most. All are walked by the same code, and what they find is put in one order.
///
/// Immutable; threads: any. There is always a first segment: the image.
class LiveIndex {
 public:
  /// An image and nothing over it.
  explicit LiveIndex(std::shared_ptr<const Index> image);

  /// The image's segment first; `about` tells of all together.
  LiveIndex(std::vector<Segment> segments, IndexAbout about);

  [[nodiscard]] std::span<const Segment> segments() const { return segments_; }
  [[nodiscard]] const Index& index_of(PlacedSite place) const { return *segments_[place.segment].index; }

  [[nodiscard]] std::uint32_t size() const { return size_; }  ///< sites that count
  [[nodiscard]] const IndexAbout& about() const { return about_; }

  [[nodiscard]] std::optional<PlacedSite> find(std::string_view id) const;
  [[nodiscard]] std::optional<PlacedSite> find_slug(std::string_view slug) const;
  [[nodiscard]] std::string_view id(PlacedSite place) const { return index_of(place).id(place.site); }
  [[nodiscard]] std::string_view slug(PlacedSite place) const { return index_of(place).slug(place.site); }
  [[nodiscard]] OpenAt open_at(PlacedSite place, Instant moment) const;

 private:
  std::vector<Segment> segments_;
  IndexAbout about_;
  std::uint32_t size_ = 0;
};

}  // namespace nearme
