#pragma once

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace nearme {

/// Where tests of this process put their files; gone when the process ends by itself.
class TestFolder {
 public:
  TestFolder() : path_(std::filesystem::path(testing::TempDir()) / ("nearme_store_" + std::to_string(::getpid()))) {}
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;
  ~TestFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// A new, empty folder for a test, of this process alone.
inline std::filesystem::path fresh_folder() {
  static const TestFolder all;
  static int number = 0;
  auto folder = all.path() / std::to_string(++number);
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace nearme
