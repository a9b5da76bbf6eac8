#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "service/server.hpp"
#include "store/store.hpp"

namespace nearme {

/// A folder of its own with a store of the small directory (search/testing/small_world.hpp), and someone who works at
/// its first site. For tests.
class TestService {
 public:
  TestService();
  TestService(const TestService&) = delete;
  TestService& operator=(const TestService&) = delete;
  ~TestService();

  [[nodiscard]] Store& store() const { return *store_; }
  [[nodiscard]] std::filesystem::path image() const { return folder_ / "index.image"; }
  [[nodiscard]] std::filesystem::path store_file() const { return folder_ / "store.db"; }

  /// Derives the image from what stands in the store.
  void build_image() const;

  /// Puts these listings in the place of all that the store had.
  void put(const std::vector<Listing>& listings) const;

  /// Starts a server over the store and the image, on a free port, with two threads.
  [[nodiscard]] Server start() const;
  /// The same, taking edits from who has the token, and making new images where a policy is given.
  [[nodiscard]] Server start(const OperatorToken& token, std::optional<FoldPolicy> fold = {}) const;

 private:
  std::filesystem::path folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace nearme
