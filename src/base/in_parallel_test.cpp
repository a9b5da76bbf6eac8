#include "base/in_parallel.hpp"

#include <atomic>
#include <vector>

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(InParallel, DoesEveryTaskOnceOnAnyNumberOfThreads) {
  for (const std::size_t threads : {0U, 1U, 2U, 7U}) {
    for (const std::size_t count : {0U, 1U, 100U}) {
      std::vector<std::atomic<int>> done(count);
      in_parallel(count, threads, [&](std::size_t number) { ++done[number]; });
      for (const auto& times : done) EXPECT_EQ(times, 1);
    }
  }
}

}  // namespace
}  // namespace nearme
