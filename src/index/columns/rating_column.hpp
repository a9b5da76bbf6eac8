#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "directory/site.hpp"
#include "index/columns/packed_numbers.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// The ratings of the sites that have one, to the ten-thousandth, and from how many people. Sites without one cost a
/// bit. A view over an image's bytes. Layout: docs/image-format.md, section "RATINGS".
class RatingColumn {
 public:
  /// Errors: corrupt, when there are not as many ratings as bits.
  [[nodiscard]] static Result<RatingColumn> open(std::span<const std::byte> bytes, std::uint32_t sites);

  [[nodiscard]] std::optional<Rating> operator[](SitePosition site) const;

 private:
  std::span<const std::uint64_t> rated_;         ///< a bit a site
  std::span<const std::uint32_t> rated_before_;  ///< for each word of bits
  PackedNumbers ten_thousandths_;
  PackedNumbers counts_;
};

/// Gathers the rating of one site after the other, and writes what RatingColumn reads.
class RatingWriter {
 public:
  void add(const std::optional<Rating>& rating);
  [[nodiscard]] std::vector<std::byte> build() &&;

 private:
  std::size_t sites_ = 0;
  std::vector<std::uint64_t> rated_;
  std::vector<std::uint32_t> ten_thousandths_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace nearme
