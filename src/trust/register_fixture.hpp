#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <unistd.h>

#include "base/file.hpp"
#include "store/sqlite/registers.hpp"
#include "trust/import_register.hpp"

namespace nearme {

/// What tests of trust share: a store in a folder of the test's own, and registers imported from text.
class RegisterFixture : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::path(testing::TempDir()) / ("nearme_trust_" + std::to_string(::getpid())) /
              (std::string(test->test_suite_name()) + "." + test->name());
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    registers_ = Registers::open(folder_ / "store.sqlite").value();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static RegisterRequest request(const char* id, const char* day) {
    RegisterRequest made;
    made.about.id = RegisterId{id};
    made.dated = parse_date(day).value();
    return made;
  }

  /// Imports a text as the register's file.
  Result<RegisterReport> import(RegisterRequest asked, std::string_view text) {
    asked.file = folder_ / (asked.about.id.text() + ".csv");
    EXPECT_TRUE(replace_file(asked.file, text));
    return import_register(*registers_, asked, {});
  }

  std::optional<RegisterEntry> found(const char* id, std::string_view key) {
    return registers_->find(RegisterId{id}, key).value();
  }

  std::filesystem::path folder_;
  std::unique_ptr<Registers> registers_;
};

}  // namespace nearme
