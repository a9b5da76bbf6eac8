#include <chrono>
#include <cstdlib>

#include <gtest/gtest.h>

#include "directory/random_values.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/sqlite_test_files.hpp"

namespace nearme {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

Site typical_site(RandomValues& random, int number) {
  Site site{.id = SiteId(fmt::format("osm/n{:08x}", number * 2654435761U)), .position = random.position()};
  site.name = "The Clinic of Dr Example";
  site.kinds = {KindId("aesthetic-clinic")};
  site.address = {
      .street = "12 High Street", .city = "Leeds", .region = "England", .postcode = "LS1 4AP", .country = "GB"};
  site.phone = "+44 113 496 0000";
  site.website = "https://clinic.example.org/leeds";
  site.opening_hours = "Mo-Fr 09:00-18:00; Sa 10:00-14:00; PH off";
  site.time_zone = "Europe/London";
  site.offers = {{.treatment = TreatmentId("micro-needling"), .price = Money{12000, "GBP"}, .practitioners = {}},
                 {.treatment = TreatmentId("chemical-peel"), .price = Money{9550, "GBP"}, .practitioners = {}}};
  site.languages = {"en"};
  return site;
}

Result<void> import_sites(Store& store, int number) {
  RandomValues random(1);
  TRY(auto session, store.begin_import({.id = SourceId("speed")}));
  const auto begin = Clock::now();
  for (int i = 0; i < number; ++i) TRY_VOID(session->put(std::to_string(i), typical_site(random, i)));
  TRY_VOID(session->retire_others(SubjectKind::site));
  TRY_VOID(session->commit());
  fmt::print("{} puts, {:.0f} a second\n", number, number / seconds_since(begin));
  return {};
}

/// NEARME_SPEED_SITES=1000000 measures at that size; by default it only shows that the path works.
TEST(SqliteSpeed, ImportsAgainAndAgainAndWalksAllOfIt) {
  const auto* asked = std::getenv("NEARME_SPEED_SITES");
  const int number = asked == nullptr ? 2000 : std::atoi(asked);
  auto store = *open_sqlite_store(fresh_folder() / "store.db");
  ASSERT_TRUE(import_sites(*store, number));
  ASSERT_TRUE(import_sites(*store, number));
  EXPECT_EQ(store->revision(), Revision{static_cast<std::uint64_t>(number)}) << "the second import changed something";
  const auto begin = Clock::now();
  int visited = 0;
  ASSERT_TRUE(store->for_each_listing([&](const Listing&) -> Result<void> {
    ++visited;
    return {};
  }));
  EXPECT_EQ(visited, number);
  fmt::print("{} listings, {:.0f} a second\n", visited, visited / seconds_since(begin));
}

}  // namespace
}  // namespace nearme
