#include "service/pages/wording_law.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

const TreatmentId kToxin{"botulinum-toxin"};

TEST(WordingLaw, IsThatOfThePlaceUnlessTheOperatorChoseOne) {
  EXPECT_EQ(WordingLaw{""}.over("GB"), "GB");
  EXPECT_EQ(WordingLaw{"US"}.over("GB"), "US");
  EXPECT_EQ(WordingLaw{""}.over(""), "");
}

TEST(WordingLaw, ACatalogueIsMadeOnceWhereALawNeedsIt) {
  const WordingLaw jurisdiction{""};
  const auto& british = jurisdiction.shown(catalogue(), "GB");
  EXPECT_EQ(&jurisdiction.shown(catalogue(), "GB"), &british);
  EXPECT_EQ(name_of(british.find(kToxin)->names), "Consultation for lines and wrinkles");
  EXPECT_EQ(&jurisdiction.shown(catalogue(), "US"), &catalogue());
  EXPECT_EQ(&jurisdiction.shown(catalogue(), ""), &catalogue());
}

TEST(WordingLaw, WordsOfASourceThatTheLawBarsAreLeftOut) {
  Listing listing{.site = {.id = SiteId{"a"}, .position = *LatLon::make({.lat = 53.8, .lon = -1.54})},
                  .practitioners = {{}, {}},
                  .claims = {{}}};
  listing.site.name = "The Botox Rooms";
  listing.site.website = "https://the-botox-rooms.example/";
  listing.claims[0].value = "Course in botox, level 7";
  listing.site.description = "We have BOTOX® on Mondays.";
  listing.site.other_services = {"botox parties", "nails"};
  listing.practitioners[0].profession = "Botox nurse";
  listing.practitioners[1].profession = "Nurse";
  const auto shown = shown_in("GB", listing, catalogue());
  EXPECT_EQ(shown.site.name, "The … Rooms");
  EXPECT_EQ(shown.site.website, "");
  EXPECT_EQ(shown.claims[0].value, "");
  EXPECT_EQ(shown.site.description, "");
  EXPECT_EQ(shown.site.other_services, std::vector<std::string>{"nails"});
  EXPECT_EQ(shown.practitioners[0].profession, "");
  EXPECT_EQ(shown.practitioners[1].profession, "Nurse");
  EXPECT_EQ(shown_in("US", listing, catalogue()).site, listing.site);
}

}  // namespace
}  // namespace nearme
