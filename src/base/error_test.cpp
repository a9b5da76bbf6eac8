#include "base/error.hpp"

#include <gtest/gtest.h>

#include "base/result.hpp"

namespace nearme {
namespace {

TEST(ErrorKinds, EveryKindHasItsOwnRow) {
  for (auto kind : {ErrorKind::invalid_input, ErrorKind::not_found, ErrorKind::conflict, ErrorKind::unreadable,
                    ErrorKind::corrupt, ErrorKind::unavailable}) {
    EXPECT_EQ(meaning_of(kind).kind, kind);
  }
}

TEST(ErrorKinds, NoErrorEndsWithTheExitCodeOfSuccess) {
  for (auto kind : {ErrorKind::invalid_input, ErrorKind::unavailable}) EXPECT_NE(meaning_of(kind).exit_code, 0);
}

Result<int> half_of(int number) {
  if (number % 2 != 0) return fail(ErrorKind::invalid_input, "{} is odd", number);
  return number / 2;
}

Result<int> quarter_of(int number) {
  TRY(const int half, half_of(number));
  return half_of(half);
}

TEST(Try, HandsTheErrorOfTheInnerCallToTheCaller) {
  EXPECT_EQ(quarter_of(8), 2);
  EXPECT_EQ(quarter_of(7).error().message, "7 is odd");
  EXPECT_EQ(quarter_of(6).error().message, "3 is odd");
}

}  // namespace
}  // namespace nearme
