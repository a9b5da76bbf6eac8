#include "base/scratch_file.hpp"

#include <array>
#include <string_view>

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(ScratchFile, GivesBackWhatWasWrittenAndHasNoName) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "nearme_scratch_test";
  std::filesystem::create_directories(folder);
  auto file = ScratchFile::make(folder).value();
  ASSERT_TRUE(file.append(std::as_bytes(std::span(std::string_view("one two")))));
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  std::array<char, 3> read{};
  ASSERT_TRUE(file.read(4, std::as_writable_bytes(std::span(read))));
  EXPECT_EQ(std::string_view(read.data(), read.size()), "two");
  EXPECT_FALSE(file.read(5, std::as_writable_bytes(std::span(read))));
}

TEST(ScratchFile, NamesTheFolderThatItCannotWriteTo) {
  EXPECT_NE(ScratchFile::make("/no/such/folder").error().message.find("/no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace nearme
