#include "service/pages/site_view.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

Listing listing() {
  Listing made{.site = {.id = SiteId{"a"}, .position = *LatLon::make({.lat = 53.8, .lon = -1.54})},
               .practitioners = {},
               .claims = {}};
  made.site.name = "Alpha";
  made.site.offers = {{.treatment = TreatmentId{"micro-needling"}, .price = Money{12000, "GBP"}, .practitioners = {}}};
  Practitioner anna;
  anna.id = PractitionerId{"p1"};
  anna.name = "Anna Example";
  anna.treatments = {TreatmentId{"micro-needling"}};
  anna.register_name = "GMC";
  anna.registration_number = "7654321";
  made.practitioners = {anna};
  return made;
}

Claim registration() {
  Claim claim;
  claim.subject_id = "p1";
  claim.claim = "registration";
  claim.checked_by = "GMC";
  claim.checked_at = *parse_date("2026-11-01");
  return claim;
}

nlohmann::json view_of(const Listing& made, std::optional<Schedule> schedule = {}) {
  return site_view(made, {.catalogue = catalogue(),
                          .language = english(),
                          .schedule = std::move(schedule),
                          .time_zone = "Europe/London",
                          .now = kNow});
}

TEST(SiteView, AnOfferNamesItsPriceAndWhoDoesIt) {
  const auto offer = view_of(listing())["offers"][0];
  EXPECT_EQ(offer["treatment"], "Micro-needling");
  EXPECT_EQ(offer["price"], "from £120");
  EXPECT_EQ(offer["who"], "Anna Example");
}

TEST(SiteView, ANumberThatNobodyCheckedDoesNotReadAsConfirmed) {
  const auto person = view_of(listing())["practitioners"][0];
  EXPECT_EQ(person["register"], "GMC 7654321");
  EXPECT_EQ(person["confirmed"], false);
  EXPECT_EQ(person["state"], "registration not checked");
}

TEST(SiteView, ACheckOfAPersonNamesThePersonInTheLedger) {
  auto checked = listing();
  checked.claims = {registration()};
  const auto view = view_of(checked);
  EXPECT_EQ(view["ledger"][0]["subject"], "Anna Example");
  EXPECT_EQ(view["ledger"][0]["confirmed"], true);
  EXPECT_EQ(view["practitioners"][0]["confirmed"], true);
  EXPECT_EQ(view["not_checked"].size(), 8);
}

TEST(SiteView, WhatARegisterContradictsStandsFirstAndSaysWhy) {
  auto contradicted = listing();
  contradicted.claims = {registration(), registration()};
  contradicted.claims[1].contradicted = true;
  contradicted.claims[1].note = "GMC has this number for “Ben Other”.";
  const auto view = view_of(contradicted);
  EXPECT_EQ(view["ledger"][0]["against"], true);
  EXPECT_EQ(view["ledger"][0]["confirmed"], false);
  EXPECT_EQ(view["ledger"][0]["state"], "contradicted by GMC");
  EXPECT_EQ(view["ledger"][0]["note"], "GMC has this number for “Ben Other”.");
  contradicted.claims.erase(contradicted.claims.begin());
  const auto person = view_of(contradicted)["practitioners"][0];
  EXPECT_EQ(person["confirmed"], false);
  EXPECT_EQ(person["state"], "contradicted by GMC");
}

TEST(SiteView, TheRulesOfThePlaceAreShownWithWhatMeetsThem) {
  auto ruled = listing();
  NeedStanding need;
  need.text = "The premises need a licence.";
  need.jurisdiction = "Wales";
  need.url = "javascript:alert(1)";
  ruled.standings = {{.treatment = TreatmentId{"micro-needling"}, .level = OfferLevel::not_checked, .needs = {need}}};
  const auto standing = view_of(ruled)["standings"][0];
  EXPECT_EQ(standing["treatment"], "Micro-needling");
  EXPECT_EQ(standing["level"], "What the rules of this place ask for is not checked.");
  EXPECT_EQ(standing["needs"][0]["words"], "not checked");
  EXPECT_EQ(standing["needs"][0]["met"], false);
  EXPECT_EQ(standing["needs"][0]["rule_link"], "");
  EXPECT_EQ(standing["needs"][0]["reviewed"], "nobody of the profession has signed this rule yet");
}

TEST(SiteView, AnExclusionIsNeverMarkedAsGood) {
  auto excluded = listing();
  excluded.claims = {registration()};
  excluded.claims[0].claim = "exclusion";
  const auto view = view_of(excluded);
  EXPECT_EQ(view["ledger"][0]["against"], true);
  EXPECT_EQ(view["ledger"][0]["confirmed"], false);
}

TEST(SiteView, ASourceThatIsNoWebAddressIsNoLink) {
  auto bad = listing();
  bad.claims = {registration()};
  bad.claims[0].url = "javascript:alert(1)";
  bad.site.website = "javascript:alert(1)";
  const auto view = view_of(bad);
  EXPECT_EQ(view["ledger"][0]["source_link"], "");
  EXPECT_EQ(view["ways"]["website"], "");
}

TEST(SiteView, TheWeekBeginsOnMondayAndMarksTheDayOfTheSite) {
  Schedule schedule;
  schedule.week[6] = {{600, 960}};
  schedule.valid_from = *parse_date("2026-11-01");
  schedule.valid_until = *parse_date("2027-11-01");
  const auto week = view_of(listing(), schedule)["week"];
  ASSERT_EQ(week.size(), 7);
  EXPECT_EQ(week[0]["day"], "Monday");
  EXPECT_EQ(week[0]["hours"], "Closed");
  EXPECT_EQ(week[6]["hours"], "10:00–16:00");
  EXPECT_EQ(week[6]["today"], true);
}

TEST(SiteView, WithoutAScheduleThereIsNoWeekAndNoState) {
  const auto view = view_of(listing());
  EXPECT_FALSE(view.contains("week"));
  EXPECT_EQ(view["open"], "Opening times not known");
}

}  // namespace
}  // namespace nearme
