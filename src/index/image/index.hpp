#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "directory/site.hpp"
#include "geo/lat_lon.hpp"
#include "hours/schedule.hpp"
#include "index/bits/bit_trie.hpp"
#include "index/columns/offer_table.hpp"
#include "index/image/index_about.hpp"
#include "index/site_position.hpp"
#include "index/tree/box_tree.hpp"
#include "index/words/vocabulary.hpp"

namespace nearme {

/// The opened index image: everything that answers a query, straight from the mapped bytes.
///
/// `open` maps the file and proves it (magic, version, byte order, checksums, every offset) in milliseconds; a damaged
/// file is refused with `corrupt` and the section's name, never served. Immutable; threads: any. Holds its mapping, so
/// that an image may be replaced (by rename) while readers still use the old one.
class Index {
 public:
  [[nodiscard]] static Result<std::shared_ptr<const Index>> open(const std::filesystem::path& path);
  /// Over bytes that the caller keeps alive, at an address divisible by 8.
  [[nodiscard]] static Result<std::shared_ptr<const Index>> open(std::span<const std::byte> bytes);

  [[nodiscard]] std::uint32_t size() const;  ///< sites
  [[nodiscard]] const IndexAbout& about() const;
  [[nodiscard]] std::uint64_t checksum() const;  ///< of the whole image: changes when anything does

  [[nodiscard]] const BoxTree& boxes() const;
  [[nodiscard]] const Vocabulary& words() const;
  [[nodiscard]] const Vocabulary& members() const;  ///< the named sets of members.hpp

  [[nodiscard]] LatLon position(SitePosition site) const;
  /// Has the processor fetch what an exact look at a site reads: its position, the number of its schedule.
  void prefetch(SitePosition site) const;
  [[nodiscard]] std::string_view id(SitePosition site) const;
  [[nodiscard]] std::string_view name(SitePosition site) const;
  [[nodiscard]] std::string_view slug(SitePosition site) const;
  [[nodiscard]] float quality(SitePosition site) const;
  [[nodiscard]] std::optional<Rating> rating(SitePosition site) const;
  [[nodiscard]] std::vector<OfferColumn> offers(SitePosition site) const;
  [[nodiscard]] std::string_view ready_json(SitePosition site) const;
  /// Its place when all are sorted by folded name, then id.
  [[nodiscard]] std::uint32_t name_order(SitePosition site) const;

  [[nodiscard]] std::span<const std::string> treatments() const;  ///< ids, by number

  [[nodiscard]] std::optional<SitePosition> find(std::string_view id) const;
  [[nodiscard]] std::optional<SitePosition> find_slug(std::string_view slug) const;

  /// Sites share schedules: a pair of usual week and time zone. Number 0 is "unknown".
  [[nodiscard]] std::uint32_t schedule_number(SitePosition site) const;
  [[nodiscard]] std::uint32_t schedule_count() const;
  /// IANA name of the zone that a schedule is in; empty for number 0.
  [[nodiscard]] std::string_view schedule_time_zone(std::uint32_t number) const;
  /// The state of a schedule at a moment. Number 0 is always unknown.
  [[nodiscard]] OpenAt schedule_state(std::uint32_t number, Instant moment) const;

 private:
  struct Parts;
  explicit Index(std::shared_ptr<const Parts> parts);
  std::shared_ptr<const Parts> parts_;
};

}  // namespace nearme
