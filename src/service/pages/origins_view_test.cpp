#include "service/pages/origins_view.hpp"

#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;
using nlohmann::json;

SiteSetting site_setting() {
  return {.catalogue = catalogue(), .language = english(), .schedule = {}, .time_zone = "Europe/London", .now = kNow};
}

Site record(const char* source, const char* name) {
  Site site{.id = SiteId{source}, .source = SourceId{source}, .position = *LatLon::make({.lat = 53.8, .lon = -1.54})};
  site.name = name;
  return site;
}

/// The row that tells of something; null where there is none.
json row_of(const json& view, const std::string& what) {
  for (const auto& row : view["rows"]) {
    if (row["what"] == what) return row;
  }
  return nullptr;
}

TEST(OriginsView, ASiteOfOneSourceIsToldAsAWholeWithItsPeopleAndItsEvidence) {
  Listing made{.site = record("table", "Alpha"), .practitioners = {}, .claims = {}};
  made.site.updated_at = parse_instant("2026-03-03T12:00:00Z").value();
  made.practitioners.resize(2);
  for (auto& practitioner : made.practitioners) practitioner.source = SourceId{"people"};
  made.claims.resize(1);
  made.claims[0].source = SourceId{"checks"};
  const auto view = origins_view(made, {}, site_setting());
  EXPECT_EQ(view["is_merged"], false);
  EXPECT_EQ(view["records"], (json{{{"source", "“table”"}, {"changed", "last changed 3 March 2026"}}}));
  ASSERT_EQ(view["rows"].size(), 3) << view;
  EXPECT_EQ(view["rows"][0]["source"], "table");
  EXPECT_EQ(row_of(view, "Practitioners")["source"], "people");
  EXPECT_EQ(row_of(view, "Evidence")["source"], "checks");
}

TEST(OriginsView, OfSeveralSourcesEachFieldSaysWhoseItIsAndWhatOthersSay) {
  auto first = record("register", "Alpha");
  auto second = record("table", "Alfa");
  second.phone = "+441134960000";
  first.kinds = {KindId{"dermatology"}};
  second.kinds = {KindId{"beauty-salon"}};
  const auto view = origins_view({.site = first, .practitioners = {}, .claims = {}}, {first, second}, site_setting());
  EXPECT_EQ(view["is_merged"], true);
  EXPECT_EQ(view["records"].size(), 2);
  EXPECT_EQ(view["records"][1]["changed"], "day of the last change not stated");
  EXPECT_EQ(row_of(view, "Name")["source"], "register");
  EXPECT_EQ(row_of(view, "Name")["others"], json{"“table” says: Alfa"});
  EXPECT_EQ(row_of(view, "Telephone")["source"], "table");
  EXPECT_EQ(row_of(view, "Telephone")["others"], json::array());
  EXPECT_EQ(row_of(view, "Kind of place")["others"], json{"“table” says something else"});
  EXPECT_EQ(row_of(view, "Description"), nullptr) << "what nobody says has no source";
}

TEST(OriginsView, EveryWordOfItIsThereInEachLanguage) {
  auto full = record("a", "Alpha");
  full.phone = full.email = full.website = full.booking_url = full.opening_hours = full.time_zone = full.description =
      "x";
  full.address.city = "Leeds";
  full.kinds = {KindId{"dermatology"}};
  full.offers = {{.treatment = TreatmentId{"micro-needling"}, .price = {}, .practitioners = {}}};
  full.other_services = full.languages = {"x"};
  full.wheelchair = Wheelchair::yes;
  full.rating = Rating{.value = 4, .count = 3};
  for (const auto& language : languages()) {
    const SiteSetting setting{
        .catalogue = catalogue(), .language = language, .schedule = {}, .time_zone = "Europe/London", .now = kNow};
    const auto view = origins_view({.site = full, .practitioners = {}, .claims = {}}, {full, full}, setting);
    EXPECT_EQ(view["rows"].size(), 16) << language.tag();
    for (const auto& row : view["rows"])
      EXPECT_FALSE(language.messages().contains(row["what"].get<std::string>())) << row << " is a key, not a message";
  }
}

}  // namespace
}  // namespace nearme
