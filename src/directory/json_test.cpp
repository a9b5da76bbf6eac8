#include "directory/json.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "directory/random_values.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::uint32_t kSeed = 20'261'122;
constexpr int kValues = 500;

json least_site() { return {{"id", "s"}, {"lat", 1.5}, {"lon", 2}}; }

/// A site with every field that there is.
json whole_site() {
  return json::parse(R"({"id": "s", "source": "x", "name": "n", "kinds": ["k"], "lat": 1, "lon": 2,
    "address": {"street": "s", "city": "c", "region": "r", "postcode": "p", "country": "GB"},
    "phone": "1", "email": "e", "website": "w", "booking_url": "b", "opening_hours": "24/7", "time_zone": "UTC",
    "offers": [{"treatment": "t", "price": 120.5, "currency": "GBP", "practitioners": ["p"]}],
    "other_services": ["o"], "languages": ["en"], "wheelchair": "yes", "description": "d",
    "rating": {"value": 4.5, "count": 3}, "updated_at": "2026-11-22T18:00:00Z", "fictional": true})");
}

std::string field_at_fault(const json& value) {
  const auto site = site_from_json(value);
  return site ? "none" : site.error().parameter;
}

TEST(DirectoryJson, TheLeastSiteIsAnIdAndAPosition) {
  const auto site = site_from_json(least_site());
  ASSERT_TRUE(site);
  EXPECT_EQ(site->id, SiteId("s"));
  EXPECT_EQ(to_json(*site), least_site());
}

TEST(DirectoryJson, RandomSitesComeBackEqualThroughText) {
  RandomValues random(kSeed);
  for (int i = 0; i < kValues; ++i) {
    const auto site = random.site(SiteId(random.some_text()));
    const auto text = to_json(site).dump();
    const auto back = site_from_json(json::parse(text));
    ASSERT_TRUE(back) << "seed " << kSeed << ", value " << i << ": " << back.error().message;
    ASSERT_EQ(*back, site) << "seed " << kSeed << ", value " << i << ": " << text;
    ASSERT_EQ(to_json(*back).dump(), text) << "seed " << kSeed;
  }
}

TEST(DirectoryJson, RandomPractitionersComeBackEqualThroughText) {
  RandomValues random(kSeed);
  for (int i = 0; i < kValues; ++i) {
    const auto practitioner = random.practitioner(PractitionerId(random.some_text()));
    const auto text = to_json(practitioner).dump();
    ASSERT_EQ(practitioner_from_json(json::parse(text)), practitioner) << "seed " << kSeed << ": " << text;
  }
}

TEST(DirectoryJson, RandomClaimsComeBackEqualThroughText) {
  RandomValues random(kSeed);
  for (int i = 0; i < kValues; ++i) {
    const auto claim = random.claim(random.some_text());
    const auto text = to_json(claim).dump();
    ASSERT_EQ(claim_from_json(json::parse(text)), claim) << "seed " << kSeed << ": " << text;
  }
}

TEST(DirectoryJson, EveryFieldOfASiteComesBackAsWritten) {
  const auto site = site_from_json(whole_site());
  ASSERT_TRUE(site) << site.error().message;
  EXPECT_EQ(to_json(*site), whole_site());
}

TEST(DirectoryJson, PricesAreShortNumbersExactToTheHundredth) {
  for (const auto* price : {"0", "0.01", "120", "120.5", "19.99", "1.1", "99999999999.99"}) {
    auto value = whole_site();
    value["offers"][0]["price"] = json::parse(price);
    const auto site = site_from_json(value);
    ASSERT_TRUE(site) << price;
    EXPECT_EQ(to_json(*site)["offers"][0]["price"].dump(), price);
  }
}

TEST(DirectoryJson, AFieldOfTheWrongTypeIsRefusedByItsName) {
  const auto whole = whole_site();
  for (const auto& [name, right] : whole.items()) {
    for (const auto& wrong : {json(nullptr), json::array({1}), json{{"no", 1}}, json(false), json(7.5), json("text")}) {
      if (wrong.type() == right.type() || (wrong.is_number() && right.is_number())) continue;
      auto value = whole;
      value[name] = wrong;
      const auto fault = field_at_fault(value);
      EXPECT_EQ(fault.substr(0, name.size()), name) << wrong;
    }
  }
}

