#pragma once

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "index/image/index.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// How the sites of a made-up world lie.
enum class WorldShape : std::uint8_t {
  cities,        ///< crowds around a few hundred centres, some far larger than others
  antimeridian,  ///< on both sides of longitude 180
  poles,         ///< around and on both poles
  one_point,     ///< all at the same place
  everywhere,    ///< evenly over longitude and latitude
};

/// A world of sites for tests and benchmarks: the same shape, size and seed give the same entries on every machine.
///
/// Sites offer treatments "t0" (every second one) to "t7" (one in 256), some confirmed, some priced; they have a kind,
/// a language, a name of two words, a quality, at times a rating, one of four schedules. Ids are "s0", "s1", ....
struct WorldSize {
  std::uint32_t sites = 0;
  std::uint64_t seed = 1;
};
std::vector<IndexEntry> make_world(WorldShape shape, WorldSize size);

/// A random position of such a world, to ask from: mostly where sites are.
LatLon random_position(WorldShape shape, std::mt19937_64& random);

/// An index in memory together with its bytes.
struct IndexInMemory {
  std::vector<std::byte> bytes;
  std::shared_ptr<const Index> index;
};

/// Builds the image of some entries and opens it.
IndexInMemory index_of(std::vector<IndexEntry> entries);

}  // namespace nearme
