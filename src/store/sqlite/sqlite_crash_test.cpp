#include <csignal>
#include <random>
#include <thread>

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/sqlite/schema.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "store/sqlite/sqlite_test_files.hpp"

namespace nearme {
namespace {

constexpr std::uint32_t kSeed = 20'261'122;
constexpr int kSites = 1500;
constexpr int kKills = 15;

/// The whole directory of one generation: every site is named after it, so that a mixture would show.
Result<Revision> import_generation(Store& store, int generation) {
  TRY(auto session, store.begin_import({.id = SourceId("crash"), .origin = std::to_string(generation)}));
  for (int i = 0; i < kSites; ++i) {
    Site site{.id = SiteId(std::to_string(i)), .position = *LatLon::make({.lat = 1, .lon = 2})};
    site.name = std::to_string(generation);
    TRY_VOID(session->put(std::to_string(i), site));
  }
  return session->commit();
}

/// The generation that stands; a failure when there are two, or when sites are missing.
int standing_generation(Store& store) {
  std::set<std::string> generations;
  int sites = 0;
  EXPECT_TRUE(store.for_each_listing([&](const Listing& listing) -> Result<void> {
    generations.insert(listing.site.name);
    ++sites;
    return {};
  }));
  EXPECT_EQ(sites, kSites);
  EXPECT_EQ(generations.size(), 1U);
  EXPECT_EQ(store.sources()->front().source.origin, *generations.begin());
  return std::stoi(*generations.begin());
}

/// Imports one generation after another until it is killed.
[[noreturn]] void import_for_ever(const std::filesystem::path& path, int generation) {
  auto store = open_sqlite_store(path);
  while (store && import_generation(**store, ++generation)) continue;
  ::_exit(1);
}

/// Waits until somebody has committed something new, half a minute at most.
void wait_for_commit(Store& store) {
  const auto before = store.revision();
  for (int i = 0; i < 3000 && store.revision() == before; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  }
}

void kill_after(pid_t process, std::chrono::microseconds wait) {
  std::this_thread::sleep_for(wait);
  ASSERT_EQ(::kill(process, SIGKILL), 0);
  int status = 0;
  ASSERT_EQ(::waitpid(process, &status, 0), process);
  ASSERT_TRUE(WIFSIGNALED(status)) << "the import ended by itself";
}

TEST(SqliteCrash, AnImportKilledAtAnyMomentLeavesBeforeOrAfter) {
  const auto path = fresh_folder() / "store.db";
  const auto begin = std::chrono::steady_clock::now();
  ASSERT_TRUE(import_generation(**open_sqlite_store(path), 0));
  // As long as an import takes on this machine, so that kills fall before, within and after commits.
  const auto import_time =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  std::uniform_int_distribution<std::int64_t> wait(0, 3 * import_time.count());
  std::mt19937 random(kSeed);
  int generation = 0;
  for (int i = 0; i < kKills; ++i) {
    SCOPED_TRACE(fmt::format("seed {}, kill {}", kSeed, i));
    const auto process = ::fork();
    ASSERT_GE(process, 0);
    if (process == 0) import_for_ever(path, generation);
    // However slow the machine, some kills come after a commit.
    if (i % 5 == 4) wait_for_commit(**open_sqlite_store(path));
    kill_after(process, std::chrono::microseconds{wait(random)});

    auto store = open_sqlite_store(path);
    ASSERT_TRUE(store) << store.error().message;
    const auto standing = standing_generation(**store);
    EXPECT_GE(standing, generation) << "what was committed is lost";
    EXPECT_EQ((*store)->revision(), Revision{static_cast<std::uint64_t>(kSites) * (standing + 1ULL)});
    generation = standing;
  }
  auto database = *Database::open(path, {});
  EXPECT_EQ(database.read_number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'"), 1);
  EXPECT_EQ(database.read_number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
  EXPECT_GT(generation, 0) << "no import was ever done: the kills came too early to say anything";
}

TEST(SqliteCrash, TheMakingOfAStoreKilledAtAnyMomentCanBeDoneAgain) {
  std::mt19937 random(kSeed);
  for (int i = 0; i < kKills; ++i) {
    SCOPED_TRACE(fmt::format("seed {}, kill {}", kSeed, i));
    const auto path = fresh_folder() / "store.db";
    const auto process = ::fork();
    ASSERT_GE(process, 0);
    if (process == 0) {
      std::ignore = open_sqlite_store(path);
      ::pause();
    }
    kill_after(process, std::chrono::microseconds{std::uniform_int_distribution(0, 8'000)(random)});
    auto store = open_sqlite_store(path);
    ASSERT_TRUE(store) << store.error().message;
    EXPECT_EQ((*store)->revision(), Revision{0});
  }
}

}  // namespace
}  // namespace nearme