TEST(DirectoryJson, AnUnknownFieldIsRefusedAtEveryDepth) {
  auto value = whole_site();
  value["Name"] = "x";
  EXPECT_EQ(field_at_fault(value), "Name");
  value = whole_site();
  value["address"]["zip"] = "x";
  EXPECT_EQ(field_at_fault(value), "address.zip");
  value = whole_site();
  value["offers"][0]["cost"] = 1;
  EXPECT_EQ(field_at_fault(value), "offers[0].cost");
  value = whole_site();
  value["rating"]["best"] = 5;
  EXPECT_EQ(field_at_fault(value), "rating.best");
}

struct WrongValue {
  const char* pointer;
  const char* value;
  const char* field;
};

TEST(DirectoryJson, AValueOutOfRangeIsRefusedByItsName) {
  for (const auto& [pointer, wrong, field] : std::initializer_list<WrongValue>{
           {"/lat", "90.1", "lat"},
           {"/lon", "-180.5", "lon"},
           {"/id", "\"\"", "id"},
           {"/address/country", "\"uk\"", "address.country"},
           {"/offers/0/treatment", "\"\"", "offers[0].treatment"},
           {"/offers/0/price", "-1", "offers[0].price"},
           {"/offers/0/price", "1e300", "offers[0].price"},
           {"/offers/0/price", "1.005", "offers[0].price"},
           {"/offers/0/price", "\"120\"", "offers[0].price"},
           {"/offers/0/currency", "\"\"", "offers[0].currency"},
           {"/offers/0/practitioners/0", "3", "offers[0].practitioners[0]"},
           {"/rating/value", "5.5", "rating.value"},
           {"/rating/count", "-1", "rating.count"},
           {"/rating/count", "4294967296", "rating.count"},
           {"/rating/count", "1.5", "rating.count"},
           {"/wheelchair", "\"maybe\"", "wheelchair"},
           {"/updated_at", "\"yesterday\"", "updated_at"},
           {"/updated_at", "\"9999-12-31T23:59:59-01:00\"", "updated_at"},
           {"/kinds/0", "\"\"", "kinds[0]"},
           {"/languages/0", "null", "languages[0]"},
       }) {
    auto value = whole_site();
    value[json::json_pointer(pointer)] = json::parse(wrong);
    EXPECT_EQ(field_at_fault(value), field) << pointer << " " << wrong;
  }
}

TEST(DirectoryJson, WhatIsMissingIsNamed) {
  for (const auto* name : {"id", "lat", "lon"}) {
    auto value = whole_site();
    value.erase(name);
    EXPECT_EQ(field_at_fault(value), name);
  }
  auto value = whole_site();
  value["offers"][0].erase("price");
  EXPECT_EQ(field_at_fault(value), "offers[0].price");
}

TEST(DirectoryJson, WhatIsNoObjectIsRefused) {
  for (const auto& value : {json(nullptr), json("site"), json::array(), json(1)}) {
    EXPECT_FALSE(site_from_json(value));
    EXPECT_FALSE(practitioner_from_json(value));
    EXPECT_FALSE(claim_from_json(value));
  }
}

TEST(DirectoryJson, AClaimNamesItsTreatmentOnlyWhereItSpeaksOfOne) {
  auto claim = claim_from_json({{"subject_id", "s"}, {"claim", "c"}}).value();
  EXPECT_TRUE(claim.treatment.empty());
  EXPECT_FALSE(to_json(claim).contains("treatment"));
  claim.treatment = TreatmentId("micro-needling");
  EXPECT_EQ(to_json(claim)["treatment"], "micro-needling");
}

TEST(DirectoryJson, PractitionersAndClaimsRefuseByNameToo) {
  EXPECT_EQ(practitioner_from_json(json{{"id", "p"}, {"site_ids", "s"}}).error().parameter, "site_ids");
  EXPECT_EQ(practitioner_from_json(json{{"id", "p"}, {"sites", "s"}}).error().parameter, "sites");
  const json claim{{"subject_id", "s"}, {"claim", "c"}, {"checked_at", "2026-02-30"}};
  EXPECT_EQ(claim_from_json(claim).error().parameter, "checked_at");
}

TEST(Wheelchair, EveryStateIsReadBackFromItsName) {
  for (const auto state : {Wheelchair::unknown, Wheelchair::yes, Wheelchair::limited, Wheelchair::no}) {
    EXPECT_EQ(wheelchair_from(to_string(state)), state);
  }
  EXPECT_EQ(wheelchair_from("Yes").error().parameter, "wheelchair");
}

}  // namespace
}  // namespace nearme
