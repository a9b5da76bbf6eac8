#include "service/policy.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string header_of(const Answer& answer, std::string_view name) {
  const auto found = std::ranges::find_if(answer.headers, [&](const auto& header) { return header.first == name; });
  return found == answer.headers.end() ? std::string{} : found->second;
}

std::string policy_with(std::string_view map_hosts) {
  Answer answer;
  add_page_headers(answer, map_hosts);
  return header_of(answer, "Content-Security-Policy");
}

TEST(PageHeaders, WithoutAMapOfTheOperatorsNoOtherOriginIsNamed) {
  EXPECT_THAT(policy_with(""), Not(HasSubstr("http")));
}

TEST(PageHeaders, TheHostsOfTheOperatorsMapMayBeAskedForPicturesFontsAndDataAndNothingElse) {
  const auto policy = policy_with("https://a.example https://b.example:8443");
  for (const auto* opened : {"img-src 'self' data: blob: https://a.example https://b.example:8443;",
                             "connect-src 'self' https://a.example https://b.example:8443;",
                             "font-src 'self' https://a.example https://b.example:8443;"})
    EXPECT_THAT(policy, HasSubstr(opened));
  for (const auto* closed : {"default-src 'none';", "script-src 'self';", "style-src 'self';",
                             "worker-src 'self' blob:;", "form-action 'self';"})
    EXPECT_THAT(policy, HasSubstr(closed));
}

TEST(WorkerHeaders, TheMapsWorkerAsksNobodyElseEither) {
  Answer answer;
  add_worker_headers(answer, "https://a.example");
  EXPECT_EQ(header_of(answer, "Content-Security-Policy"),
            "default-src 'none'; script-src 'self'; connect-src 'self' https://a.example; "
            "font-src 'self' https://a.example; img-src 'self' data: blob: https://a.example");
}

TEST(CrossOriginHeaders, OnlyTheApiAndTheFilesMayBeReadByOthers) {
  for (const auto& [path, allowed] :
       {std::pair{"/v1/search", "*"}, std::pair{"/assets/a.js", "*"}, std::pair{"/openapi.json", "*"},
        std::pair{"/embed", "*"}, std::pair{"/", ""}, std::pair{"/metrics", ""}}) {
    Answer answer;
    add_cross_origin_headers(answer, path, "*", "https://a.example");
    EXPECT_EQ(header_of(answer, "Access-Control-Allow-Origin"), allowed) << path;
  }
}

TEST(CrossOriginHeaders, AnOperatorCanKeepTheApiToTheOwnPages) {
  Answer answer;
  add_cross_origin_headers(answer, "/v1/search", "", "https://a.example");
  EXPECT_TRUE(answer.headers.empty());
}

TEST(CrossOriginHeaders, OnlyAListedOriginIsNamedAndOnlyInFull) {
  for (const auto& [origin, allowed] :
       {std::pair{"https://a.example", "https://a.example"}, std::pair{"https://b.example", "https://b.example"},
        std::pair{"https://a.exampl", ""}, std::pair{"https://c.example", ""}, std::pair{"", ""}}) {
    Answer answer;
    add_cross_origin_headers(answer, "/embed", "https://a.example https://b.example", origin);
    EXPECT_EQ(header_of(answer, "Access-Control-Allow-Origin"), allowed) << origin;
    EXPECT_EQ(header_of(answer, "Vary"), "Origin") << "what is kept for one is not given to another";
  }
}

TEST(CrossOriginHeaders, AListOfOriginsIsReadWithAnySeparator) {
  EXPECT_EQ(read_origins("https://a.example, http://localhost:8000 ").value(),
            "https://a.example http://localhost:8000");
  EXPECT_EQ(read_origins("https://a.example,*").value(), "*");
  EXPECT_EQ(read_origins("").value(), "");
  for (const auto* wrong : {"https://a.example/", "a.example", "https://", "https://a.example/path"})
    EXPECT_FALSE(read_origins(wrong)) << wrong;
}

}  // namespace
}  // namespace nearme
