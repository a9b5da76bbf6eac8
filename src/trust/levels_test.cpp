#include "trust/levels.hpp"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "catalogue/catalogue_files.hpp"

namespace nearme {
namespace {

const Date kToday = *parse_date("2026-11-22");

const Catalogue& catalogue() {
  static const auto kCatalogue = Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue")).value();
  return kCatalogue;
}

constexpr const char* kGrounds = R"(
[[source]]
id = "law"
name = "The law"
url = "https://law.example/"
grade = "A"

[[jurisdiction]]
id = "GB-WLS"
name = "Wales"
country = "GB"
regions = ["Wales"]
postcode_areas = ["CF"]

[[rule]]
id = "person"
jurisdiction = "GB-WLS"
treatments = ["acupuncture", "electrolysis"]
text = "Whoever does it needs a licence."
met_by = ["licence of practitioner", "registration of practitioner"]
registers = ["GMC"]
stale_after_days = 100
source = "law"
review_date = "2026-11-22"

[[rule]]
id = "premises"
jurisdiction = "GB-WLS"
treatments = ["acupuncture", "electrolysis"]
text = "The premises need a licence."
met_by = ["licence of site"]
stale_after_days = 100
source = "law"
review_date = "2026-11-22"
)";

Result<TrustRules> rules_of(const std::string& toml) {
  const std::vector<CatalogueFile> files{{.name = "rules.toml", .text = toml}};
  return TrustRules::load(files, catalogue());
}

const TrustRules& rules() {
  static const auto kRules = rules_of(kGrounds).value();
  return kRules;
}

/// A place in Cardiff where one person, or two, do acupuncture.
Listing clinic(int people) {
  Listing listing{.site = {.id = SiteId{"s"}, .position = *LatLon::make({.lat = 51.5, .lon = -3.2})},
                  .practitioners = {},
                  .claims = {}};
  listing.site.address = {.city = "Cardiff", .region = "Wales", .country = "GB"};
  listing.site.offers = {{.treatment = TreatmentId{"acupuncture"}, .price = {}, .practitioners = {}}};
  for (int i = 1; i <= people; ++i) {
    Practitioner each;
    each.id = PractitionerId{"p" + std::to_string(i)};
    each.name = "Person " + std::to_string(i);
    each.treatments = {TreatmentId{"acupuncture"}};
    listing.practitioners.push_back(each);
  }
  return listing;
}

Claim claim(const char* subject, const char* what, const char* checked_at = "") {
  Claim made;
  made.subject_id = subject;
  made.claim = what;
  if (*checked_at == '\0') return made;
  made.checked_by = "Council";
  made.checked_at = *parse_date(checked_at);
  return made;
}

/// A table: the claims of a clinic with one practitioner, and what its level is.
struct Row {
  const char* what;
  std::vector<Claim> claims;
  OfferLevel level;
  NeedState person;
  NeedState premises;
};

TEST(Levels, FollowTheClaimsBesideTheRules) {
  auto contradicted = claim("p1", "registration", "2026-11-01");
  contradicted.value = "GMC 1";
  contradicted.contradicted = true;
  auto doctor = claim("p1", "registration", "2026-11-01");
  doctor.value = "GMC 1";
  auto ended = claim("s", "licence", "2026-11-01");
  ended.expires_at = *parse_date("2026-11-21");
  const auto person = claim("p1", "licence", "2026-11-01");
  const auto premises = claim("s", "licence", "2026-11-01");
  const std::vector<Row> table{
      {"nothing is said", {}, OfferLevel::not_checked, NeedState::missing, NeedState::missing},
      {"all is declared",
       {claim("p1", "licence"), claim("s", "licence")},
       OfferLevel::declared,
       NeedState::declared,
       NeedState::declared},
      {"one of two is confirmed", {person}, OfferLevel::partly_confirmed, NeedState::met, NeedState::missing},
      {"both are confirmed", {person, premises}, OfferLevel::confirmed, NeedState::met, NeedState::met},
      {"a doctor needs no licence", {doctor, premises}, OfferLevel::confirmed, NeedState::met, NeedState::met},
      {"a registration elsewhere does not count",
       {claim("p1", "registration", "2026-11-01"), premises},
       OfferLevel::partly_confirmed,
       NeedState::missing,
       NeedState::met},
      {"a check past the stated age counts as declared",
       {claim("p1", "licence", "2026-08-13"), claim("s", "licence", "2026-08-13")},
       OfferLevel::declared,
       NeedState::stale,
       NeedState::stale},
      {"a check of just the stated age still counts",
       {claim("p1", "licence", "2026-08-14"), claim("s", "licence", "2026-08-14")},
       OfferLevel::confirmed,
       NeedState::met,
       NeedState::met},
      {"what has expired is not met",
       {person, ended},
       OfferLevel::partly_confirmed,
       NeedState::met,
       NeedState::expired},
      {"a contradiction spoils all",
       {contradicted, person, premises},
       OfferLevel::contradicted,
       NeedState::contradicted,
       NeedState::met},
      {"an exclusion spoils all",
       {person, premises, claim("p1", "exclusion", "2026-11-01")},
       OfferLevel::contradicted,
       NeedState::met,
       NeedState::met},
      {"a possible exclusion changes nothing",
       {person, premises, claim("p1", "possible-exclusion")},
       OfferLevel::confirmed,
       NeedState::met,
       NeedState::met}};
  for (const auto& row : table) {
    auto listing = clinic(1);
    listing.claims = row.claims;
    const auto standings = standings_of(listing, rules(), kToday);
    ASSERT_EQ(standings.size(), 1) << row.what;
    EXPECT_EQ(standings[0].level, row.level) << row.what << ": " << to_string(standings[0].level);
    EXPECT_EQ(standings[0].needs[0].state, row.person) << row.what;
    EXPECT_EQ(standings[0].needs[1].state, row.premises) << row.what;
  }
}

/// Person 1 does acupuncture, person 2 electrolysis.
Listing clinic_of_two_offers() {
  auto listing = clinic(2);
  listing.site.offers.push_back({.treatment = TreatmentId{"electrolysis"}, .price = {}, .practitioners = {}});
  listing.practitioners[1].treatments = {TreatmentId{"electrolysis"}};
  return listing;
}

Claim only_for(const char* treatment, Claim claim) {
  claim.treatment = TreatmentId{treatment};
  return claim;
}

Claim past_its_day(Claim claim) {
  claim.expires_at = *parse_date("2026-11-21");
  return claim;
}

Claim found_untrue(Claim claim) {
  claim.contradicted = true;
  return claim;
}

/// A table: claims of the site, of a person and of single offers, in each of their states, and what both offers are.
struct OffersRow {
  const char* what;
  std::vector<Claim> claims;
  OfferLevel acupuncture;
  OfferLevel electrolysis;
};

TEST(Levels, AClaimOfOneTreatmentCountsForItsOfferAlone) {
  const auto premises = claim("s", "licence", "2026-11-01");
  const auto first = claim("p1", "licence", "2026-11-01");
  const auto second = claim("p2", "licence", "2026-11-01");
  const auto here = only_for("acupuncture", premises);
  const auto stale = only_for("acupuncture", claim("s", "licence", "2026-08-13"));
  using enum OfferLevel;
  const std::vector<OffersRow> table{
      {"of the site", {premises}, partly_confirmed, partly_confirmed},
      {"of all of them", {premises, first, second}, confirmed, confirmed},
      {"of the one who does it", {first}, partly_confirmed, not_checked},
      {"of one offer", {here}, partly_confirmed, not_checked},
      {"of one offer, declared", {only_for("acupuncture", claim("s", "licence"))}, declared, not_checked},
      {"of one offer, expired", {past_its_day(here)}, not_checked, not_checked},
      {"of one offer, stale", {stale}, declared, not_checked},
      {"of one offer, contradicted",
       {found_untrue(here), premises, first, second},
       OfferLevel::contradicted,
       confirmed},
      {"of the site, contradicted", {found_untrue(premises), here}, OfferLevel::contradicted, OfferLevel::contradicted},
      {"of one offer, where that of the site has expired",
       {past_its_day(premises), here, first},
       confirmed,
       not_checked},
      {"of one offer of a person", {premises, only_for("acupuncture", first)}, confirmed, partly_confirmed},
      {"of a person, for what another does", {only_for("electrolysis", first)}, not_checked, not_checked},
      {"of a treatment that nobody offers", {only_for("facial", premises)}, not_checked, not_checked},
      {"an exclusion from one treatment",
       {premises, first, second, only_for("acupuncture", claim("p1", "exclusion", "2026-11-01"))},
       OfferLevel::contradicted,
       confirmed},
      {"a registration that another register speaks against, beside a licence",
       {premises, first, second, found_untrue(claim("p1", "registration", "2026-11-01"))},
       OfferLevel::contradicted,
       confirmed}};
  for (const auto& row : table) {
    auto listing = clinic_of_two_offers();
    listing.claims = row.claims;
    const auto standings = standings_of(listing, rules(), kToday);
    ASSERT_EQ(standings.size(), 2) << row.what;
    EXPECT_EQ(standings[0].level, row.acupuncture) << row.what << ": " << to_string(standings[0].level);
    EXPECT_EQ(standings[1].level, row.electrolysis) << row.what << ": " << to_string(standings[1].level);
  }
}

/// Claims of either person or the site, of one treatment or of all, in every state.
class RandomClaims {
 public:
  explicit RandomClaims(unsigned seed) : random_(seed) {}

