#pragma once

#include <filesystem>
#include <vector>

#include "index/image/index.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// Gathers entries and writes them as one image. The same entries, in any order, and the same `about` give the same
/// bytes.
class ImageBuilder {
 public:
  explicit ImageBuilder(IndexAbout about);

  void add(IndexEntry entry);

  /// Sorts along the Hilbert curve (ties by id), lays out every section, and gives the file's bytes.
  [[nodiscard]] std::vector<std::byte> build() &&;

 private:
  IndexAbout about_;
  std::vector<IndexEntry> entries_;
};

}  // namespace nearme
