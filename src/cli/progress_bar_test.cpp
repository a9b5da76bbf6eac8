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

TEST(ProgressBar, OfARebuildIsFullWhenEverySiteIsWritten) {
  EXPECT_EQ(share_of({}), 0);
  EXPECT_EQ(share_of({.sites_read = 10, .sites_written = 10, .sites_in_all = 10}), 1);
  EXPECT_LT(share_of({.sites_read = 10, .sites_written = 0, .sites_in_all = 10}), 1);
  EXPECT_EQ(share_of({.sites_read = 40, .sites_written = 40, .sites_in_all = 10}), 1) << "sites came meanwhile";
}

}  // namespace
}  // namespace nearme
