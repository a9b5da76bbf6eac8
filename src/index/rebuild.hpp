#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "catalogue/catalogue.hpp"
#include "index/index_entry.hpp"
#include "store/store.hpp"

namespace nearme {

/// Lays a listing out for the image: its sets, words, quality and ready JSON (docs/ranking.md has the weights of
/// quality). `today` decides which claims stand and which year of opening times is worked out.
IndexEntry make_entry(const Listing& listing, const Catalogue& catalogue, Date today);

/// How far a rebuild is: every site is read first, then written.
struct RebuildProgress {
  std::uint64_t sites_read = 0;
  std::uint64_t sites_written = 0;
  std::uint64_t sites_in_all = 0;
};

/// How a rebuild goes about it; nothing here changes a byte of the image.
struct RebuildOptions {
  std::function<void(const RebuildProgress&)> progress = {};  ///< called on the calling thread
  std::size_t threads = 0;                                    ///< that lay sites out; 0: one a processor
  /// What sites that wait to be sorted may take; the rest goes to a file without a name beside the image.
  std::size_t bytes_in_memory = 512 << 20;
};

/// Derives the index image from all that stands in the store and puts it at `path`, wholly or not at all: until it is
/// whole it is written beside the old one, and nothing of it is left when it fails. Two rebuilds of one image wait for
/// each other.
Result<void> rebuild_image(Store& store, const Catalogue& catalogue, Date today, const std::filesystem::path& path,
                           const RebuildOptions& options = {});

}  // namespace nearme
