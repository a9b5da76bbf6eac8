#include "directory/check.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "directory/random_values.hpp"

namespace nearme {
namespace {

Site plain_site() {
  RandomValues random(1);
  auto site = random.site(SiteId("s"));
  site.offers = {
      Offer{.treatment = TreatmentId("t"), .price = Money{.hundredths = 1, .currency = "GBP"}, .practitioners = {}}};
  site.rating = Rating{.value = 5, .count = 1};
  return site;
}

std::string field_at_fault(const Site& site) {
  const auto checked = check(site);
  return checked ? "none" : checked.error().parameter;
}

TEST(CheckSite, AWholeSiteHasNothingAtFault) { EXPECT_EQ(field_at_fault(plain_site()), "none"); }

TEST(CheckSite, ASiteWithoutAnIdIsRefused) {
  auto site = plain_site();
  site.id = SiteId();
  EXPECT_EQ(field_at_fault(site), "id");
}

TEST(CheckSite, ACountryIsTwoCapitalsOrNothing) {
  auto site = plain_site();
  for (const auto* country : {"gb", "GBR", "G", "G1", "Ä"}) {
    site.address.country = country;
    EXPECT_EQ(field_at_fault(site), "address.country") << country;
  }
  site.address.country = "";
  EXPECT_EQ(field_at_fault(site), "none");
}

TEST(CheckSite, APriceHasItsRangeAndItsCurrency) {
  auto site = plain_site();
  auto& price = *site.offers[0].price;
  for (const auto hundredths : {std::int64_t{-1}, kMaxPriceHundredths + 1}) {
    price.hundredths = hundredths;
    EXPECT_EQ(field_at_fault(site), "offers[0].price") << hundredths;
  }
  price = {.hundredths = 0, .currency = "pounds"};
  EXPECT_EQ(field_at_fault(site), "offers[0].currency");
}

TEST(CheckSite, ARatingOutOfFiveOrNoNumberIsRefused) {
  auto site = plain_site();
  for (const auto value : {-0.1, 5.01, std::nan(""), std::numeric_limits<double>::infinity()}) {
    site.rating->value = value;
    EXPECT_EQ(field_at_fault(site), "rating.value") << value;
  }
}

TEST(CheckSite, AnEmptyEntryIsNamedByItsPlace) {
  auto site = plain_site();
  site.languages = {"en", ""};
  EXPECT_EQ(field_at_fault(site), "languages[1]");
  site = plain_site();
  site.offers[0].practitioners = {PractitionerId()};
  EXPECT_EQ(field_at_fault(site), "offers[0].practitioners[0]");
}

TEST(CheckSite, AMomentPastTheYear9999IsRefused) {
  auto site = plain_site();
  site.updated_at = Instant{std::chrono::sys_days{std::chrono::year{10000} / 1 / 1}};
  EXPECT_EQ(field_at_fault(site), "updated_at");
}

TEST(CheckClaim, NeedsItsSubjectItsWordAndRealDays) {
  RandomValues random(2);
  auto claim = random.claim("s");
  EXPECT_TRUE(check(claim));
  claim.expires_at = std::chrono::year{2026} / 2 / 30;
  EXPECT_EQ(check(claim).error().parameter, "expires_at");
  claim.expires_at.reset();
  claim.contradicted = true;
  claim.checked_at.reset();
  EXPECT_EQ(check(claim).error().parameter, "contradicted");
  claim.contradicted = false;
  claim.claim.clear();
  EXPECT_EQ(check(claim).error().parameter, "claim");
  claim.subject_id.clear();
  EXPECT_EQ(check(claim).error().parameter, "subject_id");
}

TEST(CheckPractitioner, NeedsAnIdAndNamedSites) {
  RandomValues random(3);
  auto practitioner = random.practitioner(PractitionerId("p"));
  EXPECT_TRUE(check(practitioner));
  practitioner.sites = {SiteId()};
  EXPECT_EQ(check(practitioner).error().parameter, "site_ids[0]");
  practitioner.id = PractitionerId();
  EXPECT_EQ(check(practitioner).error().parameter, "id");
}

}  // namespace
}  // namespace nearme
