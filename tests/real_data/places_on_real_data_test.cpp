#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/mapped_file.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/geonames/import.hpp"
#include "geo/distance.hpp"

namespace nearme {
namespace {

/// The built-in gazetteer against files that others made: dumps of GeoNames and test vectors of geocoders.
class PlacesOnRealData : public testing::Test {
 protected:
  void SetUp() override {
    const char* const folder = std::getenv("NEARME_REAL_DATA");
    if (folder == nullptr) GTEST_SKIP() << "NEARME_REAL_DATA is not set";
    folder_ = folder;
  }

  static const Gazetteer& gazetteer() {
    static const Gazetteer kGazetteer = *Gazetteer::open(*MappedFile::open(NEARME_GAZETTEER_BIN));
    return kGazetteer;
  }

  [[nodiscard]] Gazetteer postcodes_of(const std::string& country) const {
    auto dump = compile_geonames({.dump = folder_ / "gazetteer/geonames_postal" / (country + ".txt")}, gazetteer(),
                                 Instant{}, {});
    if (!dump) throw std::runtime_error(dump.error().message);
    rejected_ = dump->report.rejected_rows;
    static std::vector<std::vector<std::byte>> kept;
    kept.push_back(std::move(dump->bytes));
    return *Gazetteer::open(kept.back());
  }

  std::filesystem::path folder_;
  mutable std::uint64_t rejected_ = 0;
};

std::vector<std::string> cells_of(const std::string& line, char separator) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, separator);) cells.push_back(cell);
  return cells;
}

/// One line of a test vector "…;query;lat,lon,metres;…".
struct Vector {
  std::string query;
  LatLon position;
};

std::vector<Vector> vectors_in(const std::filesystem::path& path) {
  std::vector<Vector> vectors;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const auto cells = cells_of(line, ';');
    const auto numbers = cells.size() < 3 ? cells : cells_of(cells[2], ',');
    if (cells.size() < 3 || numbers.size() < 2) continue;
    vectors.push_back(
        {.query = cells[1], .position = *LatLon::make({.lat = std::stod(numbers[0]), .lon = std::stod(numbers[1])})});
  }
  return vectors;
}

/// Of how many of the vectors the largest place of that name lies within 25 km.
std::size_t found_where_expected(const Gazetteer& gazetteer, const std::vector<Vector>& vectors) {
  constexpr Metres kNear = Metres::from_kilometres(25);
  std::size_t found = 0;
  for (const auto& [query, position] : vectors) {
    const auto matches = gazetteer.named(query);
    if (!matches.empty() && distance(matches.front().locality.position, position) <= kNear) {
      ++found;
    } else {
      std::printf("not found where expected: %s\n", query.c_str());
    }
  }
  return found;
}

TEST_F(PlacesOnRealData, TheCitiesOfTheUnitedStatesAreWhereOtherGeocodersSay) {
  const auto vectors = vectors_in(folder_ / "suites/geocoder-tester/world/usa/test_cities.csv");
  ASSERT_GT(vectors.size(), 250U);
  // Many are the smaller of two of one name: Peoria, Glendale, Aurora.
  EXPECT_GE(found_where_expected(gazetteer(), vectors) * 100, vectors.size() * 85);
}

TEST_F(PlacesOnRealData, TheCitiesOfPolandAreKnownByTheirNames) {
  const auto vectors = vectors_in(folder_ / "suites/geocoder-tester/world/poland/test_cities.csv");
  ASSERT_GT(vectors.size(), 50U);
  EXPECT_GE(found_where_expected(gazetteer(), vectors) * 100, vectors.size() * 95);
}

TEST_F(PlacesOnRealData, EveryRowOfEveryPostalDumpIsTaken) {
  for (const auto* country : {"AD", "CA", "CH", "GB", "IE", "LI", "MC", "MT", "NL", "NZ"}) {
    const auto gazetteer = postcodes_of(country);
    EXPECT_EQ(rejected_, 0U) << country;
  }
}

TEST_F(PlacesOnRealData, PostcodesLieWhereTheirTownsAre) {
  const auto britain = postcodes_of("GB");
  EXPECT_LE(distance(britain.postcode("ls1").at(0).position, gazetteer().named("leeds").at(0).locality.position),
            Metres::from_kilometres(5));
  const auto germany = postcodes_of("DE");
  EXPECT_EQ(germany.postcode("10115").at(0).country, "DE");
  EXPECT_EQ(germany.postcode("80331").at(0).region, "Bavaria");
  const auto both = germany.over(britain).over(gazetteer());
  EXPECT_EQ(both.postcode("ls1").size(), 1U);
  EXPECT_EQ(both.named("leeds").at(0).locality.country, "GB");
}

}  // namespace
}  // namespace nearme
