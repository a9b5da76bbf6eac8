#include "service/pages/compare_view.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;
using nlohmann::json;

Compared site_with(const std::string& id, std::vector<Offer> offers) {
  Site site{.id = SiteId{id}, .name = "Clinic " + id, .position = *LatLon::make({.lat = 53.8, .lon = -1.54})};
  site.offers = std::move(offers);
  return {.listing = {.site = std::move(site), .practitioners = {}, .claims = {}},
          .setting = {.catalogue = catalogue(),
                      .language = english(),
                      .schedule = {},
                      .time_zone = "Europe/London",
                      .now = kNow},
          .slug = id};
}

Offer offer_of(const char* treatment, std::int64_t hundredths = 0) {
  Offer offer{.treatment = TreatmentId{treatment}};
  if (hundredths > 0) offer.price = Money{.hundredths = hundredths, .currency = "GBP"};
  return offer;
}

json row_named(const json& view, std::string_view label) {
  for (const auto& group : view["groups"]) {
    for (const auto& row : group["rows"]) {
      if (row["label"] == label) return row["cells"];
    }
  }
  return {};
}

TEST(CompareView, ATreatmentThatOneOffersIsNotStatedAtTheOther) {
  const auto view = compare_view({site_with("a", {offer_of("micro-needling", 12000), offer_of("prp")}),
                                  site_with("b", {offer_of("micro-needling")})});
  EXPECT_EQ(row_named(view, "Micro-needling")[0]["words"], "from £120");
  EXPECT_EQ(row_named(view, "Micro-needling")[1]["words"], "offered, price not stated");
  EXPECT_EQ(row_named(view, "Platelet-rich plasma (PRP)").is_null(), false);
  EXPECT_EQ(view["groups"][0]["rows"][0]["label"], "Micro-needling") << "what both offer stands first";
}

TEST(CompareView, TheStrongestClaimIsToldAndItsAbsenceIsNotChecked) {
  auto checked = site_with("a", {});
  checked.listing.claims = {
      {.subject_id = "a", .claim = "insurance"},
      {.subject_id = "a", .claim = "insurance", .checked_by = "Register", .checked_at = *parse_date("2026-11-15")}};
  const auto cells = row_named(compare_view({checked, site_with("b", {})}), "Insurance");
  EXPECT_EQ(cells[0]["words"], "Confirmed by Register on 15 November 2026");
  EXPECT_EQ(cells[0]["confirmed"], true);
  EXPECT_EQ(cells[1]["words"], "not checked");
  EXPECT_EQ(cells[1]["unsaid"], true);
}

TEST(CompareView, AClaimOfOneTreatmentSaysWhich) {
  auto insured = site_with("a", {});
  insured.listing.claims = {{.subject_id = "a", .treatment = TreatmentId{"micro-needling"}, .claim = "insurance"}};
  const auto cells = row_named(compare_view({insured}), "Insurance");
  EXPECT_EQ(cells[0]["words"], "Declared by the clinic (for micro-needling only)");
}

TEST(CompareView, NothingToCompareHasNoColumns) { EXPECT_TRUE(compare_view({})["columns"].empty()); }

}  // namespace
}  // namespace nearme
