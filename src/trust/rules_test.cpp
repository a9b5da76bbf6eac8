#include "trust/rules.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "catalogue/catalogue_files.hpp"
#include "intake/cqc/location_columns.hpp"

namespace nearme {
namespace {

using Texts = std::vector<std::string>;

const Catalogue& catalogue() {
  static const auto kCatalogue = Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue")).value();
  return kCatalogue;
}

const TrustRules& shipped() {
  static const auto kShipped =
      TrustRules::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/trust"), catalogue()).value();
  return kShipped;
}

Texts rules_at(const Address& address, const char* treatment, const TrustRules& rules = shipped()) {
  Texts ids;
  for (const auto* rule : rules.rules_for(TreatmentId{treatment}, address)) ids.push_back(rule->id);
  return ids;
}

/// What has to be shown there, a text a rule: "licence of site or registration of practitioner".
Texts needed(const Address& address, const char* treatment) {
  Texts all;
  for (const auto* rule : shipped().rules_for(TreatmentId{treatment}, address)) {
    std::string ways;
    for (const auto& way : rule->met_by)
      ways += (ways.empty() ? "" : " or ") + way.claim + (way.of == ClaimOf::site ? " of site" : " of practitioner");
    all.push_back(ways);
  }
  return all;
}

Address in(const char* country, const char* region, const char* city = "", const char* postcode = "") {
  return {.city = city, .region = region, .postcode = postcode, .country = country};
}

const Texts kNothing{};
const Texts kSite{"licence of site"};
const Texts kPersonAndSite{"licence of practitioner", "licence of site"};
const Texts kProfession{"registration of practitioner"};
const Texts kSiteUnlessDoctor{"licence of site or registration of practitioner"};
const Texts kBothUnlessDoctor{"licence of practitioner or registration of practitioner",
                              "licence of site or registration of practitioner"};

/// A table: a place, a treatment, and what is asked for there.
struct Row {
  const char* what;
  Address address;
  const char* treatment;
  Texts needed;
};

TEST(ShippedRules, AskInEachPlaceForWhatItsLawAsksFor) {
  const std::vector<Row> table{
      {"England", in("GB", "England"), "acupuncture", kBothUnlessDoctor},
      {"England by postcode", in("GB", "", "Leeds", "LS1 4DY"), "microblading", kBothUnlessDoctor},
      {"England, micro-needling", in("GB", "England", "Leeds"), "micro-needling", kNothing},
      {"England, threads", in("GB", "England"), "thread-lift", {"registration of site"}},
      {"England, facial", in("GB", "England"), "facial", kNothing},
      {"Cheltenham", in("GB", "England", "Cheltenham"), "micro-needling", kBothUnlessDoctor},
      {"Cheltenham in place of England", in("GB", "England", "Cheltenham"), "acupuncture", kBothUnlessDoctor},
      {"Rossendale", in("GB", "", "Bacup"), "dermal-filler", kBothUnlessDoctor},
      {"Coventry", in("GB", "", "Coventry", "CV1 1AA"), "micro-needling", kBothUnlessDoctor},
      {"Coventry has no word of fillers", in("GB", "England", "Coventry"), "dermal-filler", kNothing},
      {"Epping Forest", in("GB", "England", "Loughton"), "microblading", kBothUnlessDoctor},
      {"Torridge", in("GB", "", "Bideford", "EX39 1AA"), "acupuncture", kBothUnlessDoctor},
      {"Wales", in("GB", "Wales"), "acupuncture", kPersonAndSite},
      {"Wales by postcode", in("GB", "", "Cardiff", "CF10 1AA"), "electrolysis", kPersonAndSite},
      {"Wales, micro-needling", in("GB", "Wales"), "micro-needling", kNothing},
      {"Wales, prescription", in("GB", "Wales"), "botulinum-toxin", kProfession},
      {"Scotland",
       in("GB", "Scotland"),
       "microblading",
       {"licence of site or licence of practitioner or registration of practitioner"}},
      {"Scotland, prescription",
       in("GB", "", "Edinburgh", "EH1 1AA"),
       "botulinum-toxin",
       {"registration of practitioner", "registration of site"}},
      {"Scotland, clinic", in("GB", "Scotland"), "dermal-filler", {"registration of site"}},
      {"Scotland, micro-needling", in("GB", "Scotland"), "micro-needling", kNothing},
      {"Northern Ireland", in("GB", "Northern Ireland", "Belfast"), "acupuncture", kPersonAndSite},
      {"Northern Ireland by postcode", in("GB", "", "Belfast", "BT1 1AA"), "microblading", kPersonAndSite},
      {"Northern Ireland, micro-needling", in("GB", "Northern Ireland"), "micro-needling", kNothing},
      {"across the border", in("GB", "", "Oswestry", "SY11 1AA"), "acupuncture", kNothing},
      {"London", in("GB", "", "London"), "massage", kSiteUnlessDoctor},
      {"London, micro-needling", in("GB", "", "London"), "micro-needling", kNothing},
      {"Islington",
       in("GB", "Islington", "London"),
       "laser-hair-removal",
       {"licence of site or registration of practitioner", "licence of practitioner or registration of practitioner"}},
      {"Waltham Forest", in("GB", "Waltham Forest", "London"), "waxing", kSiteUnlessDoctor},
      {"Wandsworth", in("GB", "Wandsworth", "London"), "waxing", kNothing},
      {"Hillingdon", in("GB", "London Borough of Hillingdon"), "facial", kSiteUnlessDoctor},
      {"Havering has no word of lasers", in("GB", "Havering"), "laser-hair-removal", kSiteUnlessDoctor},
      {"Ealing", in("GB", "Ealing", "London"), "facial", kSiteUnlessDoctor},
      {"Hackney",
       in("GB", "", "Hackney, London"),
       "pedicure",
       {"licence of site or registration of practitioner", "licence of practitioner or registration of practitioner"}},
      {"Merton has no word of nails", in("GB", "Merton"), "pedicure", kSiteUnlessDoctor},
      {"City of London", in("GB", "City of London", "London", "EC2A 1AA"), "acupuncture", kSite},
      {"United States", in("US", "WY"), "micro-needling", {"device of site or device of practitioner"}},
      {"California",
       in("US", "CA"),
       "micro-needling",
       {"device of site or device of practitioner", "registration of practitioner"}},
      {"Florida",
       in("US", "Florida"),
       "micro-needling",
       {"device of site or device of practitioner", "registration of practitioner"}},
      {"Florida, colour", in("US", "FL"), "microblading", kPersonAndSite},
      {"Illinois, heat", in("US", "IL"), "rf-micro-needling", kProfession},
      {"New York", in("US", "NY"), "waxing", kPersonAndSite},
      {"New York, micro-needling",
       in("US", "NY"),
       "micro-needling",
       {"device of site or device of practitioner", "registration of practitioner"}},
      {"New York, injections", in("US", "NY"), "dermal-filler", kProfession},
      {"New York, lasers", in("US", "New York"), "tattoo-removal", kProfession},
      {"New York, laser for hair", in("US", "NY"), "laser-hair-removal", kNothing},
      {"Texas, laser", in("US", "TX"), "laser-hair-removal", kPersonAndSite},
      {"Texas, colour", in("US", "Texas"), "permanent-make-up", kSite},
      {"a country without rules", in("FR", "Bretagne"), "acupuncture", kNothing},
      {"nowhere", {}, "acupuncture", kNothing}};
  for (const auto& row : table) EXPECT_EQ(needed(row.address, row.treatment), row.needed) << row.what;
}

TEST(ShippedRules, TellTheLondonBoroughsApart) {
  const auto massage_in = [](const Address& address) { return rules_at(address, "massage"); };
  EXPECT_EQ(massage_in(in("GB", "Bexley")), Texts{"london-bexley-premises"});
  EXPECT_EQ(massage_in(in("GB", "", "Islington, London")),
            (Texts{"london-islington-premises", "london-islington-person"}));
  EXPECT_EQ(massage_in(in("GB", "Greater London", "London Borough of Newham")),
            (Texts{"london-newham-premises", "london-newham-person"}));
  EXPECT_EQ(massage_in(in("GB", "City of Westminster", "London", "W1A 1AA")), Texts{"london-westminster-premises"});
  EXPECT_EQ(massage_in(in("GB", "City of London", "London")), Texts{"london-city-special-treatments"});
  EXPECT_EQ(massage_in(in("GB", "Royal Borough of Kensington and Chelsea", "London")),
            Texts{"london-kensington-and-chelsea-premises"});
  EXPECT_EQ(massage_in(in("GB", "Croydon")), Texts{"london-croydon-premises"});
}

TEST(ShippedRules, KnowTheLocalAuthoritiesOfTheCareQualityCommission) {
  // Address, local authority and county as its files of London have them.
  const auto in_authority = [](const char* authority) {
    return rules_at(in("GB", region_of_location(authority, "Greater London").c_str(), "London", "N1 1AA"), "massage");
  };
  EXPECT_EQ(in_authority("Islington"), (Texts{"london-islington-premises", "london-islington-person"}));
  EXPECT_EQ(in_authority("Westminster"), Texts{"london-westminster-premises"});
  EXPECT_EQ(in_authority("City of London"), Texts{"london-city-special-treatments"});
  EXPECT_EQ(in_authority("Camden"), Texts{"london-special-treatments"}) << "no page of its own is known";
  EXPECT_EQ(in_authority(""), Texts{"london-special-treatments"});
}

TEST(ShippedRules, GuessNoBoroughWhereTheAddressTellsNone) {
  const Texts general{"london-special-treatments"};
  // N1 lies in three boroughs, Croydon's post town in four; of Camden we know no page of its own.
  EXPECT_EQ(rules_at(in("GB", "", "London", "N1 1AA"), "massage"), general);
  EXPECT_EQ(rules_at(in("GB", "Greater London", "", ""), "massage"), general);
  EXPECT_EQ(rules_at(in("GB", "", "", "SW1A 1AA"), "massage"), general);
  EXPECT_EQ(rules_at(in("GB", "Camden", "London"), "massage"), general);
  EXPECT_EQ(rules_at(in("GB", "", "Croydon", "CR0 1AA"), "massage"), kNothing) << "no word of London";
  const auto* rule = shipped().rules_for(TreatmentId{"massage"}, in("GB", "", "London")).front();
  EXPECT_EQ(shipped().jurisdiction(rule->jurisdiction)->name, "London, borough not told");
  EXPECT_NE(rule->text.find("the address does not tell which it is"), std::string::npos);
}

TEST(ShippedRules, HaveEachASourceAReviewDateAndNoSignatureThatNobodyGave) {
  for (const auto& rule : shipped().all()) {
    EXPECT_TRUE(rule.url.starts_with("https://")) << rule.id;
    EXPECT_TRUE(parse_date(rule.review_date)) << rule.id;
    EXPECT_FALSE(rule.source.empty()) << rule.id;
    EXPECT_EQ(rule.reviewed_by, "") << rule.id;
    EXPECT_FALSE(catalogue().hides("GB", rule.text + rule.source + rule.url)) << rule.id;
  }
}

TEST(ShippedRules, AreThereForEachPlaceOfWhichTheDocumentsSpeak) {
  for (const auto* id : {"GB", "GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR", "london", "london-city", "US", "US-CA", "US-FL",
                         "US-IL", "US-NY", "US-TX"}) {
    EXPECT_TRUE(std::ranges::any_of(shipped().all(), [&](const TrustRule& rule) { return rule.jurisdiction == id; }))
        << id;
  }
}

constexpr const char* kNarrowAndWide = R"(
[[source]]
id = "law"
name = "The law"
url = "https://law.example/"
grade = "A"
[[jurisdiction]]
id = "wide"
name = "Wide"
country = "GB"
[[jurisdiction]]
id = "narrow"
name = "Narrow"
country = "GB"
towns = ["Here"]
[[rule]]
id = "wide-rule"
jurisdiction = "wide"
treatments = ["massage", "facial"]
text = "A licence."
met_by = ["licence of site"]
source = "law"
review_date = "2026-11-22"
[[rule]]
id = "narrow-rule"
jurisdiction = "narrow"
instead_of = ["wide-rule"]
treatments = ["massage"]
text = "Another licence."
met_by = ["licence of site"]
source = "law"
review_date = "2026-11-22"
)";

Result<TrustRules> rules_of(const std::string& toml) {
  const std::vector<CatalogueFile> files{{.name = "rules.toml", .text = toml}};
  return TrustRules::load(files, catalogue());
}

TEST(TrustRules, ANarrowerRuleTakesThePlaceOfAWiderOneForItsTreatmentsAlone) {
  const auto rules = rules_of(kNarrowAndWide).value();
  EXPECT_EQ(rules_at(in("GB", "", "There"), "massage", rules), Texts{"wide-rule"});
  EXPECT_EQ(rules_at(in("GB", "", "Here"), "massage", rules), Texts{"narrow-rule"});
  EXPECT_EQ(rules_at(in("GB", "", "Here"), "facial", rules), Texts{"wide-rule"});
}

TEST(TrustRules, WhatIsReplacedMustBeARule) {
  std::string toml = kNarrowAndWide;
  toml.replace(toml.find("[\"wide-rule\"]"), 13, "[\"wide-rul\"]");
  const auto loaded = rules_of(toml);
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().message.find("there is no rule 'wide-rul'"), std::string::npos) << loaded.error().message;
}

}  // namespace
}  // namespace nearme
