// Arbitrary bytes under the head of an image with right checksums are refused, or can be searched without a crash. The
// first byte chooses: the input is the image itself, or a list of changes to a small sound one: two bytes of offset
// and one to flip there.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/image/image_file.hpp"
#include "index/testing/worlds.hpp"
#include "index/walk/walk.hpp"

namespace {

using nearme::SitePosition;

/// Asks what touches every part of an image.
void search(const nearme::Index& index) {
  const nearme::UnitVector from{.x = 0.6, .y = 0, .z = 0.8};
  nearme::Filter filter;
  if (index.members().size() > 1) {
    filter.all_of.push_back({.sets = {index.members().sites(0), index.members().sites(index.members().size() - 1)}});
    filter.none_of.push_back(index.members().sites(index.members().size() / 2));
  }
  for (const nearme::Hit& hit :
       nearme::best({.index = index, .from = from, .filter = filter, .scoring = nearme::NearestFirst{}, .limit = 20})) {
    static_cast<void>(index.find(index.id(hit.site)));
    static_cast<void>(index.find_slug(index.slug(hit.site)));
    static_cast<void>(index.offers(hit.site));
    static_cast<void>(index.rating(hit.site));
    static_cast<void>(index.ready_json(hit.site).size() + index.name(hit.site).size() + index.name_order(hit.site));
    static_cast<void>(index.schedule_state(index.schedule_number(hit.site), nearme::Instant{}));
  }
  filter.radius = nearme::Metres::from_kilometres(500);
  filter.box = nearme::GeoBox::make({170, -40, -170, 60}).value();
  static_cast<void>(nearme::count({.index = index, .from = from, .filter = filter, .budget = 10'000}));
  static_cast<void>(index.words().spelled_like("skin", 2, 10));
  static_cast<void>(index.words().beginning_with("s"));
}

std::vector<std::byte> with_changes(std::vector<std::byte> image, std::span<const std::uint8_t> changes) {
  constexpr std::size_t kChange = 3;
  for (std::size_t i = 0; i + kChange <= changes.size(); i += kChange) {
    const std::size_t offset = changes[i] * std::size_t{256} + changes[i + 1];
    image[offset % image.size()] ^= std::byte{changes[i + 2]};
  }
  return image;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<std::byte> kSound =
      nearme::index_of(nearme::make_world(nearme::WorldShape::cities, {.sites = 130})).bytes;
  if (size == 0) return 0;
  const std::span<const std::uint8_t> input(data + 1, size - 1);
  const auto raw = std::as_bytes(input);
  std::vector<std::byte> image = data[0] == 0 ? std::vector(raw.begin(), raw.end()) : with_changes(kSound, input);
  nearme::seal_image(image);
  if (const auto index = nearme::Index::open(image)) search(**index);
  return 0;
}
