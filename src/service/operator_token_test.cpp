#include "service/operator_token.hpp"

#include <gtest/gtest.h>

#include "base/file.hpp"

namespace nearme {
namespace {

int status_of(const OperatorToken& token, std::string_view authorization) {
  const auto refusal = token.refusal(authorization);
  return refusal ? refusal->status : 200;
}

TEST(OperatorToken, WithoutOneEverythingIsForbidden) {
  EXPECT_EQ(status_of({}, ""), 403);
  EXPECT_EQ(status_of({}, "Bearer "), 403);
  EXPECT_EQ(status_of(OperatorToken::from("").value(), "Bearer x"), 403);
}

TEST(OperatorToken, OnlyTheWholeTokenWillDo) {
  const auto token = OperatorToken::from("0123456789abcdef").value();
  EXPECT_EQ(status_of(token, "Bearer 0123456789abcdef"), 200);
  EXPECT_EQ(status_of(token, "bearer  0123456789abcdef "), 200);
  for (const auto* wrong : {"", "Bearer", "Bearer ", "Bearer 0123456789abcde", "Bearer 0123456789abcdef0",
                            "Bearer 0123456789abcdef0123456789abcdef", "Basic 0123456789abcdef", "0123456789abcdef"})
    EXPECT_EQ(status_of(token, wrong), 401) << wrong;
}

TEST(OperatorToken, OneThatCouldBeGuessedIsRefused) {
  for (const auto* bad : {"secret", "0123456789abcde", "0123456789 abcdef", "0123456789abcdef\xc3\xa9"})
    EXPECT_FALSE(OperatorToken::from(bad)) << bad;
}

TEST(OperatorToken, OfAFileIsReadWithoutTheLineEnd) {
  const auto path = std::filesystem::path(testing::TempDir()) / "nearme_token";
  ASSERT_TRUE(replace_file(path, "0123456789abcdef\r\n"));
  EXPECT_EQ(status_of(OperatorToken::from_file(path).value(), "Bearer 0123456789abcdef"), 200);
  ASSERT_TRUE(replace_file(path, " \n"));
  EXPECT_FALSE(OperatorToken::from_file(path));
  EXPECT_FALSE(OperatorToken::from_file(path.string() + ".missing"));
}

}  // namespace
}  // namespace nearme
