#include "index/build/image_assembly.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "index/image/image_builder.hpp"
#include "index/image/image_in_memory.hpp"
#include "index/testing/worlds.hpp"

namespace nearme {
namespace {

std::vector<std::byte> assembled(const std::vector<IndexEntry>& entries, std::size_t bytes_in_memory) {
  ImageAssembly assembly({.revision = 3}, SpillPlace{testing::TempDir(), bytes_in_memory});
  for (const IndexEntry& entry : entries) EXPECT_TRUE(assembly.add(entry));
  ImageInMemory image;
  EXPECT_TRUE(std::move(assembly).write_to(image));
  return std::move(image).take();
}

std::vector<std::byte> built(const std::vector<IndexEntry>& entries) {
  ImageBuilder builder({.revision = 3});
  for (const IndexEntry& entry : entries) builder.add(entry);
  return std::move(builder).build();
}

TEST(ImageAssembly, GivesTheSameBytesHoweverMuchMemoryItHas) {
  for (const std::uint32_t sites : {0U, 1U, 700U}) {
    const auto entries = make_world(WorldShape::cities, {.sites = sites});
    const auto expected = built(entries);
    for (const std::size_t bytes : {0U, 50'000U, 100'000'000U})
      EXPECT_TRUE(assembled(entries, bytes) == expected) << sites << " sites in " << bytes;
  }
}

TEST(ImageAssembly, GivesTheSameBytesInWhateverOrderEntriesCome) {
  auto entries = make_world(WorldShape::antimeridian, {.sites = 700});
  const auto expected = built(entries);
  std::ranges::reverse(entries);
  EXPECT_TRUE(assembled(entries, 50'000) == expected);
  std::shuffle(entries.begin(), entries.end(), std::mt19937_64(17));
  EXPECT_TRUE(assembled(entries, 50'000) == expected);
}

TEST(ImageAssembly, GivesTheSameBytesWhenEntriesComeInRowsOfSeveral) {
  const auto entries = make_world(WorldShape::cities, {.sites = 700});
  ImageAssembly assembly({.revision = 3});
  std::size_t at = 0;
  for (const std::size_t several : {0U, 1U, 256U, 443U}) {
    EntryRows rows;
    for (std::size_t i = 0; i < several; ++i) rows.add(entries[at++]);
    EXPECT_TRUE(assembly.add(std::move(rows)));
  }
  ASSERT_EQ(assembly.sites(), 700U);
  ImageInMemory image;
  ASSERT_TRUE(std::move(assembly).write_to(image));
  EXPECT_TRUE(std::move(image).take() == built(entries));
}

TEST(ImageAssembly, WorksSectionsOutOnSeveralThreadsToTheSameBytes) {
  // As many sites as make it start threads.
  auto entries = make_world(WorldShape::cities, {.sites = 20'500});
  const auto expected = built(entries);
  std::ranges::reverse(entries);
  EXPECT_TRUE(assembled(entries, 2'000'000) == expected);
}

TEST(ImageAssembly, TellsHowFarItIs) {
  ImageAssembly assembly({});
  for (const IndexEntry& entry : make_world(WorldShape::cities, {.sites = 10'001})) ASSERT_TRUE(assembly.add(entry));
  EXPECT_EQ(assembly.sites(), 10'001U);
  ImageInMemory image;
  std::vector<std::uint32_t> told;
  ASSERT_TRUE(std::move(assembly).write_to(image, [&](std::uint32_t sites) { told.push_back(sites); }));
  EXPECT_EQ(told, std::vector<std::uint32_t>{10'000});
}

TEST(ImageAssembly, AnErrorOfTheTargetIsHandedOn) {
  class Full final : public ImageTarget {
   public:
    Result<void> append(std::span<const std::byte>) override { return fail(ErrorKind::unreadable, "no room"); }
    Result<void> overwrite(std::uint64_t, std::span<const std::byte>) override { return {}; }
  };
  Full full;
  EXPECT_EQ(ImageAssembly({}).write_to(full).error().message, "no room");
}

}  // namespace
}  // namespace nearme
