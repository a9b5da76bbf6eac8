// Imports later files of one source, and looks for what they no longer have.
#include <algorithm>
#include <filesystem>
#include <set>
#include <string>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "base/json.hpp"
#include "intake/osm/tags.hpp"
#include "measured_answer.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAndorra = "osm/pois/andorra-2025-geodude.health_beauty.geojson";
constexpr const char* kAndorra2023 = "osm/andorra-2023-osmrs.osm.pbf";
constexpr const char* kAndorra2025 = "osm/andorra-2025-geodude.osm.pbf";
constexpr std::size_t kRemoved = 3;

std::set<std::string> ids_of(const std::vector<Site>& sites) {
  std::set<std::string> ids;
  for (const auto& site : sites) ids.insert(site.id.text());
  return ids;
}

/// All that a search finds round Andorra la Vella, whatever its kind and however far.
std::set<std::string> ids_found(const Search& search) {
  const SearchRequest request{.at = LatLon::make({.lat = 42.5069, .lon = 1.5218}).value(),
                              .sort = Sort::distance,
                              .limit = 100,
                              .now = moment_of_tests()};
  std::set<std::string> ids;
  for (const auto& site : all_pages(search, request).sites) ids.insert(site.id);
  return ids;
}

/// A file of Andorra's places, and a copy of it without three of them: the first, one in the middle, and the last.
class RetiredSites : public RealData {
 protected:
  void SetUp() override {
    RealData::SetUp();
    if (IsSkipped()) return;
    auto collection = nlohmann::json::parse(read_file(folder_ / kAndorra).value());
    auto& features = collection.at("features");
    for (const auto at : {features.size() - 1, features.size() / 2, std::size_t{0}}) {
      removed_.insert(osm_id_from(features.at(at).at("id").get<std::string>()).value());
      features.erase(at);
    }
    ASSERT_TRUE(replace_file(copy(), collection.dump()));
  }

  [[nodiscard]] fs::path copy() const { return workplace_ / "without_three.geojson"; }

  std::set<std::string> removed_;
};

TEST_F(RetiredSites, FeaturesThatTheNextFileLacksAreRetiredAndNoLongerFound) {
  const auto whole = imported(kAndorra, "andorra");
  const auto earlier = rebuilt_search();
  const auto before = ids_found(earlier);
  ASSERT_EQ(removed_.size(), kRemoved);
  EXPECT_EQ(before.size(), taken(whole.rows));
  EXPECT_TRUE(std::ranges::includes(before, removed_));

  const auto shortened = imported(copy(), "andorra");
  EXPECT_EQ(shortened.rows.retired, kRemoved);
  EXPECT_EQ(shortened.rows.unchanged, taken(whole.rows) - kRemoved);
  EXPECT_EQ(shortened.rows.added + shortened.rows.changed, 0);

  const auto later = rebuilt_search();
  std::set<std::string> expected = before;
  for (const auto& id : removed_) expected.erase(id);
  EXPECT_EQ(ids_found(later), expected);
  for (const auto& id : removed_) {
    EXPECT_FALSE(later.index()->find(id)) << id;
    EXPECT_FALSE(store_->find_listing(SiteId{id}).value()) << id;
  }
  EXPECT_EQ(ids_found(earlier), before) << "an image that is in use must stay as it was";
}

TEST_F(RetiredSites, FeaturesThatComeBackAreAddedAndFoundAgain) {
  const auto whole = imported(kAndorra, "andorra");
  const auto before = ids_found(rebuilt_search());
  imported(copy(), "andorra");
  const auto again = imported(kAndorra, "andorra");
  EXPECT_EQ(again.rows.added, kRemoved);
  EXPECT_EQ(again.rows.unchanged, taken(whole.rows) - kRemoved);
  EXPECT_EQ(ids_found(rebuilt_search()), before);
}

TEST_F(RetiredSites, WhatTheLatestExtractOfASourceDoesNotHaveIsNotFound) {
  imported(kAndorra2023, "andorra");
  const auto of_2023 = ids_of(standing_sites());
  EXPECT_EQ(ids_found(rebuilt_search()), of_2023);
  imported(kAndorra2025, "andorra");
  const auto of_2025 = ids_of(standing_sites());
  EXPECT_EQ(ids_found(rebuilt_search()), of_2025);
  // Nothing was closed in those two years: only the way back retires something.
  const auto back = imported(kAndorra2023, "andorra");
  EXPECT_GT(back.rows.retired, 0);
  EXPECT_EQ(back.rows.retired, of_2025.size() - of_2023.size());
  EXPECT_EQ(ids_found(rebuilt_search()), of_2023);
}

}  // namespace
}  // namespace nearme
