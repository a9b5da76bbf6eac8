#include "service/pages/structured_data.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;
using nlohmann::json;

constexpr const char* kAddress = "https://find.example.org";

Listing alpha_listing() {
  Site site{.id = SiteId{"a"},
            .source = SourceId{"clinics"},
            .name = "Alpha Skin Clinic",
            .kinds = {KindId{"dermatology"}},
            .address = {.street = "12 High Street", .city = "Leeds", .postcode = "LS1 4DY", .country = "GB"},
            .position = *LatLon::make({.lat = 53.8, .lon = -1.54})};
  site.offers = {{.treatment = TreatmentId{"micro-needling"}, .price = Money{.hundredths = 12050, .currency = "GBP"}}};
  Listing listing{.site = std::move(site), .practitioners = {}, .claims = {}};
  listing.practitioners = {{.id = PractitionerId{"p"}, .name = "Dr Bea Okoro", .profession = "Dermatologist"}};
  return listing;
}

Claim claim_of(const std::string& subject, const std::string& checked_by) {
  Claim claim{.subject_id = subject, .claim = "registration", .value = "7654321", .checked_by = checked_by};
  if (!checked_by.empty()) claim.checked_at = *parse_date("2026-11-01");
  return claim;
}

SiteSetting site_setting() {
  return {.catalogue = catalogue(), .language = english(), .schedule = {}, .time_zone = "Europe/London", .now = kNow};
}

TEST(StructuredData, ASiteHasTheTypeOfItsKindAndSaysOnlyWhatIsKnown) {
  const auto said = structured_site(alpha_listing(), site_setting(), kAddress);
  EXPECT_EQ(said["@type"], "MedicalClinic");
  EXPECT_EQ(said["address"]["postalCode"], "LS1 4DY");
  EXPECT_FALSE(said["address"].contains("addressRegion"));
  EXPECT_FALSE(said.contains("telephone"));
  EXPECT_FALSE(said.contains("openingHoursSpecification"));
  EXPECT_EQ(said["makesOffer"][0]["price"], 120.5);
  EXPECT_EQ(said["makesOffer"][0]["itemOffered"]["url"], "https://find.example.org/treatments/micro-needling");
}

TEST(StructuredData, OnlyWhatWasConfirmedIsACertification) {
  auto listing = alpha_listing();
  listing.claims = {claim_of("a", ""), claim_of("p", "GMC")};
  const auto said = structured_site(listing, site_setting(), kAddress);
  EXPECT_FALSE(said.contains("hasCertification"));
  const auto person = said["employee"][0];
  EXPECT_EQ(person["hasCertification"][0]["issuedBy"]["name"], "GMC");
  EXPECT_EQ(person["hasCertification"][0]["auditDate"], "2026-11-01");
}

TEST(StructuredData, ACertificationOfOneTreatmentIsAboutThat) {
  auto listing = alpha_listing();
  listing.claims = {claim_of("a", "Council"), claim_of("a", "Council")};
  listing.claims[1].treatment = TreatmentId{"botulinum-toxin"};
  const auto said = structured_site(listing, site_setting(), kAddress)["hasCertification"];
  EXPECT_FALSE(said[0].contains("about"));
  EXPECT_EQ(said[1]["about"]["name"], "Consultation for lines and wrinkles");
}

TEST(StructuredData, HoursHaveTheirExceptionsAndAClosedDayIsMidnightToMidnight) {
  auto setting = site_setting();
  setting.schedule.emplace();
  setting.schedule->week[0] = {{.from = 540, .to = 1080}};
  setting.schedule->exceptions = {{*parse_date("2026-12-25"), {}}, {*parse_date("2027-12-25"), {}}};
  const auto said = structured_site(alpha_listing(), setting, kAddress);
  EXPECT_EQ(
      said["openingHoursSpecification"],
      json::parse(R"([{"@type":"OpeningHoursSpecification","dayOfWeek":"Monday","opens":"09:00","closes":"18:00"}])"));
  EXPECT_EQ(said["specialOpeningHoursSpecification"].size(), 1U) << "only the coming weeks";
  EXPECT_EQ(said["specialOpeningHoursSpecification"][0]["closes"], "00:00");
}

TEST(StructuredData, WithoutAnAddressThereAreNoLinks) {
  const auto treatment = *catalogue().find(TreatmentId{"micro-needling"});
  EXPECT_FALSE(structured_treatment(treatment, catalogue(), "").contains("url"));
  EXPECT_FALSE(structured_start("nearme", "").contains("potentialAction"));
  EXPECT_EQ(structured_start("nearme", kAddress)["url"], "https://find.example.org/");
}

TEST(StructuredData, AConcernNamesItsPossibleTreatments) {
  const auto said = structured_concern(*catalogue().find(ConcernId{"acne-scars"}), catalogue(), kAddress);
  EXPECT_EQ(said["about"]["@type"], "MedicalCondition");
  EXPECT_EQ(said["about"]["possibleTreatment"][0]["@type"], "MedicalTherapy");
}

}  // namespace
}  // namespace nearme
