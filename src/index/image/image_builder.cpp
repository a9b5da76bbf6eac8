#include "index/image/image_builder.hpp"

#include <cassert>
#include <utility>

#include "index/image/image_in_memory.hpp"

namespace nearme {

ImageBuilder::ImageBuilder(IndexAbout about) : assembly_(std::move(about)) {}

void ImageBuilder::add(const IndexEntry& entry) {
  [[maybe_unused]] const auto added = assembly_.add(entry);
  assert(added);  // only a file can refuse
}

std::vector<std::byte> ImageBuilder::build() && {
  ImageInMemory image;
  [[maybe_unused]] const auto written = std::move(assembly_).write_to(image);
  assert(written);
  return std::move(image).take();
}

}  // namespace nearme
