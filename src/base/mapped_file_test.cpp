#include "base/mapped_file.hpp"

#include <gtest/gtest.h>

#include "base/file.hpp"

namespace nearme {
namespace {

std::filesystem::path temporary_path() { return std::filesystem::path(testing::TempDir()) / "nearme_mapped_file_test"; }

std::string text_of(const MappedFile& file) {
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

TEST(MappedFile, AnEmptyFileIsAnEmptySpan) {
  ASSERT_TRUE(replace_file(temporary_path(), ""));
  EXPECT_TRUE(MappedFile::open(temporary_path())->bytes().empty());
}

TEST(MappedFile, KeepsItsBytesWhenAnotherFileTakesItsName) {
  ASSERT_TRUE(replace_file(temporary_path(), "before"));
  const auto file = MappedFile::open(temporary_path());
  ASSERT_TRUE(replace_file(temporary_path(), "after!"));
  EXPECT_EQ(text_of(*file), "before");
}

TEST(MappedFile, AMissingFileAndAFolderAreUnreadable) {
  EXPECT_EQ(MappedFile::open("/no/such/file").error().kind, ErrorKind::unreadable);
  EXPECT_EQ(MappedFile::open(testing::TempDir()).error().kind, ErrorKind::unreadable);
}

}  // namespace
}  // namespace nearme
