#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/columns/packed_numbers.hpp"

namespace nearme {

/// Where each of many neighbours begins, and where the last one ends: the offers of a site, the bytes of a text.
///
/// A start is kept from the start of its run of 64, in as few bytes as that takes, and the run's start as 64 bits: some
/// two bytes each, however far they reach. A view over an image's bytes. Layout: docs/image-format.md, section
/// "Starts".
class Starts {
 public:
  /// Takes the starts of `count` neighbours, and the end, from the front of what the reader has left. Errors: corrupt,
  /// when they do not ascend or the end is behind `end`.
  [[nodiscard]] static Result<Starts> read(ArrayReader& reader, std::uint64_t count, std::uint64_t end);

  Starts() = default;

  [[nodiscard]] std::size_t size() const { return count_; }
  /// Of `size()`: the end of the last.
  [[nodiscard]] std::uint64_t operator[](std::size_t number) const { return runs_[number / kRun] + within_[number]; }

  static constexpr std::size_t kRun = 64;

 private:
  [[nodiscard]] Result<void> check(std::uint64_t end) const;

  std::size_t count_ = 0;
  std::span<const std::uint64_t> runs_;
  PackedNumbers within_;  ///< count_ + 1 of them
};

/// Gathers lengths, one after the other, and writes what Starts reads. Runs must be shorter than 4 GiB.
class StartsWriter {
 public:
  void add(std::uint64_t length);
  [[nodiscard]] std::size_t size() const { return within_.size(); }
  [[nodiscard]] std::uint64_t end() const { return end_; }

  void append_to(ArrayWriter& writer) &&;

 private:
  void note_start();

  std::uint64_t end_ = 0;
  std::vector<std::uint64_t> runs_;
  std::vector<std::uint32_t> within_;
};

}  // namespace nearme
