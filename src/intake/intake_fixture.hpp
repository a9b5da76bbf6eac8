#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "catalogue/catalogue_files.hpp"
#include "gazetteer/compile/compile.hpp"
#include "intake/import.hpp"
#include "intake/row_context.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nearme {

/// What the tests of importing share: a store in memory, the catalogue of data/catalogue, a gazetteer of six cities.

inline const Catalogue& test_catalogue() {
  static const auto kCatalogue = Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue")).value();
  return kCatalogue;
}

inline Places six_cities() {
  Places places;
  const auto add = [&](std::string country, std::string name, Degrees at, std::string zone) {
    places.areas.push_back(
        {.key = country, .parent = std::nullopt, .kind = NamedArea::Kind::country, .name = country, .other_names = {}});
    places.places.push_back({.name = std::move(name),
                             .other_names = {},
                             .area = places.areas.size() - 1,
                             .population = 100'000,
                             .position = *LatLon::make(at),
                             .time_zone = std::move(zone)});
  };
  add("GB", "Leeds", {.lat = 53.7965, .lon = -1.5478}, "Europe/London");
  add("DE", "Berlin", {.lat = 52.5244, .lon = 13.4105}, "Europe/Berlin");
  add("MT", "Valletta", {.lat = 35.8997, .lon = 14.5147}, "Europe/Malta");
  add("US", "Austin", {.lat = 30.2672, .lon = -97.7431}, "America/Chicago");
  add("AD", "Andorra la Vella", {.lat = 42.5078, .lon = 1.5211}, "Europe/Andorra");
  add("FJ", "Suva", {.lat = -18.1416, .lon = 178.4419}, "Pacific/Fiji");
  return places;
}

inline const Gazetteer& test_gazetteer() {
  static const auto kBytes = compile_gazetteer(six_cities());
  static const auto kGazetteer = Gazetteer::open(kBytes).value();
  return kGazetteer;
}

inline const Instant kTestNow = *parse_instant("2026-11-22T12:00:00Z");

inline RowContext test_context(std::string source = "test") {
  return {.catalogue = test_catalogue(),
          .gazetteer = test_gazetteer(),
          .source = SourceId(std::move(source)),
          .hours = HoursCheck(*parse_date("2026-11-22")),
          .notes = {}};
}

/// A file with this content in the tests' own folder. Its name ends as given: ".csv".
inline std::filesystem::path test_file(std::string_view content, const std::string& ending) {
  static int count = 0;
  const auto* test = testing::UnitTest::GetInstance()->current_test_info();
  const auto folder = std::filesystem::path(testing::TempDir()) / "nearme_intake_test" / test->name();
  std::filesystem::create_directories(folder);
  auto path = folder / (std::to_string(++count) + ending);
  EXPECT_TRUE(replace_file(path, content));
  return path;
}

/// A fresh store in the tests' own folder.
inline std::unique_ptr<Store> fresh_store() {
  const auto path = test_file("", ".db");
  std::filesystem::remove(path);
  return open_sqlite_store(path).value();
}

inline ImportRequest request_for(std::filesystem::path path) {
  return {.file = std::move(path),
          .format = std::nullopt,
          .source = "test",
          .effect = Effect::commit,
          .entry = {},
          .mapping = std::nullopt,
          .now = kTestNow};
}

inline Result<ImportReport> import_into(Store& store, const ImportRequest& request) {
  return import_file(store, test_catalogue(), test_gazetteer(), request, {});
}

/// Imports text as a file with this ending.
inline Result<ImportReport> import_text(Store& store, std::string_view text, const std::string& ending) {
  return import_into(store, request_for(test_file(text, ending)));
}

inline std::vector<Site> sites_of(Store& store) {
  std::vector<Site> sites;
  const auto walked = store.for_each_listing([&](const Listing& listing) -> Result<void> {
    sites.push_back(listing.site);
    return {};
  });
  EXPECT_TRUE(walked);
  return sites;
}

}  // namespace nearme
