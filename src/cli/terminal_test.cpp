#include "cli/terminal.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(Columns, AccentsTakeNoneAndWideLettersTakeTwo) {
  EXPECT_EQ(columns_of(""), 0U);
  EXPECT_EQ(columns_of("Zürich"), 6U);
  EXPECT_EQ(columns_of("Zu\u0308rich"), 6U);
  EXPECT_EQ(columns_of("東京"), 4U);
}

TEST(Line, TheRightSideEndsAtTheWidth) {
  EXPECT_EQ(line_of("a", "b", 5), "a   b");
  EXPECT_EQ(columns_of(line_of("Zürich", "1.2 km", 80)), 80U);
}

TEST(Line, SidesThatDoNotFitStayApart) { EXPECT_EQ(line_of("abc", "def", 6), "abc  def"); }

}  // namespace
}  // namespace nearme
