#pragma once

#include <filesystem>

#include "catalogue/catalogue.hpp"
#include "index/index_entry.hpp"
#include "store/store.hpp"

namespace nearme {

/// Lays a listing out for the image: its sets, words, quality and ready JSON (docs/ranking.md has the weights of
/// quality). `today` decides which claims stand and which year of opening times is worked out.
IndexEntry make_entry(const Listing& listing, const Catalogue& catalogue, Date today);

/// Derives the index image from all that stands in the store and puts it at `path`, wholly or not at all.
Result<void> rebuild_image(Store& store, const Catalogue& catalogue, Date today, const std::filesystem::path& path);

}  // namespace nearme
