#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "index/columns/starts.hpp"

namespace nearme {

/// Texts by number: schedules, names of treatments. A view over an image's bytes; immutable; threads: any. Layout:
/// docs/image-format.md, section "Texts".
class TextColumn {
 public:
  /// Errors: corrupt, when the starts do not ascend or lie outside.
  [[nodiscard]] static Result<TextColumn> open(std::span<const std::byte> bytes);

  [[nodiscard]] std::size_t size() const { return starts_.size(); }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    return {texts_ + starts_[number], starts_[number + 1] - starts_[number]};
  }

 private:
  Starts starts_;
  const char* texts_ = nullptr;
};

/// The texts of 64 neighbours must be shorter than 4 GiB together.
std::vector<std::byte> build_text_column(std::span<const std::string_view> texts);

}  // namespace nearme
