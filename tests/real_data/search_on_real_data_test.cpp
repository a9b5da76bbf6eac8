// Searches what real files hold, nearest first, and compares every page with the slow twin that measures every site.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "measured_answer.hpp"
#include "real_data_fixture.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kUsualLimit = 100;
constexpr std::size_t kSmallLimit = 7;
/// When nothing lies within the radius, an answer has so many of the nearest.
constexpr std::size_t kMostWidened = 5;

/// Where the sites are: the edges of the box round them all, in degrees.
struct Extent {
  double west = 180;
  double south = 90;
  double east = -180;
  double north = -90;
};

Extent extent_of(const std::vector<Site>& sites) {
  Extent extent;
  for (const auto& site : sites) {
    extent.west = std::min(extent.west, site.position.lon());
    extent.south = std::min(extent.south, site.position.lat());
    extent.east = std::max(extent.east, site.position.lon());
    extent.north = std::max(extent.north, site.position.lat());
  }
  return extent;
}

struct Start {
  std::string name;
  LatLon position;
};

std::vector<Start> starts_for(const std::vector<Site>& sites) {
  constexpr double kDegreesIn30Kilometres = 0.27;
  const auto extent = extent_of(sites);
  const double lat = (extent.south + extent.north) / 2;
  const double lon = (extent.west + extent.east) / 2;
  return {
      {.name = "the centre", .position = LatLon::make({.lat = lat, .lon = lon}).value()},
      {.name = "the south-west corner", .position = LatLon::make({.lat = extent.south, .lon = extent.west}).value()},
      {.name = "30 km north of the centre",
       .position = LatLon::make({.lat = lat + kDegreesIn30Kilometres, .lon = lon}).value()},
      {.name = "a site", .position = sites[sites.size() / 2].position}};
}

/// The box round the western half of the sites, with one of them on its eastern edge.
GeoBox western_half(const std::vector<Site>& sites) {
  std::vector<double> meridians;
  for (const auto& site : sites) meridians.push_back(site.position.lon());
  std::ranges::sort(meridians);
  const auto extent = extent_of(sites);
  return GeoBox::make({extent.west, extent.south, meridians[(meridians.size() - 1) / 2], extent.north}).value();
}

std::vector<KindId> kinds_asked_for() {
  return {KindId{"pharmacy"},         KindId{"dentist"},     KindId{"clinic"},
          KindId{"doctors-practice"}, KindId{"hairdresser"}, KindId{"beauty-salon"}};
}

/// A request from `at` for each kind, one for all of them on small pages, and one for sites of any kind.
std::vector<SearchRequest> requests_from(LatLon at) {
  const SearchRequest any{.at = at, .sort = Sort::distance, .limit = kUsualLimit, .now = moment_of_tests()};
  std::vector<SearchRequest> requests{any, any};
  requests.back().kinds = kinds_asked_for();
  requests.back().limit = kSmallLimit;
  for (const auto& kind : kinds_asked_for()) {
    requests.push_back(any);
    requests.back().kinds = {kind};
  }
  return requests;
}

std::string described(const Start& start, const SearchRequest& request) {
  std::string kinds;
  for (const auto& kind : request.kinds) kinds += (kinds.empty() ? "" : ", ") + kind.text();
  return fmt::format("from {} ({}, {}), kinds [{}]{}{}", start.name, start.position.lat(), start.position.lon(), kinds,
                     request.radius ? ", within the radius" : "", request.box ? ", in the box" : "");
}

class SearchOnRealData : public RealData {
 protected:
  /// What was compared, so that a run which compares nothing is seen.
  struct Compared {
    std::size_t files = 0;
    std::size_t results = 0;
    std::size_t further_pages = 0;
    std::size_t ties = 0;
    std::size_t widened = 0;
  };

  /// Searches the sites of one file in every way. A file without sites is passed over.
  void search_file(const fs::path& file) {
    SCOPED_TRACE(file.string());
    empty_the_store();
    const auto report = import(file, "file");
    if (!report || taken(report->rows) == 0) return;
    ++compared_.files;
    sites_ = standing_sites();
    const auto search = rebuilt_search();
    for (const auto& start : starts_for(sites_)) search_from(start, search);
  }

  void search_from(const Start& start, const Search& search) {
    const auto box = western_half(sites_);
    for (auto request : requests_from(start.position)) {
      compare(start, request, search);
      request.box = box;
      compare(start, request, search);
      request.box.reset();
      request.radius = Metres::from_kilometres(1);
      compare(start, request, search);
    }
  }

  void compare(const Start& start, const SearchRequest& request, const Search& search) {
    SCOPED_TRACE(described(start, request));
    const auto expected = measure_all(sites_, request);
    const auto answer = all_pages(search, request);
    EXPECT_EQ(answer.total, expected.size());
    if (expected.empty() && request.radius) return compare_widened(request, answer);
    EXPECT_FALSE(answer.widened);
    EXPECT_EQ(answer.sites, expected);
    compared_.results += expected.size();
    compared_.further_pages += answer.pages - 1;
    for (std::size_t i = 1; i < expected.size(); ++i) compared_.ties += expected[i - 1].metres == expected[i].metres;
  }

  /// Nothing is within the radius: the answer says so and gives the nearest, if there is any.
  void compare_widened(SearchRequest request, const PagedAnswer& answer) {
    request.radius.reset();
    auto nearest = measure_all(sites_, request);
    EXPECT_EQ(answer.widened, !nearest.empty());
    nearest.resize(std::min({nearest.size(), kMostWidened, request.limit}));
    EXPECT_EQ(answer.sites, nearest);
    compared_.widened += answer.widened;
  }

  std::vector<Site> sites_;
  Compared compared_;
};

TEST_F(SearchOnRealData, EveryExtractIsSearchedNearestFirstAsIfEverySiteWereMeasured) {
  for (const auto& entry : fs::directory_iterator(folder_ / "osm")) {
    if (entry.path().filename().string().find(".osm.") != std::string::npos) search_file(entry.path());
  }
  EXPECT_GE(compared_.files, 11);
  EXPECT_GT(compared_.further_pages, 100);
  EXPECT_GT(compared_.widened, 100);
}

TEST_F(SearchOnRealData, EveryGeoJsonFileIsSearchedNearestFirstAsIfEverySiteWereMeasured) {
  for (const auto& entry : fs::recursive_directory_iterator(folder_)) {
    if (entry.path().extension() == ".geojson") search_file(entry.path());
  }
  EXPECT_GE(compared_.files, 20);
  EXPECT_GT(compared_.ties, 0);
}

TEST_F(SearchOnRealData, ARegisterOfThousandsHasEverySiteOnceAndEqualDistancesInTheOrderOfIds) {
  ASSERT_TRUE(import("registers/nhs_dentists_2014_notsep.csv"));
  sites_ = standing_sites();
  const auto search = rebuilt_search();
  const auto starts = starts_for(sites_);
  for (const auto& start : {starts.front(), starts.back()}) {
    auto request = requests_from(start.position).front();
    request.kinds = {KindId{"dentist"}};
    compare(start, request, search);
  }
  EXPECT_GT(compared_.further_pages, 150);
  EXPECT_GT(compared_.ties, 100);
}

}  // namespace
}  // namespace nearme
