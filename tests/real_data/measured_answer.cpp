#include "measured_answer.hpp"

#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "geo/distance.hpp"
#include "search/answer_json.hpp"

namespace nearme {
namespace {

bool is_of_kind(const Site& site, const std::vector<KindId>& kinds) {
  return kinds.empty() || std::ranges::find_first_of(site.kinds, kinds) != site.kinds.end();
}

/// Adds the results of one page, by the JSON that goes out as well as by the values it was made of.
void add_page(const SearchAnswer& answer, std::vector<MeasuredSite>& sites) {
  const auto written = nlohmann::json::parse(to_json(answer)).at("results");
  ASSERT_EQ(written.size(), answer.results.size());
  for (std::size_t i = 0; i < answer.results.size(); ++i) {
    const auto& distance = answer.results[i].distance;
    ASSERT_TRUE(distance);
    EXPECT_EQ(written[i].at("distance_m"), std::llround(distance->count()));
    sites.push_back({.metres = distance->count(), .id = written[i].at("id")});
  }
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const MeasuredSite& site) {
  return out << site.id << " at " << site.metres << " m";
}

PagedAnswer all_pages(const Search& search, SearchRequest request) {
  PagedAnswer all;
  do {
    const auto answer = search.run(request);
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message);
    if (!answer) break;
    if (++all.pages == 1) all.total = answer->total;
    EXPECT_EQ(answer->total, all.total) << "on page " << all.pages;
    EXPECT_TRUE(answer->total_is_exact);
    EXPECT_TRUE(answer->next.empty() || answer->results.size() == request.limit) << "page " << all.pages;
    all.widened = answer->widened.has_value();
    add_page(*answer, all.sites);
    request.cursor = answer->next;
  } while (!request.cursor.empty() && !testing::Test::HasFatalFailure());
  return all;
}

std::vector<MeasuredSite> measure_all(const std::vector<Site>& sites, const SearchRequest& request) {
  std::vector<MeasuredSite> measured;
  for (const auto& site : sites) {
    const auto metres = distance(*request.at, site.position);
    if (!is_of_kind(site, request.kinds)) continue;
    if (request.radius && metres > *request.radius) continue;
    if (request.box && !request.box->contains(site.position)) continue;
    measured.push_back({.metres = metres.count(), .id = site.id.text()});
  }
  std::ranges::sort(measured);
  return measured;
}

}  // namespace nearme
