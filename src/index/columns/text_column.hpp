#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace nearme {

/// Texts by number: ids, names, slugs, ready JSON. A view over an image's bytes; immutable; threads: any.
///
/// A text's start is kept as 32 bits from the start of its run of 64 texts, and the run's start as 64 bits: 4.1 bytes a
/// text, however long all of them are together. Layout: docs/image-format.md, section "Texts".
class TextColumn {
 public:
  /// Errors: corrupt, when the starts do not ascend or lie outside.
  [[nodiscard]] static Result<TextColumn> open(std::span<const std::byte> bytes);

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view operator[](std::size_t number) const {
    const std::uint64_t begin = start(number);
    return {texts_ + begin, start(number + 1) - begin};
  }

 private:
  [[nodiscard]] std::uint64_t start(std::size_t number) const { return run_starts_[number / 64] + starts_[number]; }

  std::size_t count_ = 0;
  std::span<const std::uint64_t> run_starts_;
  std::span<const std::uint32_t> starts_;  ///< count_ + 1 of them
  const char* texts_ = nullptr;
};

/// The texts of 64 neighbours must be shorter than 4 GiB together.
std::vector<std::byte> build_text_column(std::span<const std::string_view> texts);

}  // namespace nearme
