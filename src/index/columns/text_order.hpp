#pragma once

#include <optional>
#include <vector>

#include "index/columns/text_column.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// A text column's numbers in the byte order of the texts: finds a text without a table in memory, in O(log n). A view
/// over an image's bytes, over the column beside it.
class TextOrder {
 public:
  /// Errors: corrupt, when there are not as many numbers as texts or one is too great.
  [[nodiscard]] static Result<TextOrder> open(std::span<const std::byte> bytes, const TextColumn& texts);

  [[nodiscard]] std::optional<SitePosition> find(std::string_view text) const;

 private:
  TextColumn texts_;
  std::span<const std::uint32_t> order_;
};

std::vector<std::byte> build_text_order(std::span<const std::string_view> texts);

}  // namespace nearme
