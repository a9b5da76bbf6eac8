#pragma once

#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "store/store.hpp"

namespace nearme {

/// A sort of store to be held to the contract of store.hpp: its name, and how to open a fresh, empty place. Opening the
/// same place again must show what was committed there.
struct StoreSort {
  std::string name;
  std::function<std::string()> fresh_place;
  std::function<Result<std::unique_ptr<Store>>(const std::string& place)> open;
};

/// The tests of the contract, the same for every implementation. An implementation joins with
/// `INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract, testing::Values(StoreSort{...}));`
class StoreContract : public testing::TestWithParam<StoreSort> {
 protected:
  void SetUp() override {
    place_ = GetParam().fresh_place();
    store_ = open();
  }

  [[nodiscard]] std::unique_ptr<Store> open() const {
    auto opened = GetParam().open(place_);
    if (!opened) ADD_FAILURE() << opened.error().message;
    return opened ? std::move(*opened) : nullptr;
  }

  [[nodiscard]] std::unique_ptr<ImportSession> begin(const char* source = "clinics") const {
    auto session = store_->begin_import({.id = SourceId(source), .origin = "f.csv", .format = "csv"});
    if (!session) ADD_FAILURE() << session.error().message;
    return session ? std::move(*session) : nullptr;
  }

  std::string place_;
  std::unique_ptr<Store> store_;
};

}  // namespace nearme
