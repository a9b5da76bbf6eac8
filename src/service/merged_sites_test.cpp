#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.hpp"
#include "search/testing/small_world.hpp"
#include "service/http/test_client.hpp"
#include "service/testing/test_service.hpp"
#include "store/sqlite/sqlite_matches.hpp"

namespace nearme {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// A server over the small directory, of which a table has the site alpha as well, under an id of its own.
class MergedSites : public testing::Test {
 protected:
  void SetUp() override {
    auto session = *service_.store().begin_import({.id = SourceId{"table"}, .origin = "table", .format = "csv"});
    Site site{.id = SiteId{"table-1"}, .position = small_directory().front().site.position};
    site.name = "Alfa";
    site.phone = "+441134960000";
    ASSERT_TRUE(session->put("1", site));
    ASSERT_TRUE(session->commit());
    auto matches = *SqliteMatches::open(service_.store_file());
    ASSERT_TRUE(matches.replace({.groups = {{"alpha", "table-1"}}, .doubts = {}}));
    service_.build_image();
    server_.emplace(service_.start());
  }

  std::string ask(const std::string& target) { return TestClient{server_->port()}.ask(target); }

  TestService service_;
  std::optional<Server> server_;
};

TEST_F(MergedSites, SayWhichRecordsTheyAreOfAndWhoseEachFieldIs) {
  const auto site = json::parse(body_of(ask("/v1/sites/alpha")));
  EXPECT_EQ(site.at("records"),
            (json{{{"id", "alpha"}, {"source", "test"}}, {{"id", "table-1"}, {"source", "table"}}}));
  const auto& name = site.at("provenance").at("name");
  EXPECT_EQ(name.at("source"), "test");
  EXPECT_EQ(name.at("value"), site.at("name"));
  EXPECT_EQ(name.at("others"), (json{{{"source", "table"}, {"value", "Alfa"}}}));
  EXPECT_FALSE(json::parse(body_of(ask("/v1/sites/beta"))).contains("provenance"));
}

TEST_F(MergedSites, TellOnTheirPageWhoseEachFieldIsAndWhatOthersSay) {
  const auto site = json::parse(body_of(ask("/v1/sites/alpha")));
  const auto page = body_of(ask(site.at("url").get<std::string>()));
  EXPECT_THAT(page, HasSubstr("Where this comes from"));
  EXPECT_THAT(page, HasSubstr("“table” says: Alfa"));
}

TEST_F(MergedSites, AreWhereTheAddressOfAnyOfTheirRecordsLeads) {
  const auto answer = ask("/v1/sites/table-1");
  EXPECT_EQ(status_of(answer), 307);
  EXPECT_THAT(answer, HasSubstr("Location: /v1/sites/alpha\r\n"));
  EXPECT_EQ(status_of(ask("/v1/sites/nowhere")), 404);
}

}  // namespace
}  // namespace nearme
