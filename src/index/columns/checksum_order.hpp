#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// The sites in the order of the checksums of one of their texts, such as the id: finds the site with a text, in
/// O(log n) looks at texts, without a table in memory. A view over an image's bytes.
class ChecksumOrder {
 public:
  using TextOf = std::function<std::string_view(SitePosition)>;

  /// Errors: corrupt, when there are not as many numbers as sites or one is too great.
  [[nodiscard]] static Result<ChecksumOrder> open(std::span<const std::byte> bytes, std::uint32_t sites);

  /// `text_of` gives the text by which this order was made.
  [[nodiscard]] std::optional<SitePosition> find(std::string_view text, const TextOf& text_of) const;

 private:
  std::span<const std::uint32_t> order_;
};

/// A site and the checksum of its text.
struct ChecksumOfSite {
  std::uint64_t checksum = 0;
  std::uint32_t site = 0;
};

std::vector<std::byte> build_checksum_order(std::vector<ChecksumOfSite> sites);

}  // namespace nearme
