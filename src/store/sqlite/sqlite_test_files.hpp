#pragma once

#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace nearme {

/// A new, empty folder for a test, of this process alone.
inline std::filesystem::path fresh_folder() {
  static int number = 0;
  const auto name = "nearme_store_" + std::to_string(::getpid()) + "_" + std::to_string(++number);
  auto folder = std::filesystem::path(testing::TempDir()) / name;
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  return folder;
}

}  // namespace nearme
