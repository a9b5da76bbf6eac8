#include "base/file.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

std::filesystem::path fresh_folder() {
  auto folder = std::filesystem::path(testing::TempDir()) / "nearme_file_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

TEST(ReplaceFile, TheNewTextStandsWhereTheOldStood) {
  const auto path = fresh_folder() / "image";
  ASSERT_TRUE(replace_file(path, "old"));
  ASSERT_TRUE(replace_file(path, "newer"));
  EXPECT_EQ(read_file(path), "newer");
}

TEST(ReplaceFile, LeavesNothingBehindWhenItCannotWrite) {
  const auto folder = fresh_folder();
  EXPECT_FALSE(replace_file(folder / "missing" / "image", "text"));
  EXPECT_TRUE(std::filesystem::is_empty(folder));
}

TEST(ReadFile, NamesThePathThatItCannotRead) {
  EXPECT_NE(read_file("/no/such/file").error().message.find("/no/such/file"), std::string::npos);
  EXPECT_FALSE(read_file(fresh_folder()));
}

TEST(WritableFolder, AFileInItsPlaceIsAnError) {
  const auto path = fresh_folder() / "data";
  ASSERT_TRUE(replace_file(path, "a file"));
  EXPECT_FALSE(make_writable_folder(path));
  EXPECT_TRUE(make_writable_folder(path.parent_path() / "a" / "b"));
}

}  // namespace
}  // namespace nearme
