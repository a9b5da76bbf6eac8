#include "service/http/router.hpp"

#include <gtest/gtest.h>

#include "service/http/url.hpp"

namespace nearme {
namespace {

Segments segments_of(std::string_view target) { return parse_target(target)->segments; }

bool matches(std::string_view pattern, std::string_view path) {
  Caught caught;
  return path_matches(pattern, segments_of(path), caught);
}

const std::vector<RouteShape> kRoutes{{"GET", "/"},
                                      {"GET", "/v1/sites/{id}"},
                                      {"PUT", "/v1/sites/{id}"},
                                      {"GET", "/v1/sites/{id}/near/{place}"},
                                      {"GET", "/assets/{file...}"}};

TEST(PathMatches, TheRootIsOnlyTheRoot) {
  EXPECT_TRUE(matches("/", "/"));
  EXPECT_FALSE(matches("/", "/a"));
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
  EXPECT_TRUE(path_matches("/x/{id}/near/{place}", segments_of("/x/1/near/leeds"), caught));
  EXPECT_EQ(caught, (Caught{{"id", "1"}, {"place", "leeds"}}));
  EXPECT_FALSE(matches("/x/{id}", "/x/"));
  EXPECT_FALSE(matches("/x/{id}", "/x/1/2"));
}

TEST(PathMatches, AnEncodedSlashBelongsToItsSegment) {
  Caught caught;
  EXPECT_TRUE(path_matches("/x/{id}", segments_of("/x/node%2F7"), caught));
  EXPECT_EQ(caught, (Caught{{"id", "node/7"}}));
}

TEST(PathMatches, AnEllipsisCatchesAllThatIsLeft) {
  Caught caught;
  EXPECT_TRUE(path_matches("/assets/{file...}", segments_of("/assets/fonts/a.woff"), caught));
  EXPECT_EQ(caught, (Caught{{"file", "fonts/a.woff"}}));
  EXPECT_FALSE(matches("/assets/{file...}", "/assets/"));
  EXPECT_FALSE(matches("/assets/{file...}", "/assets"));
}

TEST(FindRoute, HeadIsAnsweredByTheRouteOfGet) {
  EXPECT_EQ(find_route(kRoutes, "HEAD", segments_of("/v1/sites/7")).number, 1U);
}

TEST(FindRoute, TheMethodChoosesAmongRoutesOfOnePath) {
  EXPECT_EQ(find_route(kRoutes, "GET", segments_of("/v1/sites/7")).number, 1U);
  EXPECT_EQ(find_route(kRoutes, "PUT", segments_of("/v1/sites/7")).number, 2U);
}

TEST(FindRoute, AnotherMethodIsToldWhichOnesThePathHas) {
  const auto found = find_route(kRoutes, "DELETE", segments_of("/v1/sites/7"));
  EXPECT_FALSE(found.known);
  EXPECT_EQ(found.allow, "GET, HEAD, PUT");
}

TEST(FindRoute, AnUnknownPathHasNoMethods) {
  const auto found = find_route(kRoutes, "GET", segments_of("/v2"));
  EXPECT_FALSE(found.known);
  EXPECT_TRUE(found.allow.empty());
  EXPECT_FALSE(find_route({}, "GET", segments_of("/")).known);
}

}  // namespace
}  // namespace nearme
