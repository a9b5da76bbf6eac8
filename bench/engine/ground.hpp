#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "index/image/index.hpp"
#include "index/live/live_index.hpp"
#include "search/open/open_moment.hpp"
#include "world/built_in.hpp"
#include "world/world.hpp"

namespace nearme {

/// What every query is asked of. The catalogue and the gazetteer are those that are built into the program.
struct Ground {
  std::shared_ptr<const Index> index;
  std::shared_ptr<const LiveIndex> live;  ///< the index and nothing over it
  Catalogue catalogue;
  Gazetteer gazetteer;
  OpenMoment open;
};

/// A Sunday noon, for which opening times are worked out.
Instant moment_of_asking();

Result<Gazetteer> built_in_gazetteer();

/// Opens an image, with what is built into the program beside it.
Result<Ground> open_ground(const std::filesystem::path& image, Catalogue catalogue);

/// One random query before it is known what is asked: from where, and which words.
struct Probe {
  LatLon at;
  UnitVector from;
  std::vector<std::string> words;  ///< two words of one site's name
  std::string beginning;           ///< the first four letters of one of them
};

/// Probes as people would ask: from where the world's people live, for names that there are.
std::vector<Probe> draw_probes(const Index& index, const Cities& cities, std::size_t count, std::uint64_t seed);

}  // namespace nearme
