#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.hpp"
#include "search/testing/small_world.hpp"
#include "service/http/test_client.hpp"
#include "service/testing/test_service.hpp"

namespace nearme {
namespace {

using nlohmann::json;
using testing::HasSubstr;

constexpr std::string_view kToken = "a-token-for-tests-0123456789";
const std::string kRight = fmt::format("Authorization: Bearer {}\r\n", kToken);

/// A server that takes edits.
class SiteEditsTest : public testing::Test {
 protected:
  std::string send(std::string_view method, std::string_view id, const std::string& body, std::string_view headers) {
    TestClient client{server_.port()};
    client.send(fmt::format("{} /v1/sites/{} HTTP/1.1\r\nHost: test\r\n{}Content-Length: {}\r\n\r\n{}", method, id,
                            headers, body.size(), body));
    return client.receive(method);
  }
  std::string put(std::string_view id, const json& site) { return send("PUT", id, site.dump(), kRight); }
  std::string remove(std::string_view id) { return send("DELETE", id, "", kRight); }

  json get(const std::string& target) {
    TestClient client{server_.port()};
    return json::parse(body_of(client.ask(target)));
  }

  /// Asks until the total is this, for at most a second.
  bool finds_within_a_second(const std::string& question, std::uint64_t total) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{1};
    while (std::chrono::steady_clock::now() < end) {
      if (get("/v1/search?q=" + question).at("total") == total) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    return false;
  }

  static json new_site() {
    return {{"name", "Omega Novel Skin"},
            {"lat", 53.8},
            {"lon", -1.54},
            {"kinds", {"aesthetic-clinic"}},
            {"offers", {{{"treatment", "micro-needling"}, {"price", 99}, {"currency", "GBP"}}}}};
  }

  TestService service_;
  Server server_ = (service_.build_image(), service_.start(OperatorToken::from(kToken).value()));
};

TEST_F(SiteEditsTest, APutSiteIsSearchedWithinASecondAndADeletedOneIsGone) {
  const auto added = put("omega", new_site());
  EXPECT_EQ(status_of(added), 201) << added;
  EXPECT_EQ(header_in(added, "Location"), "/v1/sites/omega");
  EXPECT_TRUE(finds_within_a_second("novel", 1));
  EXPECT_EQ(get("/v1/search?q=novel")["results"][0]["id"], "omega");
  EXPECT_EQ(get("/v1/search?q=micro-needling+near+Leeds")["total"], 3);
  EXPECT_EQ(status_of(put("omega", new_site())), 200) << "again is no other thing";
  EXPECT_EQ(status_of(remove("omega")), 204);
  EXPECT_TRUE(finds_within_a_second("novel", 0));
  EXPECT_EQ(status_of(remove("omega")), 404);
}

TEST_F(SiteEditsTest, WhatGetGivesCanBeChangedAndPutBackAndAnImportLeavesItAlone) {
  auto site = get("/v1/sites/alpha");
  site["name"] = "Alpha Renamed";
  const auto answer = put("alpha", site);
  EXPECT_EQ(status_of(answer), 200) << answer;
  EXPECT_TRUE(finds_within_a_second("renamed", 1));
  service_.put(small_directory());
  server_.look_for_image();
  EXPECT_TRUE(finds_within_a_second("renamed", 1)) << "a re-import must not lose what the operator edited";
  EXPECT_EQ(get("/v1/sites/alpha")["name"], "Alpha Renamed");
}

TEST_F(SiteEditsTest, NobodyWithoutTheTokenChangesAnything) {
  for (const auto* headers : {"", "Authorization: Bearer wrong\r\n", "Authorization: Basic YTpi\r\n",
                              "Authorization: Bearer\r\n", "Authorization: Bearer a-token-for-tests-012345678X\r\n"}) {
    const auto answer = send("PUT", "omega", new_site().dump(), headers);
    EXPECT_EQ(status_of(answer), 401) << headers;
    EXPECT_THAT(header_in(answer, "WWW-Authenticate"), HasSubstr("Bearer"));
    EXPECT_EQ(status_of(send("DELETE", "alpha", "", headers)), 401) << headers;
  }
  EXPECT_EQ(status_of(send("GET", "alpha", "", "")), 200);
}

TEST(SiteEditsWithoutAToken, AreForbiddenAndTheProblemSaysWhatToDo) {
  const TestService service;
  service.build_image();
  auto server = service.start();
  TestClient client{server.port()};
  const auto answer = client.ask("/v1/sites/alpha", kRight, "DELETE");
  EXPECT_EQ(status_of(answer), 403);
  EXPECT_THAT(body_of(answer), HasSubstr("NEARME_TOKEN"));
}

TEST_F(SiteEditsTest, AnErrorNamesTheField) {
  const auto refused = [&](const char* field, const json& value) {
    auto site = new_site();
    site[field] = value;
    const auto answer = put("omega", site);
    EXPECT_EQ(status_of(answer), 400) << answer;
    return json::parse(body_of(answer)).value("parameter", "");
  };
  EXPECT_EQ(refused("lat", 91), "lat");
  EXPECT_EQ(refused("id", "other"), "id");
  EXPECT_EQ(refused("name", ""), "name");
  EXPECT_EQ(refused("colour", "red"), "colour");
  EXPECT_EQ(refused("kinds", {"palace"}), "kinds[0]");
  EXPECT_EQ(refused("offers", {{{"treatment", "no-such-thing"}}}), "offers[0].treatment");
  EXPECT_EQ(refused("opening_hours", "whenever we like"), "opening_hours");
  EXPECT_EQ(status_of(send("PUT", "omega", "{", kRight)), 400);
  EXPECT_EQ(status_of(send("PUT", "omega", "[]", kRight)), 400);
  EXPECT_EQ(status_of(send("PUT", "omega", "", kRight)), 400);
}

TEST_F(SiteEditsTest, ManyAtOnceAreAllAnsweredAndAllFound) {
  constexpr int kClients = 8;
  constexpr int kEach = 25;
  std::atomic<int> added = 0;
  {
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < kClients; ++writer) {
      writers.emplace_back([&, writer] {
        for (int i = 0; i < kEach; ++i)
          added += status_of(put(fmt::format("new-{}-{}", writer, i), new_site())) == 201 ? 1 : 0;
      });
    }
  }
  EXPECT_EQ(added, kClients * kEach);
  EXPECT_TRUE(finds_within_a_second("novel", kClients * kEach));
}

TEST_F(SiteEditsTest, AreFoldedIntoTheNextImage) {
  ASSERT_EQ(status_of(put("omega", new_site())), 201);
  const FoldPolicy eager{.changes = 1, .pause = std::chrono::milliseconds{20}};
  auto other = service_.start({}, eager);
  for (int i = 0; i < 500 && Index::open(service_.image()).value()->size() < 10; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_EQ(Index::open(service_.image()).value()->size(), 10U);
  EXPECT_TRUE(finds_within_a_second("novel", 1));
}

}  // namespace
}  // namespace nearme
