#include <gtest/gtest.h>

#include "matching/names_in_use.hpp"
#include "matching/plain_words.hpp"
#include "matching/weights.hpp"

namespace nearme {
namespace {

using Words = std::vector<std::string>;

Site clinic(const std::string& name, double lat = 53.8) {
  Site site{.position = *LatLon::make({.lat = lat, .lon = -1.55})};
  site.name = name;
  site.address = {.street = "12 Park Row", .city = "Leeds", .region = {}, .postcode = "LS1 5HD", .country = "GB"};
  return site;
}

Comparison compared(const Site& a, const Site& b) { return compare(traits_of(a), traits_of(b), NamesInUse{}); }

Verdict verdict(const Site& a, const Site& b) { return verdict_of(compared(a, b)); }

MatchFinding names_compared(const char* a, const char* b) { return compared(clinic(a), clinic(b)).in(Respect::name); }

MatchFinding streets_compared(const char* a, const char* b) {
  auto one = clinic("A");
  auto other = clinic("A");
  one.address.street = a;
  other.address.street = b;
  return compared(one, other).in(Respect::street);
}

MatchFinding websites_compared(const char* a, const char* b) {
  auto one = clinic("A");
  auto other = clinic("A");
  one.website = a;
  other.website = b;
  return compared(one, other).in(Respect::website);
}

TEST(PlainWords, FoldCaseAndAccentsAndSpellOtherScriptsInLatinLetters) {
  EXPECT_EQ(plain_words(""), Words{});
  EXPECT_EQ(plain_words("Praxis Dr. GROSS-Müller"), (Words{"praxis", "dr", "gross", "muller"}));
  EXPECT_EQ(plain_words("Клиника"), Words{"klinika"});
  EXPECT_EQ(plain_words("Κλινική"), plain_words("Klinike"));
}

TEST(NamesInUse, ARareWordWeighsMoreThanACommonOne) {
  NamesInUse names;
  EXPECT_GT(names.weight("harbour"), names.weight("clinic")) << "before any name was seen";
  for (std::uint64_t i = 0; i < 1000; ++i) names.add(traits_of(clinic("Orchard " + std::to_string(i))), i);
  EXPECT_GT(names.weight("harbour"), names.weight("orchard"));
}

TEST(NamesInUse, ANameIsOfSeveralWhenItStandsAtTwoPlaces) {
  NamesInUse names;
  const auto site = traits_of(clinic("Orchard"));
  EXPECT_FALSE(names.is_of_several(site));
  names.add(site, 1);
  names.add(site, 1);
  EXPECT_FALSE(names.is_of_several(site));
  names.add(site, 2);
  EXPECT_TRUE(names.is_of_several(site));
}

TEST(Comparison, NamesAreTheSameWhateverTheirCaseAccentsSpacesAndScript) {
  EXPECT_EQ(names_compared("Va Va Voom", "VAVAVOOM"), MatchFinding::name_same);
  EXPECT_EQ(names_compared("Café Lumière", "CAFE LUMIERE"), MatchFinding::name_same);
  EXPECT_EQ(names_compared("Москва", "Moskva"), MatchFinding::name_same);
  EXPECT_EQ(names_compared("Harbour Dermatolgy", "Harbour Dermatology"), MatchFinding::name_nearly_same);
  EXPECT_EQ(names_compared("Harbour Skin Leeds", "Harbour Skin"), MatchFinding::name_nearly_same)
      << "the town is Leeds";
}

TEST(Comparison, NamesDifferByTheirRareWords) {
  EXPECT_EQ(names_compared("Harbour Clinic", "Harbour Clinic Dr Okonkwo"), MatchFinding::name_more_in_one);
  EXPECT_EQ(names_compared("Harbour Skin Clinic", "Orchard Skin Clinic"), MatchFinding::name_partly_shared);
  EXPECT_EQ(names_compared("Harbour", "Orchard"), MatchFinding::name_different);
  EXPECT_EQ(compared(clinic("Station 1"), clinic("Station 2")).in(Respect::number_in_name),
            MatchFinding::number_in_name_differs);
  EXPECT_EQ(compared(clinic("Harbour"), clinic("Harbour Pharmacy")).in(Respect::part), MatchFinding::part_of_one);
}

TEST(Comparison, PhonesAreTheSameWithTheCountrysCodeAndWithout) {
  auto a = clinic("A");
  auto b = clinic("B");
  EXPECT_EQ(compared(a, b).in(Respect::phone), MatchFinding::phone_one_unknown);
  a.phone = "+441134960000";
  b.phone = "0113 496 0000";
  EXPECT_EQ(compared(a, b).in(Respect::phone), MatchFinding::phone_same);
  b.phone = "0113 496 0001";
  EXPECT_EQ(compared(a, b).in(Respect::phone), MatchFinding::phone_different);
  b.phone = "x";
  EXPECT_EQ(compared(a, b).in(Respect::phone), MatchFinding::phone_one_unknown);
}

TEST(Comparison, PagesOfOneWebsiteAreToldApart) {
  EXPECT_EQ(websites_compared("", "https://a.example"), MatchFinding::website_one_unknown);
  EXPECT_EQ(websites_compared("http://www.a.example/", "https://A.example?utm=x"), MatchFinding::page_same);
  EXPECT_EQ(websites_compared("https://a.example", "https://a.example/leeds"), MatchFinding::website_same);
  EXPECT_EQ(websites_compared("https://a.example/york", "https://a.example/leeds"), MatchFinding::page_different);
  EXPECT_EQ(websites_compared("https://harbour.example", "https://harbour.test"), MatchFinding::website_same_name);
  EXPECT_EQ(websites_compared("https://a.example", "https://b.example"), MatchFinding::website_different);
}

TEST(Comparison, StreetsAreComparedInFullWordsAndByNumber) {
  EXPECT_EQ(streets_compared("", "1 High St"), MatchFinding::street_one_unknown);
  EXPECT_EQ(streets_compared("1 High St", "1, High Street"), MatchFinding::house_same);
  EXPECT_EQ(streets_compared("Hauptstr. 46", "Hauptstraße 46"), MatchFinding::house_same);
  EXPECT_EQ(streets_compared("1 High St", "9 High Street"), MatchFinding::house_different);
  EXPECT_EQ(streets_compared("High Street", "9 High Street"), MatchFinding::street_same);
  EXPECT_EQ(streets_compared("9 Station Road", "9 High Street"), MatchFinding::street_different);
}

TEST(Comparison, ABlurredPositionIsNoEvidenceUnlessItIsFarAway) {
  auto a = clinic("A");
  auto b = clinic("A");
  EXPECT_EQ(compared(a, b).in(Respect::distance), MatchFinding::within_50_m);
  b.position = *LatLon::make({.lat = 53.802, .lon = -1.55});
  EXPECT_EQ(compared(a, b).in(Respect::distance), MatchFinding::within_250_m);
  b.precision = Precision{.by = Precision::By::postcode, .within_m = 2000};
  EXPECT_EQ(compared(a, b).in(Respect::distance), MatchFinding::distance_unknown);
  b.position = *LatLon::make({.lat = 54.8, .lon = -1.55});
  EXPECT_EQ(compared(a, b).in(Respect::distance), MatchFinding::further);
}

TEST(Verdict, TheSameNameAtTheSameAddressIsOne) {
  EXPECT_EQ(verdict(clinic("Harbour"), clinic("HARBOUR")), Verdict::one);
}

TEST(Verdict, TwoTenantsOfOneBuildingAreNeverOneByTheirPlace) {
  const auto a = clinic("Harbour Dental");
  const auto b = clinic("Orchard Skin Clinic");
  EXPECT_EQ(verdict(a, b), Verdict::apart);
}

TEST(Verdict, OtherNamesAreDoubtfulAtMostWhateverElseAgrees) {
  auto a = clinic("Harbour Dental");
  auto b = clinic("Orchard Skin Clinic");
  a.phone = b.phone = "+441134960000";
  a.website = b.website = "https://parkrow.example";
  EXPECT_GE(score_of(compared(a, b)), kDoubtful);
  EXPECT_EQ(verdict(a, b), Verdict::doubtful);
}

TEST(Verdict, TheSameNameInAnotherTownIsApart) {
  auto a = clinic("Harbour");
  auto b = clinic("Harbour", 51.5);
  b.address = {.street = "3 The Strand", .city = "London", .region = {}, .postcode = "WC2R 1AA", .country = "GB"};
  EXPECT_EQ(verdict(a, b), Verdict::apart);
}

TEST(Verdict, IsTheSameFromBothSides) {
  const std::vector<Site> sites{
      clinic("Harbour"),        clinic("Harbour Clinic"),        clinic("Harbour Clinic Pharmacy"),
      clinic("Orchard", 53.81), clinic("Dr Okonkwo at Harbour"), clinic("")};
  for (const auto& a : sites) {
    for (const auto& b : sites)
      EXPECT_EQ(score_of(compared(a, b)), score_of(compared(b, a))) << a.name << ", " << b.name;
  }
}

}  // namespace
}  // namespace nearme
