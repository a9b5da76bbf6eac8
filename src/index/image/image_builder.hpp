#pragma once

#include <cstddef>
#include <vector>

#include "index/image/index_about.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// Gathers entries and writes them as one image. The same entries, in any order, and the same `about` give the same
/// bytes. Ids and slugs must be distinct.
class ImageBuilder {
 public:
  explicit ImageBuilder(IndexAbout about);

  void add(IndexEntry entry);

  /// Makes the image say that some of it is made up.
  void note_fictional() { about_.any_fictional = true; }

  /// Sorts along the Hilbert curve (ties by id), lays out every section, and gives the file's bytes.
  [[nodiscard]] std::vector<std::byte> build() &&;

 private:
  IndexAbout about_;
  std::vector<IndexEntry> entries_;
};

}  // namespace nearme
