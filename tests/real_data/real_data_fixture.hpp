#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "catalogue/catalogue.hpp"
#include "directory/site.hpp"
#include "gazetteer/gazetteer.hpp"
#include "intake/import.hpp"
#include "search/search.hpp"
#include "store/store.hpp"

namespace nearme {

/// The catalogue of the repository.
const Catalogue& shipped_catalogue();

/// The gazetteer that the build has compiled.
const Gazetteer& built_gazetteer();

/// The files of a folder whose names end so, in order.
std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder, std::string_view ending);

/// The moment at which these tests import and search.
Instant moment_of_tests();

/// Tests that need the real data, each with an empty store in a temporary folder of its own. The environment variable
/// NEARME_REAL_DATA names the folder of the data; without it every test is skipped.
class RealData : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;

  /// Imports a file, named as it is or from the folder of real data on; an empty source is the file's own name.
  Result<ImportReport> import(const std::filesystem::path& file, const std::string& source = "");

  /// Imports and prints the report, so that a run can be read. An error, or rows that do not add up, fail the test.
  ImportReport imported(const std::filesystem::path& file, const std::string& source = "");

  /// All sites that stand in the store, by id.
  std::vector<Site> standing_sites();

  /// A search over a new image of all that stands in the store.
  Search rebuilt_search();

  /// Puts an empty store in the place of the one that is there.
  void empty_the_store();

  std::filesystem::path folder_;     ///< of the real data
  std::filesystem::path workplace_;  ///< of this test: its store, its image, its files
  std::unique_ptr<Store> store_;
};

}  // namespace nearme
