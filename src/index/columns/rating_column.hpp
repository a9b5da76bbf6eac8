#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "directory/site.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// The rating of each site, to the ten-thousandth, and from how many people: six bytes a site. A view over an image's
/// bytes.
class RatingColumn {
 public:
  [[nodiscard]] static Result<RatingColumn> open(std::span<const std::byte> bytes, std::uint32_t sites);

  [[nodiscard]] std::optional<Rating> operator[](SitePosition site) const;

 private:
  std::span<const std::uint32_t> counts_;
  std::span<const std::uint16_t> ten_thousandths_;
};

std::vector<std::byte> build_rating_column(std::span<const std::optional<Rating>> ratings);

}  // namespace nearme