  Claim one() {
    constexpr std::array kSubjects{"s", "p1", "p2"};
    constexpr std::array kClaims{"licence", "registration", "insurance", "exclusion"};
    auto made = claim(kSubjects.at(below(3)), kClaims.at(below(4)), below(2) == 0 ? "2026-11-01" : "");
    made.value = "GMC 1";
    if (below(4) == 0) made.expires_at = *parse_date("2026-11-21");
    made.contradicted = below(8) == 0;
    if (below(2) == 0) made.treatment = TreatmentId{below(2) == 0 ? "acupuncture" : "electrolysis"};
    return made;
  }

  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

 private:
  std::mt19937 random_;
};

TEST(Levels, AClaimOfOneTreatmentNeverChangesWhatAnotherOfferIs) {
  for (unsigned seed = 1; seed <= 2'000; ++seed) {
    RandomClaims random(seed);
    auto listing = clinic_of_two_offers();
    for (auto left = random.below(7); left > 0; --left) listing.claims.push_back(random.one());
    const auto before = standings_of(listing, rules(), kToday);
    auto more = random.one();
    more.treatment = TreatmentId{"acupuncture"};
    listing.claims.push_back(more);
    const auto after = standings_of(listing, rules(), kToday);
    ASSERT_EQ(after[1], before[1]) << "seed " << seed << ": " << more.claim << " of " << more.subject_id;
  }
}

TEST(Levels, TheWeakestOfThoseWhoDoItDecides) {
  auto listing = clinic(2);
  listing.claims = {claim("s", "licence", "2026-11-01"), claim("p1", "licence", "2026-11-01")};
  EXPECT_EQ(standings_of(listing, rules(), kToday)[0].level, OfferLevel::partly_confirmed);
  listing.claims.push_back(claim("p2", "licence", "2026-11-01"));
  EXPECT_EQ(standings_of(listing, rules(), kToday)[0].level, OfferLevel::confirmed);
}

TEST(Levels, AnExcludedPersonContradictsEveryOfferOfTheirsWhoeverElseDoesIt) {
  auto listing = clinic(2);
  listing.site.offers.push_back({.treatment = TreatmentId{"facial"}, .price = {}, .practitioners = {}});
  listing.site.offers.push_back({.treatment = TreatmentId{"acupuncture"}, .price = {}, .practitioners = {}});
  for (const auto* subject : {"s", "p1", "p2"}) listing.claims.push_back(claim(subject, "licence", "2026-11-01"));
  for (const auto& standing : standings_of(listing, rules(), kToday)) EXPECT_EQ(standing.level, OfferLevel::confirmed);
  listing.claims.push_back(claim("p2", "exclusion", "2026-11-01"));
  const auto standings = standings_of(listing, rules(), kToday);
  ASSERT_EQ(standings.size(), 3) << "also the facial, for which no rule is known here";
  for (const auto& standing : standings) EXPECT_EQ(standing.level, OfferLevel::contradicted);
}

TEST(Levels, WhereNobodyIsNamedNobodysLicenceCounts) {
  auto listing = clinic(0);
  listing.claims = {claim("s", "licence", "2026-11-01")};
  EXPECT_EQ(standings_of(listing, rules(), kToday)[0].needs[0].state, NeedState::missing);
}

TEST(Levels, AnOfferWithoutARuleHasNoLevel) {
  auto listing = clinic(1);
  listing.site.offers[0].treatment = TreatmentId{"facial"};
  EXPECT_TRUE(standings_of(listing, rules(), kToday).empty());
  listing = clinic(1);
  listing.site.address.region = "England";
  EXPECT_TRUE(standings_of(listing, rules(), kToday).empty());
}

TEST(Levels, SayWhichRuleWasMetByWhatAndWhen) {
  auto listing = clinic(1);
  listing.claims = {claim("p1", "licence", "2026-11-01")};
  const auto need = standings_of(listing, rules(), kToday)[0].needs[0];
  EXPECT_EQ(need.rule, "person");
  EXPECT_EQ(need.jurisdiction, "Wales");
  EXPECT_EQ(need.claim, "licence");
  EXPECT_EQ(need.of, "Person 1");
  EXPECT_EQ(need.checked_by, "Council");
  EXPECT_EQ(need.checked_at, *parse_date("2026-11-01"));
  EXPECT_EQ(need.source, "The law");
  EXPECT_EQ(need.reviewed_by, "");
}

TEST(Levels, NothingThatCouldBeSoldRaisesALevel) {
  auto plain = clinic(1);
  plain.claims = {claim("p1", "licence"), claim("s", "licence", "2026-11-01")};
  auto adorned = plain;
  adorned.site.source = SourceId{"sponsor"};
  adorned.site.name = "Verified Premium Partner Clinic";
  adorned.site.description = "Featured. Sponsored. Number one.";
  adorned.site.website = adorned.site.booking_url = "https://premium.example/";
  adorned.site.rating = Rating{.value = 5, .count = 100'000};
  adorned.site.other_services = {"gold membership"};
  adorned.site.offers[0].price = Money{.hundredths = 1, .currency = "GBP"};
  adorned.practitioners[0].profession = "confirmed expert";
  EXPECT_EQ(standings_of(adorned, rules(), kToday), standings_of(plain, rules(), kToday));
}

TEST(TrustRules, APlaceIsToldByRegionTownOrPostcode) {
  const auto count = [](const Address& address) {
    return rules().rules_for(TreatmentId{"acupuncture"}, address).size();
  };
  EXPECT_EQ(count({.region = "WALES", .country = "GB"}), 2);
  EXPECT_EQ(count({.postcode = "cf10 1aa", .country = "GB"}), 2);
  EXPECT_EQ(count({.postcode = "C1 1AA", .country = "GB"}), 0);
  EXPECT_EQ(count({.region = "Wales", .country = "US"}), 0);
  EXPECT_EQ(count({}), 0);
}

TEST(TrustRules, WhatIsWrongIsToldWithItsLine) {
  const auto message = [](const std::string& toml) {
    const auto loaded = rules_of(toml);
    return loaded ? std::string{} : loaded.error().message;
  };
  const auto with = [](std::string_view from, std::string_view to) {
    std::string toml = kGrounds;
    const auto at = toml.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return toml.replace(at, from.size(), to);
  };
  EXPECT_EQ(message(kGrounds), "");
  EXPECT_NE(message(with("grade = \"A\"", "grade = \"D\"")).find("grade D makes no rule"), std::string::npos);
  EXPECT_NE(message(with("\"licence of site\"", "\"luck\"")).find("'luck' is no way"), std::string::npos);
  EXPECT_NE(message(with("[\"acupuncture\",", "[\"haircut\",")).find("no treatment 'haircut'"), std::string::npos);
  EXPECT_NE(message(with("jurisdiction = \"GB-WLS\"", "jurisdiction = \"X\"")).find("no jurisdiction 'X'"),
            std::string::npos);
  EXPECT_EQ(message(with("review_date = \"2026-11-22\"", "review_date = \"soon\"")).substr(0, 11), "rules.toml:");
  EXPECT_NE(message(with("stale_after_days = 100", "stale_after_days = 0")).find("from 1 to 3650"), std::string::npos);
  EXPECT_NE(message(with("source = \"law\"\n", "")), "");
}

}  // namespace
}  // namespace nearme
