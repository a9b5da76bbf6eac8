#include "base/new_file.hpp"

#include <atomic>
#include <fstream>
#include <optional>
#include <random>
#include <thread>

#include <gtest/gtest.h>

#include "base/file.hpp"

namespace nearme {
namespace {

std::filesystem::path fresh_folder() {
  auto folder = std::filesystem::path(testing::TempDir()) / "nearme_new_file_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

TEST(NewFile, TakesItsPlaceOnlyWhenItIsPutThere) {
  const auto path = fresh_folder() / "image";
  ASSERT_TRUE(replace_file(path, "old"));
  auto file = NewFile::make(path).value();
  ASSERT_TRUE(file.append(bytes_of("new one")));
  EXPECT_EQ(read_file(path), "old");
  ASSERT_TRUE(std::move(file).put_in_place());
  EXPECT_EQ(read_file(path), "new one");
}

TEST(NewFile, ThatIsGivenUpLeavesNothingBehind) {
  const auto path = fresh_folder() / "image";
  ASSERT_TRUE(replace_file(path, "old"));
  {
    auto file = NewFile::make(path).value();
    ASSERT_TRUE(file.append(bytes_of(std::string(3'000'000, 'x'))));
  }
  EXPECT_EQ(read_file(path), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}), 1);
}

TEST(NewFile, WritesOverWhatAKilledProcessLeft) {
  const auto path = fresh_folder() / "image";
  std::ofstream(path.string() + ".new") << "half of something that was never finished";
  ASSERT_TRUE(replace_file(path, "new"));
  EXPECT_EQ(read_file(path), "new");
  EXPECT_FALSE(std::filesystem::exists(path.string() + ".new"));
}

TEST(NewFile, HoldsWhatWasAppendedInItsOrderHoweverMuchAtOnce) {
  constexpr std::uint32_t kSeed = 3;
  std::mt19937 random(kSeed);
  const auto path = fresh_folder() / "image";
  auto file = NewFile::make(path).value();
  std::string expected;
  for (const std::uint32_t most : {10U, 100'000U, 3'000'000U, 5'000U}) {
    for (int i = 0; i < 20; ++i) {
      const std::string text(random() % most, static_cast<char>('a' + random() % 26));
      ASSERT_TRUE(file.append(bytes_of(text)));
      expected += text;
    }
  }
  auto moved = std::move(file);
  ASSERT_TRUE(std::move(moved).put_in_place());
  EXPECT_TRUE(read_file(path).value() == expected) << "seed " << kSeed;
}

TEST(NewFile, CanBeWrittenOverInTheMiddle) {
  const auto path = fresh_folder() / "image";
  auto file = NewFile::make(path).value();
  ASSERT_TRUE(file.append(bytes_of("....")));
  ASSERT_TRUE(file.append(bytes_of("tail")));
  ASSERT_TRUE(file.overwrite(0, bytes_of("head")));
  EXPECT_EQ(file.size(), 8U);
  ASSERT_TRUE(std::move(file).put_in_place());
  EXPECT_EQ(read_file(path), "headtail");
}

TEST(NewFile, TwoOfOnePlaceWaitForEachOther) {
  const auto path = fresh_folder() / "image";
  auto first = std::make_optional(NewFile::make(path).value());
  std::atomic<bool> second_is_made = false;
  std::thread other([&] {
    auto second = NewFile::make(path).value();
    second_is_made = true;
    ASSERT_TRUE(second.append(bytes_of("second")));
    ASSERT_TRUE(std::move(second).put_in_place());
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(20));
  EXPECT_FALSE(second_is_made);
  ASSERT_TRUE(first->append(bytes_of("first, and longer")));
  ASSERT_TRUE(std::move(*first).put_in_place());
  other.join();
  EXPECT_EQ(read_file(path), "second");
}

}  // namespace
}  // namespace nearme
