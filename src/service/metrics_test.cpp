#include "service/metrics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

Exchange exchange(std::string_view route, int status, std::chrono::steady_clock::duration took) {
  return {.method = "GET", .route = route, .status = status, .bytes = 100, .took = took};
}

TEST(Metrics, BeforeAnyRequestAllCountsAreZero) {
  const auto text = Metrics({"/a"}).to_text();
  EXPECT_THAT(text, HasSubstr("nearme_request_seconds_count{route=\"/a\"} 0\n"));
  EXPECT_THAT(text, testing::Not(HasSubstr("nearme_requests_total{")));
}

TEST(Metrics, RequestsAreCountedByRouteAndStatus) {
  Metrics metrics({"/b", "/a", "/b"});
  metrics.record(exchange("/a", 200, 1ms));
  metrics.record(exchange("/a", 200, 1ms));
  metrics.record(exchange("/b", 404, 1ms));
  const auto text = metrics.to_text();
  EXPECT_THAT(text, HasSubstr("nearme_requests_total{route=\"/a\",status=\"200\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("nearme_requests_total{route=\"/b\",status=\"404\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("nearme_sent_bytes_total{route=\"/a\"} 200\n"));
}

TEST(Metrics, UnknownRoutesAndStatusesHaveOneRowForAllOfThem) {
  Metrics metrics({"/a"});
  metrics.record(exchange("/z", 418, 1ms));
  EXPECT_THAT(metrics.to_text(), HasSubstr("nearme_requests_total{route=\"-\",status=\"0\"} 1\n"));
}

TEST(Metrics, EachBucketHoldsAllThatWereNoSlower) {
  Metrics metrics({"/a"});
  for (const auto took :
       {std::chrono::microseconds{250}, std::chrono::microseconds{251}, std::chrono::microseconds{10'000'000}}) {
    metrics.record(exchange("/a", 200, took));
  }
  const auto text = metrics.to_text();
  EXPECT_THAT(text, HasSubstr("nearme_request_seconds_bucket{route=\"/a\",le=\"0.00025\"} 1\n"));
  EXPECT_THAT(text, HasSubstr("nearme_request_seconds_bucket{route=\"/a\",le=\"0.0005\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("nearme_request_seconds_bucket{route=\"/a\",le=\"2.5\"} 2\n"));
  EXPECT_THAT(text, HasSubstr("nearme_request_seconds_bucket{route=\"/a\",le=\"+Inf\"} 3\n"));
}

}  // namespace
}  // namespace nearme
