#include "cli/progress_bar.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(ProgressBar, IsEmptyAtTheStartAndFullAtTheEnd) {
  EXPECT_EQ(bar_of(0), "[....................]");
  EXPECT_EQ(bar_of(0.5), "[##########..........]");
  EXPECT_EQ(bar_of(1), "[####################]");
}

TEST(ProgressBar, StaysWithinItsPlacesWhateverItIsTold) {
  EXPECT_EQ(bar_of(7), bar_of(1));
  EXPECT_EQ(bar_of(-1), bar_of(0));
}

}  // namespace
}  // namespace nearme
