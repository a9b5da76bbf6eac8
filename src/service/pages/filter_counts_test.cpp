#include "service/pages/filter_counts.hpp"

#include <gmock/gmock.h>

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FilterCounts, PriceStepsAreRoundAndReachFromHalfTheMiddlePrice) {
  EXPECT_THAT(price_steps({9000, 12000, 18000}), ElementsAre(100, 200, 500, 1000));
  EXPECT_THAT(price_steps({4500}), ElementsAre(50, 100, 200, 500));
  EXPECT_THAT(price_steps({2'000'000}), ElementsAre(10000, 20000, 50000, 100000));
  EXPECT_THAT(price_steps({1}), ElementsAre(1, 2, 5, 10));
  EXPECT_THAT(price_steps({}), IsEmpty());
}

}  // namespace
}  // namespace nearme
