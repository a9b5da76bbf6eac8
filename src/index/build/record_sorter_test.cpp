#include "index/build/record_sorter.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <tuple>

#include <gtest/gtest.h>

namespace nearme {
namespace {

constexpr std::uint64_t kSeed = 31;

using Records = std::vector<std::pair<std::string, std::string>>;

std::filesystem::path scratch_folder() {
  const auto folder = std::filesystem::path(testing::TempDir()) / "nearme_sorter_test";
  std::filesystem::create_directories(folder);
  return folder;
}

/// Keys of every length from none, many with one beginning, and some equal ones.
Records random_records(std::size_t count) {
  std::mt19937_64 random(kSeed);
  Records records;
  for (std::size_t i = 0; i < count; ++i) {
    std::string key(random() % 12, 'a');
    for (char& letter : key) letter = static_cast<char>(random() % 3 == 0 ? random() % 256 : 'a');
    records.emplace_back(std::move(key), std::string(random() % 300, static_cast<char>('A' + random() % 26)));
  }
  return records;
}

Records sorted(const Records& records, std::optional<SpillPlace> spill) {
  RecordSorter sorter(std::move(spill));
  for (const auto& [key, rest] : records) EXPECT_TRUE(sorter.add(key, rest));
  Records in_order;
  EXPECT_TRUE(std::move(sorter).visit_in_order([&](std::string_view key, std::string_view rest) -> Result<void> {
    in_order.emplace_back(key, rest);
    return {};
  }));
  return in_order;
}

TEST(RecordSorter, SortsAsTheLibraryDoesInMemoryAndThroughAFile) {
  for (const std::size_t count : {0U, 1U, 2U, 20'000U}) {
    const Records records = random_records(count);
    Records expected = records;
    std::ranges::sort(expected);
    EXPECT_TRUE(sorted(records, std::nullopt) == expected) << "seed " << kSeed << ", " << count;
    for (const std::size_t bytes : {0U, 1000U, 300'000U, 100'000'000U})
      EXPECT_TRUE(sorted(records, SpillPlace{scratch_folder(), bytes}) == expected) << count << " in " << bytes;
  }
}

TEST(RecordSorter, LeavesNoFileBehind) {
  RecordSorter sorter(SpillPlace{scratch_folder(), 1000});
  for (const auto& [key, rest] : random_records(1000)) ASSERT_TRUE(sorter.add(key, rest));
  EXPECT_TRUE(std::filesystem::is_empty(scratch_folder()));
}

TEST(RecordSorter, SaysWhereItCannotSpill) {
  RecordSorter sorter(SpillPlace{"/no/such/folder", 0});
  EXPECT_EQ(sorter.add("key", "rest").error().kind, ErrorKind::unreadable);
}

TEST(RecordSorter, AnErrorOfTheVisitorEndsTheVisit) {
  RecordSorter sorter;
  ASSERT_TRUE(sorter.add("a", ""));
  ASSERT_TRUE(sorter.add("b", ""));
  int visited = 0;
  const auto outcome = std::move(sorter).visit_in_order([&](std::string_view, std::string_view) -> Result<void> {
    ++visited;
    return fail(ErrorKind::unreadable, "the disk is full");
  });
  EXPECT_FALSE(outcome);
  EXPECT_EQ(visited, 1);
}

}  // namespace
}  // namespace nearme
