#include "index/live/live_index.hpp"

#include "index/bits/common_counts.hpp"

namespace nearme {
namespace {

template <class Find>
std::optional<PlacedSite> find_standing(std::span<const Segment> segments, const Find& find) {
  for (std::uint32_t number = 0; number < segments.size(); ++number) {
    const auto site = find(*segments[number].index);
    if (site && !segments[number].is_outdated(*site)) return PlacedSite{.segment = number, .site = *site};
  }
  return std::nullopt;
}

std::uint32_t size_of(std::span<const Segment> segments) {
  std::uint32_t size = 0;
  for (const Segment& segment : segments)
    size += segment.index->size() - (segment.outdated ? segment.outdated->view().count() : 0);
  return size;
}

}  // namespace

std::uint64_t Segment::count(const BitTrie& sites) const {
  return outdated ? sites.count() - count_common(sites, outdated->view()) : sites.count();
}

bool Segment::has_any(const BitTrie& sites) const {
  if (!outdated || sites.count() > outdated->view().count()) return !sites.empty();
  return count(sites) > 0;
}

bool Segment::is_outdated(SitePosition site) const { return outdated && outdated->view().contains(site); }

Filter Segment::all() const {
  Filter filter;
  if (outdated) filter.none_of.push_back(outdated->view());
  return filter;
}

LiveIndex::LiveIndex(std::shared_ptr<const Index> image) : about_(image->about()), size_(image->size()) {
  segments_.push_back({.index = std::move(image), .outdated = nullptr});
}

LiveIndex::LiveIndex(std::vector<Segment> segments, IndexAbout about)
    : segments_(std::move(segments)), about_(std::move(about)), size_(size_of(segments_)) {}

std::optional<PlacedSite> LiveIndex::find(std::string_view id) const {
  return find_standing(segments_, [&](const Index& index) { return index.find(id); });
}

std::optional<PlacedSite> LiveIndex::find_slug(std::string_view slug) const {
  return find_standing(segments_, [&](const Index& index) { return index.find_slug(slug); });
}

OpenAt LiveIndex::open_at(PlacedSite place, Instant moment) const {
  const Index& index = index_of(place);
  return index.schedule_state(index.schedule_number(place.site), moment);
}

}  // namespace nearme
