#include "service/server.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.hpp"
#include "base/json.hpp"
#include "search/testing/small_world.hpp"
#include "service/http/test_client.hpp"
#include "service/testing/test_service.hpp"

namespace nearme {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kLikeABrowser = "Accept: text/html,*/*;q=0.8\r\n";

/// A server over the small directory, and a client of it.
class ServerTest : public testing::Test {
 protected:
  std::string ask(std::string_view target, std::string_view headers = "", std::string_view method = "GET") {
    TestClient client{server_.port()};
    return client.ask(target, headers, method);
  }

  json answer_to(std::string_view target) { return json::parse(body_of(ask(target))); }

  TestService service_;
  Server server_ = (service_.build_image(), service_.start());
};

std::vector<std::string> ids_of(const json& answer) {
  std::vector<std::string> ids;
  for (const auto& result : answer.at("results")) ids.push_back(result.at("id"));
  return ids;
}

TEST_F(ServerTest, ASearchFindsTheSitesOfferingATreatmentNearAPlace) {
  const auto answer = answer_to("/v1/search?q=microneedling+near+leeds&radius_km=20");
  EXPECT_THAT(ids_of(answer), testing::UnorderedElementsAre("alpha", "beta"));
  EXPECT_EQ(answer["understood"]["treatments"], json::array({"micro-needling"}));
}

TEST_F(ServerTest, TheMapsAnswerHasTheSameResults) {
  const auto answer = ask("/v1/search?treatment=micro-needling&format=geojson");
  EXPECT_EQ(header_in(answer, "Content-Type"), "application/geo+json");
  EXPECT_EQ(json::parse(body_of(answer))["features"].size(),
            answer_to("/v1/search?treatment=micro-needling")["results"].size());
}

TEST_F(ServerTest, PointsLieWhereTheResultsDo) {
  const auto answer = ask("/v1/points?treatment=micro-needling&bbox=-2,53,-1,54");
  EXPECT_EQ(header_in(answer, "Content-Type"), "application/geo+json");
  const auto found = json::parse(body_of(answer));
  EXPECT_EQ(found["total"], answer_to("/v1/search?treatment=micro-needling&bbox=-2,53,-1,54")["total"]);
  ASSERT_EQ(found["features"].size(), found["total"].get<std::size_t>());
  EXPECT_EQ(status_of(ask(found["features"][0]["properties"]["url"].get<std::string>(), kLikeABrowser)), 200);
  EXPECT_EQ(json::parse(body_of(ask("/v1/points?sort=best")))["parameter"], "sort");
}

TEST_F(ServerTest, AWrongParameterIsAProblemThatNamesIt) {
  const auto answer = ask("/v1/search?lat=north&lon=0");
  EXPECT_EQ(status_of(answer), 400);
  EXPECT_EQ(json::parse(body_of(answer))["parameter"], "lat");
  EXPECT_EQ(status_of(ask("/v1/search?colour=red")), 400);
  EXPECT_EQ(status_of(ask("/v1/treatments?colour=red")), 400);
}

TEST_F(ServerTest, ASiteComesWithItsPractitionersAndTheStatesOfItsClaims) {
  const auto site = answer_to("/v1/sites/alpha");
  EXPECT_EQ(site["practitioners"][0]["name"], "Dr A. Example");
  EXPECT_EQ(site["claims"][0]["state"], "confirmed");
  EXPECT_TRUE(site["open"].contains("state"));
  EXPECT_EQ(status_of(ask(site["url"].get<std::string>(), kLikeABrowser)), 200);
}

TEST_F(ServerTest, APractitionerNamesTheSites) {
  EXPECT_EQ(answer_to("/v1/practitioners/p1")["site_ids"], json::array({"alpha"}));
}

TEST_F(ServerTest, WhatDoesNotExistIsNotFound) {
  for (const auto* target :
       {"/v1/sites/nobody", "/v1/practitioners/nobody", "/v1/treatments/nothing", "/v1/concerns/nothing", "/v2",
        "/v1/sites/", "/assets/../openapi.json", "/assets/%2e%2e/openapi.json", "/assets/nothing.js"}) {
    const auto answer = ask(target);
    EXPECT_EQ(status_of(answer), 404) << target;
    EXPECT_EQ(header_in(answer, "Content-Type"), "application/problem+json") << target;
  }
}

TEST_F(ServerTest, ABrowserGetsAPageWhenNothingIsThere) {
  const auto answer = ask("/nothing", kLikeABrowser);
  EXPECT_EQ(status_of(answer), 404);
  EXPECT_THAT(header_in(answer, "Content-Type"), HasSubstr("text/html"));
  EXPECT_EQ(header_in(ask("/v1/sites/nobody", kLikeABrowser), "Content-Type"), "application/problem+json");
}

TEST_F(ServerTest, TheCatalogueIsListedAndEachEntryHasItsGuide) {
  const auto treatments = answer_to("/v1/treatments")["treatments"];
  EXPECT_EQ(treatments.size(), real_catalogue().treatments().size());
  EXPECT_TRUE(answer_to("/v1/treatments/micro-needling")["guide"]["sections"].is_array());
  EXPECT_FALSE(answer_to("/v1/concerns/acne-scars")["treatments"].empty());
}

TEST_F(ServerTest, ATreatmentSaysForWhomItIsNotNowAndWhy) {
  const auto questions = answer_to("/v1/treatments/micro-needling")["suitability"]["questions"];
  ASSERT_TRUE(questions.is_array());
  const auto acne = std::ranges::find(questions, "active-acne", [](const json& question) { return question["id"]; });
  ASSERT_NE(acne, questions.end());
  EXPECT_EQ((*acne)["when"], "yes");
  const auto rule = (*acne)["rules"][0];
  EXPECT_EQ(rule["outcome"], "not-now");
  EXPECT_EQ(rule["grade"], "A");
  EXPECT_EQ(rule["reviewed_by"], nullptr);
  EXPECT_EQ(questions.back()["rules"][0]["outcome"], "ask-first");
}

TEST_F(ServerTest, LocalitiesAreFoundByBeginningAndNeedAName) {
  EXPECT_EQ(answer_to("/v1/localities?q=lee")["localities"][0]["name"], "Leeds");
  EXPECT_EQ(json::parse(body_of(ask("/v1/localities")))["parameter"], "q");
  EXPECT_EQ(answer_to("/v1/localities?q=leeds&limit=1")["localities"].size(), 1U);
}

TEST_F(ServerTest, SuggestionsBeginLikeTheWord) {
  const auto suggestions = answer_to("/v1/suggest?q=micro")["suggestions"];
  ASSERT_FALSE(suggestions.empty());
  EXPECT_EQ(suggestions[0]["type"], "treatment");
}

TEST_F(ServerTest, EveryPageForbidsWhatItDoesNotNeed) {
  for (const auto* target : {"/", "/?q=microneedling+near+leeds", "/treatments", "/treatments/micro-needling",
                             "/treatments/micro-needling/near/leeds-england-gb", "/concerns/acne-scars", "/about"}) {
    const auto answer = ask(target, kLikeABrowser);
    EXPECT_EQ(status_of(answer), 200) << target;
    const auto policy = header_in(answer, "Content-Security-Policy");
    EXPECT_THAT(policy, HasSubstr("default-src 'none'")) << target;
    EXPECT_THAT(policy, Not(HasSubstr("unsafe"))) << target;
    EXPECT_EQ(header_in(answer, "Set-Cookie"), "") << target;
  }
}

TEST_F(ServerTest, TheFilesThatAPageNamesAreThereForGoodAndPacked) {
  const auto page = body_of(ask("/", kLikeABrowser));
  const auto begin = page.find("/assets/page-");
  ASSERT_NE(begin, std::string::npos) << page;
  const auto file = page.substr(begin, page.find('"', begin) - begin);
  const auto packed = ask(file, "Accept-Encoding: gzip, br\r\n");
  EXPECT_EQ(status_of(packed), 200) << file;
  EXPECT_EQ(header_in(packed, "Content-Encoding"), "br");
  EXPECT_EQ(header_in(packed, "Cache-Control"), "public, max-age=31536000, immutable");
  EXPECT_GT(body_of(ask(file)).size(), body_of(packed).size());
}

TEST_F(ServerTest, OtherMethodsAreToldWhichThereAre) {
  const auto answer = ask("/v1/search", "", "DELETE");
  EXPECT_EQ(status_of(answer), 405);
  EXPECT_EQ(header_in(answer, "Allow"), "GET, HEAD");
}

TEST_F(ServerTest, OtherSitesMayReadTheApiButNotThePages) {
  EXPECT_EQ(header_in(ask("/v1/search"), "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header_in(ask("/v1/search?lat=x"), "Access-Control-Allow-Origin"), "*");
  EXPECT_EQ(header_in(ask("/", kLikeABrowser), "Access-Control-Allow-Origin"), "");
  EXPECT_EQ(status_of(ask("/v1/search", "", "OPTIONS")), 204);
}

TEST_F(ServerTest, TheContractIsServedAndKnowsEveryRouteOfTheApi) {
  const auto contract = answer_to("/openapi.json");
  for (const auto* path : {"/v1/search", "/v1/suggest", "/v1/sites/{id}", "/v1/localities"}) {
    EXPECT_TRUE(contract["paths"].contains(path)) << path;
  }
}

TEST_F(ServerTest, MetricsCountByRouteAndHoldNoWordsOfQuestions) {
  ask("/v1/search?q=unmistakable");
  ask("/v1/sites/unmistakable");
  // An exchange is counted after its answer has been sent.
  std::string metrics;
  for (int i = 0; i < 100 && metrics.find("/v1/sites/{id}\",status=\"404\"} 1\n") == std::string::npos; ++i) {
    metrics = body_of(ask("/metrics"));
  }
  EXPECT_THAT(metrics, HasSubstr("nearme_requests_total{route=\"/v1/search\",status=\"200\"} 1\n"));
  EXPECT_THAT(metrics, HasSubstr("nearme_requests_total{route=\"/v1/sites/{id}\",status=\"404\"} 1\n"));
  EXPECT_THAT(metrics, HasSubstr("nearme_image_sites 9\n"));
  EXPECT_THAT(metrics, Not(HasSubstr("unmistakable")));
}

TEST_F(ServerTest, ANewImageIsTakenUpWhileOthersAsk) {
  EXPECT_EQ(answer_to("/v1/search")["total"], 9);
  std::atomic<bool> done = false;
  std::atomic<int> wrong = 0;
  std::vector<std::jthread> askers;
  for (int i = 0; i < 4; ++i) {
    askers.emplace_back([&] {
      TestClient client{server_.port()};
      while (!done) wrong += status_of(client.ask("/v1/search?q=microneedling")) == 200 ? 0 : 1;
    });
  }
  for (std::size_t count = 8; count > 0; --count) {
    auto listings = small_directory();
    listings.erase(listings.begin() + static_cast<std::ptrdiff_t>(count), listings.end());
    service_.put(listings);
    service_.build_image();
    server_.look_for_image();
    EXPECT_EQ(answer_to("/v1/search")["total"], count);
  }
  done = true;
  askers.clear();
  EXPECT_EQ(wrong, 0);
}

TEST_F(ServerTest, ADamagedImageIsRefusedAndTheOldOneGoesOnAnswering) {
  auto image = *read_file(service_.image());
  image[image.size() / 2] = static_cast<char>(image[image.size() / 2] ^ 0x40);
  for (const auto& damaged : {image, image.substr(0, 100), std::string{}}) {
    ASSERT_TRUE(replace_file(service_.image(), damaged));
    server_.look_for_image();
    EXPECT_EQ(answer_to("/v1/search")["total"], 9);
  }
}

TEST(ServerWithoutAnImage, IsHealthyButNotReadyUntilOneComes) {
  const TestService service;
  auto server = service.start();
  TestClient client{server.port()};
  EXPECT_EQ(status_of(client.ask("/healthz")), 200);
  EXPECT_EQ(status_of(client.ask("/readyz")), 503);
  EXPECT_EQ(status_of(client.ask("/v1/search")), 503);
  EXPECT_EQ(status_of(client.ask("/v1/treatments")), 200);
  service.build_image();
  for (int i = 0; i < 50 && status_of(client.ask("/readyz")) != 200; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds{100});
  }
  EXPECT_EQ(status_of(client.ask("/v1/search")), 200);
}

}  // namespace
}  // namespace nearme
