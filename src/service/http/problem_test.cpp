#include "service/http/problem.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"

namespace nearme {
namespace {

using nlohmann::json;

TEST(Problem, SaysWhichParameterIsWrongAndWhy) {
  const auto answer = problem_of({ErrorKind::invalid_input, "'abc' is not a number", "lat"});
  EXPECT_EQ(answer.status, 400);
  EXPECT_EQ(answer.content_type, "application/problem+json");
  const auto expected = json{{"type", "urn:nearme:problem:invalid-input"},
                             {"title", "Bad Request"},
                             {"status", 400},
                             {"detail", "'abc' is not a number"},
                             {"parameter", "lat"}};
  EXPECT_EQ(json::parse(answer.body), expected);
}

TEST(Problem, WithoutAParameterTheFieldIsLeftOut) {
  EXPECT_FALSE(json::parse(problem_of({ErrorKind::not_found, "no site 'x'", ""}).body).contains("parameter"));
}

TEST(Problem, FaultsOfOurFilesDoNotTellTheirPaths) {
  const auto answer = problem_of({ErrorKind::unreadable, "cannot read /srv/secret", ""});
  EXPECT_EQ(answer.status, 500);
  EXPECT_EQ(answer.body.find("secret"), std::string::npos);
}

TEST(Problem, BytesThatAreNoUtf8DoNotBreakTheDocument) {
  EXPECT_TRUE(json::accept(problem_of({ErrorKind::invalid_input, "'\xff\xc3' is wrong", "q"}).body));
}

TEST(Problem, NoErrorIsEverKept) { EXPECT_EQ(problem_of({ErrorKind::not_found, "no", ""}).caching, Caching::never); }

TEST(Problem, AStatusOfItsOwnHasItsReasonAsTitle) {
  const auto document = json::parse(problem_of_status(414, "too long").body);
  EXPECT_EQ(document["title"], "URI Too Long");
  EXPECT_EQ(document["status"], 414);
}

}  // namespace
}  // namespace nearme
