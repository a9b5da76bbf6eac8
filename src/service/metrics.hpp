#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "service/http/exchange.hpp"

namespace nearme {

/// Counts exchanges by route and status, and how long they took. Holds patterns of routes and numbers, nothing of what
/// was asked. Threads: any; recording is a few atomic additions.
class Metrics {
 public:
  /// Upper bounds of the histogram's buckets, in microseconds; slower ones go into a last bucket.
  static constexpr std::array<std::int64_t, 10> kBounds{250,    500,    1'000,   2'500,   5'000,
                                                        10'000, 25'000, 100'000, 500'000, 2'500'000};
  /// The statuses that are counted by themselves; the others are counted as their last.
  static constexpr std::array kStatuses{200, 201, 204, 301, 302, 304, 308, 400, 401, 403,
                                        404, 405, 408, 409, 413, 414, 431, 500, 503, 0};

  /// `patterns` are the routes that there are; an exchange of another route is counted under "-".
  explicit Metrics(std::vector<std::string_view> patterns);

  void record(const Exchange& exchange);

  /// In the text format of Prometheus (version 0.0.4).
  [[nodiscard]] std::string to_text() const;

 private:
  struct Counts {
    std::array<std::atomic<std::uint64_t>, kStatuses.size()> by_status{};
    std::array<std::atomic<std::uint64_t>, kBounds.size() + 1> by_time{};
    std::atomic<std::uint64_t> microseconds = 0;
    std::atomic<std::uint64_t> bytes = 0;
  };

  [[nodiscard]] std::size_t number_of(std::string_view route) const;

  std::vector<std::string_view> patterns_;
  std::vector<Counts> counts_;  ///< by number of the pattern
};

}  // namespace nearme
