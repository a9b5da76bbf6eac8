#include "catalogue/testing/shipped_catalogue.hpp"

#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.hpp"
#include "catalogue/catalogue_files.hpp"

// The catalogue that nearme ships with: that it loads, and that nothing is missing.

namespace nearme {
namespace {

namespace fs = std::filesystem;

TEST(ShippedCatalogue, EveryEntryHasItsNameInFiveLanguages) {
  const auto check = [](const auto& entries) {
    for (const auto& entry : entries) {
      for (const auto* language : {"en", "de", "fr", "es", "pl"}) {
        EXPECT_TRUE(entry.names.contains(language)) << entry.id.text() << " has no name in " << language;
      }
    }
  };
  check(shipped_catalogue().treatments());
  check(shipped_catalogue().concerns());
  check(shipped_catalogue().kinds());
  check(shipped_catalogue().families());
}

TEST(ShippedCatalogue, ARegisterCodeBelongsToOneKind) {
  std::map<std::string, std::string> kind_of_code;
  for (const auto& kind : shipped_catalogue().kinds()) {
    for (const auto& codes : {kind.nppes, kind.cqc}) {
      for (const auto& code : codes) {
        const auto [known, is_new] = kind_of_code.emplace(code, kind.id.text());
        EXPECT_TRUE(is_new) << code << " is claimed by " << kind.id.text() << " and " << known->second;
      }
    }
  }
  EXPECT_EQ(kind_of_code["207N00000X"], "dermatology");
}

TEST(ShippedCatalogue, ARegisterCodeOfTheUsHasTenSigns) {
  for (const auto& kind : shipped_catalogue().kinds()) {
    for (const auto& code : kind.nppes) EXPECT_THAT(code, testing::MatchesRegex("[0-9A-Z]{9}X")) << kind.id.text();
  }
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
    const auto* treatment = shipped_catalogue().treatment_called(words);
    ASSERT_NE(treatment, nullptr) << words;
    EXPECT_EQ(treatment->id.text(), id) << words;
  }
}

TEST(ShippedCatalogue, KeepsMicroNeedlingApartFromItsNeighbours) {
  const auto& apart = shipped_catalogue().find(TreatmentId("micro-needling"))->not_the_same;
  for (const auto* id : {"rf-micro-needling", "prp", "microblading", "mesotherapy", "acupuncture"}) {
    EXPECT_THAT(apart, testing::Contains(TreatmentId(id)));
  }
  for (const auto* words : {"home derma roller", "nappage", "acupuncture", "microblading", "mesotherapy"}) {
    const auto* treatment = shipped_catalogue().treatment_called(words);
    EXPECT_TRUE(treatment == nullptr || treatment->id != TreatmentId("micro-needling")) << words;
  }
}

TEST(ShippedCatalogue, SendsActiveAcneAndKeloidsToADoctorAndNotToATreatment) {
  for (const auto* id : {"acne", "keloid"}) {
    EXPECT_TRUE(shipped_catalogue().find(ConcernId(id))->treatments.empty()) << id;
    EXPECT_THAT(shipped_catalogue().find(ConcernId(id))->summary, testing::HasSubstr("dermatologist"));
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
  EXPECT_EQ(catalogue->treatments().size(), shipped_catalogue().treatments().size() + 1);
}

TEST(ShippedCatalogue, PutsMicroNeedlingFirstForAcneScars) {
  EXPECT_EQ(shipped_catalogue().find(ConcernId("acne-scars"))->treatments.front().treatment,
            TreatmentId("micro-needling"));
}

}  // namespace
}  // namespace nearme
