#include "service/pages/site_view.hpp"

#include <algorithm>
#include <tuple>

#include "service/pages/claim_words.hpp"
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

/// A claim of the site as a file brings it.
Claim claim_of_site(const char* what) {
  Claim claim;
  claim.subject_id = "a";
  claim.claim = what;
  claim.value = "as it was stated";
  claim.url = "https://source.example/1";
  return claim;
}

/// Whether a list of claims, by their names, has this one.
bool names(const nlohmann::json& list, const char* claim) {
  return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each == claim_name(english(), claim); });
}

TEST(SiteView, EveryClaimStandsInTheLedgerInEachOfItsStates) {
  for (const auto* what : {"registration", "licence", "insurance", "single-use-sterile", "training", "consultation",
                           "complaints", "device", "needle-depth"}) {
    auto confirmed = claim_of_site(what);
    confirmed.checked_by = "Leeds City Council";
    confirmed.checked_at = *parse_date("2026-11-01");
    confirmed.expires_at = *parse_date("2027-11-01");
    auto expired = confirmed;
    expired.expires_at = *parse_date("2026-11-21");
    auto contradicted = confirmed;
    contradicted.contradicted = true;
    const auto declared = claim_of_site(what);
    const std::vector<std::tuple<Claim, std::string, std::string, std::string>> table{
        {confirmed, "confirmed by Leeds City Council on 1 November 2026", "", "1 November 2027"},
        {declared, "declared by the clinic", "", ""},
        {expired, "expired 21 November 2026", "1 November 2026", ""},
        {contradicted, "contradicted by Leeds City Council", "1 November 2026", ""}};
    for (const auto& [claim, state, checked_on, until] : table) {
      auto made = listing();
      made.claims = {claim};
      const auto view = view_of(made);
      const auto& line = view["ledger"][0];
      EXPECT_EQ(line["state"], state) << what;
      EXPECT_EQ(line["checked_on"], checked_on) << what << ": the day is said once";
      EXPECT_EQ(line["until"], until) << what;
      EXPECT_EQ(line["value"], "as it was stated") << what;
      EXPECT_EQ(line["source_link"], "https://source.example/1") << what;
      const bool is_unchecked = names(view["not_checked"], what);
      EXPECT_EQ(is_unchecked, state.starts_with("expired")) << what << ' ' << state;
    }
    EXPECT_TRUE(names(view_of(listing())["not_checked"], what)) << what;
  }
}

TEST(SiteView, AClaimOfOneTreatmentSaysWhichAndTheOthersAreNotChecked) {
  auto made = listing();
  made.site.offers.push_back({.treatment = TreatmentId{"chemical-peel"}, .price = {}, .practitioners = {}});
  auto training = registration();
  training.claim = "training";
  training.treatment = TreatmentId{"micro-needling"};
  made.claims = {training};
  const auto view = view_of(made);
  EXPECT_EQ(view["ledger"][0]["only_for"], "for micro-needling only");
  EXPECT_FALSE(names(view["not_checked"], "training"));
  EXPECT_NE(view["not_checked"].dump().find("Training in the treatment · chemical peel\""), std::string::npos)
      << view["not_checked"];
  made.claims[0].treatment = TreatmentId{};
  EXPECT_EQ(view_of(made)["ledger"][0]["only_for"], "");
  EXPECT_EQ(view_of(made)["not_checked"].dump().find("Training"), std::string::npos);
}

TEST(SiteView, ARegistrationForOneTreatmentIsNoCheckOfThePerson) {
  auto made = listing();
  made.claims = {registration()};
  made.claims[0].treatment = TreatmentId{"micro-needling"};
  EXPECT_EQ(view_of(made)["practitioners"][0]["confirmed"], false);
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

TEST(SiteView, WhatTheRulesAskForOfSeveralTreatmentsAlikeIsSaidOnce) {
  auto ruled = listing();
  const NeedStanding need{.rule = "r", .text = "A licence."};
  const auto standing = [&](const char* treatment, std::vector<NeedStanding> needs) {
    return OfferStanding{
        .treatment = TreatmentId{treatment}, .level = OfferLevel::not_checked, .needs = std::move(needs)};
  };
  ruled.standings = {standing("massage", {need}), standing("thread-lift", {need, need}), standing("waxing", {need})};
  const auto view = view_of(ruled)["standings"];
  ASSERT_EQ(view.size(), 2);
  EXPECT_EQ(view[0]["treatment"], "Massage and waxing");
  EXPECT_EQ(view[0]["needs"].size(), 1);
  EXPECT_EQ(view[1]["treatment"], "Thread lift");
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
