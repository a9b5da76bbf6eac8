#include "service/routes.hpp"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "assets/assets.hpp"
#include "base/json.hpp"

namespace nearme {
namespace {

bool is_page(std::string_view pattern) {
  return !pattern.starts_with("/v1/") && pattern != "/healthz" && pattern != "/readyz" && pattern != "/metrics" &&
         pattern != "/openapi.json";
}

TEST(Routes, NoneStandsTwice) {
  std::set<std::string> seen;
  for (const auto& route : routes()) {
    EXPECT_TRUE(seen.insert(std::string{route.method}.append(" ").append(route.pattern)).second) << route.pattern;
  }
}

TEST(Routes, TheRoutesThatAreNoPagesAreThoseOfTheContract) {
  const auto contract = nlohmann::json::parse(find_asset("openapi.json")->text());
  std::set<std::string> documented;
  for (const auto& [path, operations] : contract.at("paths").items()) documented.insert(path);
  std::set<std::string> served;
  for (const auto& route : routes()) {
    if (!is_page(route.pattern)) served.emplace(route.pattern);
  }
  EXPECT_EQ(served, documented);
}

}  // namespace
}  // namespace nearme
