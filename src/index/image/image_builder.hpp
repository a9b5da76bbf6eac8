#pragma once

#include <cstddef>
#include <vector>

#include "index/build/image_assembly.hpp"
#include "index/image/index_about.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// Gathers entries and writes them as one image, all in memory: for tests and for the small indexes of what has
/// changed. Large images are assembled in a file (build/image_assembly.hpp); the bytes are the same.
class ImageBuilder {
 public:
  explicit ImageBuilder(IndexAbout about);

  void add(const IndexEntry& entry);

  /// Makes the image say that some of it is made up.
  void note_fictional() { assembly_.note_fictional(); }

  /// The file's bytes.
  [[nodiscard]] std::vector<std::byte> build() &&;

 private:
  ImageAssembly assembly_;
};

}  // namespace nearme
