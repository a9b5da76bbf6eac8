#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "catalogue/catalogue_files.hpp"
#include "catalogue/tag_rules.hpp"

// The catalogue that nearme ships with: that it loads, that nothing is missing, and that it fits real map data.

namespace nearme {
namespace {

namespace fs = std::filesystem;

const Catalogue& shipped() {
  static const Catalogue catalogue = [] {
    auto loaded = Catalogue::load(*read_catalogue_files(fs::path(NEARME_SOURCE_DIR) / "data/catalogue"));
    if (!loaded) ADD_FAILURE() << loaded.error().message;
    return std::move(loaded).value();
  }();
  return catalogue;
}

TEST(ShippedCatalogue, EveryEntryHasItsNameInFiveLanguages) {
  const auto check = [](const auto& entries) {
    for (const auto& entry : entries) {
      for (const auto* language : {"en", "de", "fr", "es", "pl"}) {
        EXPECT_TRUE(entry.names.contains(language)) << entry.id.text() << " has no name in " << language;
      }
    }
  };
  check(shipped().treatments());
  check(shipped().concerns());
  check(shipped().kinds());
}

struct Meaning {
  const char* words;
  const char* id;
};

TEST(ShippedCatalogue, UnderstandsWhatPeopleCallTreatments) {
  for (const auto& [words, id] : {
           Meaning{"microneedling", "micro-needling"},
           Meaning{"Skin Needling", "micro-needling"},
           Meaning{"Dermapen", "micro-needling"},
           Meaning{"derma-roller", "micro-needling"},
           Meaning{"Morpheus8", "rf-micro-needling"},
           Meaning{"vampire facial", "prp"},
           Meaning{"HydraFacial", "hydradermabrasion"},
           Meaning{"botox", "botulinum-toxin"},
           Meaning{"lip fillers", "dermal-filler"},
           Meaning{"coolsculpting", "cryolipolysis"},
           Meaning{"Fruchtsäurepeeling", "chemical-peel"},
           Meaning{"epilation laser", "laser-hair-removal"},
           Meaning{"mezoterapia igłowa", "mesotherapy"},
       }) {
    const auto* treatment = shipped().treatment_called(words);
    ASSERT_NE(treatment, nullptr) << words;
    EXPECT_EQ(treatment->id.text(), id) << words;
  }
}

TEST(ShippedCatalogue, KeepsMicroNeedlingApartFromItsNeighbours) {
  const auto& apart = shipped().find(TreatmentId("micro-needling"))->not_the_same;
  for (const auto* id : {"rf-micro-needling", "prp", "microblading", "mesotherapy", "acupuncture"}) {
    EXPECT_THAT(apart, testing::Contains(TreatmentId(id)));
  }
  for (const auto* words : {"home derma roller", "nappage", "acupuncture", "microblading", "mesotherapy"}) {
    const auto* treatment = shipped().treatment_called(words);
    EXPECT_TRUE(treatment == nullptr || treatment->id != TreatmentId("micro-needling")) << words;
  }
}

TEST(ShippedCatalogue, SendsActiveAcneAndKeloidsToADoctorAndNotToATreatment) {
  for (const auto* id : {"acne", "keloid"}) {
    EXPECT_TRUE(shipped().find(ConcernId(id))->treatments.empty()) << id;
    EXPECT_THAT(shipped().find(ConcernId(id))->summary, testing::HasSubstr("dermatologist"));
  }
}

/// The last piece of TOML in docs/catalogue.md.
std::string documented_example() {
  const std::string page = *read_file(fs::path(NEARME_SOURCE_DIR) / "docs/catalogue.md");
  const std::string fence = "```toml\n";
  const auto begin = page.rfind(fence) + fence.size();
  return page.substr(begin, page.find("```", begin) - begin);
}

TEST(ShippedCatalogue, TakesTheCompleteExampleOfTheDocumentation) {
  auto files = *read_catalogue_files(fs::path(NEARME_SOURCE_DIR) / "data/catalogue");
  files.push_back({.name = "own.toml", .text = documented_example()});
  const auto catalogue = Catalogue::load(files);
  ASSERT_TRUE(catalogue) << catalogue.error().message;
  EXPECT_EQ(catalogue->treatment_called("silicone tape")->guide->sections.size(), 2U);
  EXPECT_EQ(name_of(catalogue->find(TreatmentId("facial"))->names), "Facial treatment");
  EXPECT_EQ(catalogue->treatments().size(), shipped().treatments().size() + 1);
}

TEST(ShippedCatalogue, PutsMicroNeedlingFirstForAcneScars) {
  EXPECT_EQ(shipped().find(ConcernId("acne-scars"))->treatments.front().treatment, TreatmentId("micro-needling"));
}

std::set<std::string> section_ids(const Guide& guide) {
  std::set<std::string> ids;
  for (const auto& section : guide.sections) ids.insert(section.id);
  return ids;
}

TEST(ShippedGuides, StandForElevenTreatmentsWithTheirMainSections) {
  int guides = 0;
  for (const auto& treatment : shipped().treatments()) {
    if (!treatment.guide) continue;
    ++guides;
    const auto ids = section_ids(*treatment.guide);
    for (const auto* id : {"what", "happens", "uses", "risks", "questions"}) {
      EXPECT_TRUE(ids.contains(id)) << treatment.id.text() << " has no section " << id;
    }
  }
  EXPECT_EQ(guides, 11);
}

TEST(ShippedGuides, MicroNeedlingIsToldInFull) {
  const auto ids = section_ids(*shipped().find(TreatmentId("micro-needling"))->guide);
  for (const auto* id : {"evidence", "sessions", "recovery", "aftercare", "not-now", "ask-first", "home-rollers",
                         "differences", "rules", "alternatives"}) {
    EXPECT_TRUE(ids.contains(id)) << id;
  }
}

TEST(ShippedGuides, SpeakCalmly) {
  for (const auto& treatment : shipped().treatments()) {
    if (!treatment.guide) continue;
    for (const auto& section : treatment.guide->sections) {
      for (const auto& statement : section.statements) {
        EXPECT_EQ(statement.text.find('!'), std::string::npos) << statement.text;
        EXPECT_EQ(statement.text.find(" best"), std::string::npos) << statement.text;
        EXPECT_LT(statement.text.size(), 330U) << "too long to read in one go: " << statement.text;
      }
    }
  }
}

TEST(ShippedGuides, EachReasonAgainstIsAConditionOfTheReader) {
  for (const auto& treatment : shipped().treatments()) {
    if (!treatment.guide) continue;
    for (const auto& section : treatment.guide->sections) {
      if (section.id != "not-now" && section.id != "ask-first") continue;
      for (const auto& statement : section.statements) EXPECT_THAT(statement.text, testing::StartsWith("You "));
    }
  }
}

std::vector<std::string> kinds_of(const Tags& tags) {
  static const TagRules rules(shipped());
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
