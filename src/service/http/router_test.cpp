#include "service/http/router.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

bool matches(std::string_view pattern, std::string_view path) {
  Caught caught;
  return path_matches(pattern, path, caught);
}

const std::vector<RouteShape> kRoutes{{"GET", "/"},
                                      {"GET", "/v1/sites/{id}"},
                                      {"PUT", "/v1/sites/{id}"},
                                      {"GET", "/v1/sites/{id}/near/{place}"},
                                      {"GET", "/assets/{file...}"}};

TEST(PathMatches, TheRootIsOnlyTheRoot) {
  EXPECT_TRUE(matches("/", "/"));
  EXPECT_FALSE(matches("/", "/a"));
  EXPECT_FALSE(matches("/", ""));
  EXPECT_FALSE(matches("/a", "/"));
}

TEST(PathMatches, ASlashMoreOrLessIsAnotherPath) {
  EXPECT_FALSE(matches("/a/b", "/a/b/"));
  EXPECT_FALSE(matches("/a/b", "/a"));
  EXPECT_FALSE(matches("/a/b", "//a/b"));
  EXPECT_FALSE(matches("/a/b", "/a//b"));
}

TEST(PathMatches, ANameCatchesOneSegmentThatIsNotEmpty) {
  Caught caught;
  EXPECT_TRUE(path_matches("/x/{id}/near/{place}", "/x/1/near/leeds", caught));
  EXPECT_EQ(caught, (Caught{{"id", "1"}, {"place", "leeds"}}));
  EXPECT_FALSE(matches("/x/{id}", "/x/"));
  EXPECT_FALSE(matches("/x/{id}", "/x/1/2"));
}

TEST(PathMatches, AnEllipsisCatchesAllThatIsLeft) {
  Caught caught;
  EXPECT_TRUE(path_matches("/assets/{file...}", "/assets/fonts/a.woff", caught));
  EXPECT_EQ(caught, (Caught{{"file", "fonts/a.woff"}}));
  EXPECT_FALSE(matches("/assets/{file...}", "/assets/"));
  EXPECT_FALSE(matches("/assets/{file...}", "/assets"));
}

TEST(FindRoute, HeadIsAnsweredByTheRouteOfGet) { EXPECT_EQ(find_route(kRoutes, "HEAD", "/v1/sites/7").number, 1U); }

TEST(FindRoute, TheMethodChoosesAmongRoutesOfOnePath) {
  EXPECT_EQ(find_route(kRoutes, "GET", "/v1/sites/7").number, 1U);
  EXPECT_EQ(find_route(kRoutes, "PUT", "/v1/sites/7").number, 2U);
}

TEST(FindRoute, AnotherMethodIsToldWhichOnesThePathHas) {
  const auto found = find_route(kRoutes, "DELETE", "/v1/sites/7");
  EXPECT_FALSE(found.known);
  EXPECT_EQ(found.allow, "GET, HEAD, PUT");
}

TEST(FindRoute, AnUnknownPathHasNoMethods) {
  const auto found = find_route(kRoutes, "GET", "/v2");
  EXPECT_FALSE(found.known);
  EXPECT_TRUE(found.allow.empty());
  EXPECT_FALSE(find_route({}, "GET", "/").known);
}

}  // namespace
}  // namespace nearme
