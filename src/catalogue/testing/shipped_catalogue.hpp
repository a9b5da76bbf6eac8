#pragma once

#include <filesystem>

#include <gtest/gtest.h>

#include "catalogue/catalogue_files.hpp"

namespace nearme {

/// The catalogue of data/catalogue, loaded once for all tests; a test that cannot load it fails.
inline const Catalogue& shipped_catalogue() {
  static const Catalogue catalogue = [] {
    auto loaded = Catalogue::load(*read_catalogue_files(std::filesystem::path(NEARME_SOURCE_DIR) / "data/catalogue"));
    EXPECT_TRUE(loaded) << loaded.error().message;
    return loaded ? *std::move(loaded) : *Catalogue::load({});
  }();
  return catalogue;
}

}  // namespace nearme
