#include <algorithm>
#include <cstdlib>
#include <fstream>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "catalogue/tag_rules.hpp"
#include "catalogue/testing/shipped_catalogue.hpp"

// The tag rules that nearme ships with: what they make of single objects and of real map data.

namespace nearme {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> kinds_of(const Tags& tags) {
  static const TagRules rules(shipped_catalogue());
  std::vector<std::string> names;
  for (const auto& kind : rules.kinds_of(tags)) names.push_back(kind.text());
  return names;
}

using Names = std::vector<std::string>;

TEST(ShippedTagRules, TheNarrowerKindComesFirst) {
  EXPECT_EQ(kinds_of({{"amenity", "doctors"}, {"healthcare", "doctor"}, {"healthcare:speciality", "dermatology"}}),
            (Names{"dermatology", "doctors-practice"}));
  EXPECT_EQ(kinds_of({{"amenity", "clinic"}, {"healthcare:speciality", "plastic_surgery;dermatology"}}),
            (Names{"dermatology", "plastic-surgery", "clinic"}));
  EXPECT_EQ(kinds_of({{"shop", "beauty"}, {"beauty", "nails"}}), (Names{"nail-salon", "beauty-salon"}));
}

TEST(ShippedTagRules, TellASpecialistFromAGeneralPractice) {
  EXPECT_EQ(kinds_of({{"amenity", "doctors"}, {"healthcare:speciality", "urology"}}),
            (Names{"urology", "doctors-practice"}));
  EXPECT_EQ(kinds_of({{"amenity", "doctors"}, {"healthcare:speciality", "general"}}),
            (Names{"general-practice", "doctors-practice"}));
  EXPECT_EQ(kinds_of({{"amenity", "doctors"}}), Names{"doctors-practice"});
}

TEST(ShippedTagRules, AnyHealthcareOrBeautyIsSomeKindButNoIsNone) {
  EXPECT_EQ(kinds_of({{"healthcare", "yes"}}), Names{"health-service"});
  EXPECT_EQ(kinds_of({{"healthcare", "never_heard_of"}}), Names{"health-service"});
  EXPECT_EQ(kinds_of({{"beauty", "never_heard_of"}}), Names{"beauty-salon"});
  EXPECT_TRUE(kinds_of({{"healthcare", "no"}}).empty());
}

TEST(ShippedTagRules, AVetAndABakeryAreNoSites) {
  EXPECT_TRUE(kinds_of({{"amenity", "veterinary"}}).empty());
  EXPECT_TRUE(kinds_of({{"shop", "bakery"}}).empty());
}

Tags tags_of(const nlohmann::json& feature) {
  Tags tags;
  for (const auto& [key, value] : feature.at("properties").items()) {
    if (value.is_string()) tags[key] = value.get<std::string>();
  }
  return tags;
}

bool should_be_a_site(const Tags& tags) {
  const auto says = [&](const char* key, std::initializer_list<std::string_view> values) {
    const auto found = tags.find(key);
    return found != tags.end() && std::ranges::find(values, found->second) != values.end();
  };
  const auto has = [&](const char* key) { return tags.contains(key) && tags.at(key) != "no"; };
  return has("healthcare") || has("beauty") ||
         says("amenity", {"clinic", "doctors", "dentist", "pharmacy", "hospital"}) ||
         says("shop", {"beauty", "cosmetics", "hairdresser", "massage", "tattoo", "optician", "hearing_aids"});
}

/// How many features of the file should be sites. Fails for each that the rules and the plain list see differently.
int check_features(const fs::path& path) {
  const auto features = nlohmann::json::parse(std::ifstream(path)).at("features");
  int sites = 0;
  for (const auto& feature : features) {
    const auto tags = tags_of(feature);
    if (!should_be_a_site(tags)) continue;
    ++sites;
    EXPECT_FALSE(kinds_of(tags).empty()) << path << ": " << feature.dump();
  }
  return sites;
}

TEST(ShippedTagRules, EveryRealHealthOrBeautyObjectIsSomeKind) {
  const char* data = std::getenv("NEARME_REAL_DATA");
  if (data == nullptr) GTEST_SKIP() << "NEARME_REAL_DATA names no folder";
  int sites = 0;
  for (const auto* folder : {"osm/pois", "osm/overpass"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(data) / folder)) {
      if (entry.path().extension() == ".geojson") sites += check_features(entry.path());
    }
  }
  EXPECT_GT(sites, 700);
}

}  // namespace
}  // namespace nearme
