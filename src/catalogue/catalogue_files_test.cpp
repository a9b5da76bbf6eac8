#include "catalogue/catalogue_files.hpp"

#include <gtest/gtest.h>

#include "base/file.hpp"

namespace nearme {
namespace {

std::filesystem::path fresh_folder() {
  auto folder = std::filesystem::path(testing::TempDir()) / "nearme_catalogue_files_test";
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder / "guides");
  return folder;
}

TEST(CatalogueFiles, AnEmptyFolderHasNone) { EXPECT_TRUE(read_catalogue_files(fresh_folder())->empty()); }

TEST(CatalogueFiles, AreTheTomlFilesOfAllFoldersByPath) {
  const auto folder = fresh_folder();
  for (const auto* name : {"own.toml", "notes.md", "guides/z.toml", "guides/a.toml"}) {
    ASSERT_TRUE(replace_file(folder / name, name));
  }
  const auto files = *read_catalogue_files(folder);
  ASSERT_EQ(files.size(), 3U);
  EXPECT_EQ(files[0].name, "guides/a.toml");
  EXPECT_EQ(files[2].name, "own.toml");
  EXPECT_EQ(files[2].text, "own.toml");
}

TEST(CatalogueFiles, AMissingFolderIsUnreadable) {
  EXPECT_EQ(read_catalogue_files("/no/such/folder").error().kind, ErrorKind::unreadable);
}

}  // namespace
}  // namespace nearme
