#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "index/live/delta.hpp"
#include "index/rebuild.hpp"
#include "search/answer_json.hpp"
#include "search/testing/small_world.hpp"
#include "service/testing/test_service.hpp"

namespace nearme {
namespace {

const Instant kSundayNoon = *parse_instant("2026-11-22T12:00:00Z");

std::shared_ptr<const Index> fresh_image(const TestService& service) {
  service.build_image();
  return Index::open(service.image()).value();
}

/// A store that changes at random, what follows it, and the slow obvious twin: an image made of the whole store.
class Following {
 public:
  explicit Following(unsigned seed) : random_(seed) {
    service_.put(random_directory(seed, 150));
    delta_.emplace(fresh_image(service_), real_catalogue());
  }

  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }

  /// Puts and deletes some sites, and takes what the log says of it in parts of any size.
  void change() {
    const auto listings = random_directory(below(1000), 200);
    std::vector<SiteEdit> edits;
    for (unsigned i = 0; i < 1 + below(20); ++i) {
      const Site& site = listings[below(200)].site;
      edits.push_back({.id = site.id, .site = below(3) == 0 ? std::nullopt : std::optional(site)});
    }
    EXPECT_TRUE(service_.store().edit(edits));
    catch_up();
  }

  void import_anew() {
    service_.put(random_directory(below(1000), 150));
    catch_up();
  }

  void fold() {
    // Changes that come while the image is made stay over it.
    auto image = fresh_image(service_);
    change();
    delta_->go_over_to(std::move(image));
  }

  [[nodiscard]] std::shared_ptr<const Search> live() const {
    return std::make_shared<const Search>(delta_->state(), real_catalogue(), small_gazetteer());
  }
  [[nodiscard]] std::shared_ptr<const Search> twin() const {
    return std::make_shared<const Search>(fresh_image(service_), real_catalogue(), small_gazetteer());
  }
  [[nodiscard]] std::size_t segments() const { return delta_->state()->segments().size(); }

  SearchRequest random_request();

 private:
  void catch_up() {
    for (;;) {
      const auto changes = service_.store().changes_after(delta_->revision(), 1 + below(30)).value();
      if (changes.empty()) return;
      ASSERT_TRUE(delta_->take(service_.store(), changes));
    }
  }

  TestService service_;
  std::mt19937 random_;
  std::optional<Delta> delta_;
};

SearchRequest Following::random_request() {
  constexpr auto kPlaces = std::to_array<Degrees>(
      {{.lat = 53.8, .lon = -1.5}, {.lat = -17, .lon = -179.95}, {.lat = 90, .lon = 0}, {.lat = 48.9, .lon = 2.3}});
  constexpr auto kQuestions =
      std::to_array({"", "", "site 7", "sitte 12", "si", "micro-needling near Leeds", "nobody", "beauty salon", "4"});
  constexpr auto kSorts = std::to_array({Sort::best, Sort::distance, Sort::price, Sort::rating, Sort::name});
  SearchRequest request{.q = kQuestions[below(kQuestions.size())],
                        .at = *LatLon::make(kPlaces[below(kPlaces.size())]),
                        .sort = kSorts[below(kSorts.size())],
                        .limit = 1 + below(40),
                        .facets = {Facet::treatment, Facet::kind, Facet::wheelchair, Facet::evidence},
                        .explain = below(2) == 0,
                        .now = kSundayNoon};
  if (below(3) == 0) request.treatments = {TreatmentId{below(2) == 0 ? "micro-needling" : "prp"}};
  if (below(4) == 0) request.kinds = {KindId{"dermatology"}};
  if (below(5) == 0) request.only_wheelchair = true;
  if (below(5) == 0) request.only_confirmed = true;
  if (below(5) == 0) request.price_max_hundredths = 100'00;
  if (below(2) == 0) request.radius = Metres::from_kilometres(1 + below(30));
  return request;
}

/// The whole answer as text, but for the cursor, which may name another distance by a rounding.
std::string text_of(const Search& search, const SearchRequest& request) {
  auto answer = search.run(request);
  if (!answer) return answer.error().message;
  answer->next = answer->next.empty() ? "" : "there is more";
  return to_json(*answer);
}

std::vector<std::string> ids_of(const SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const auto& result : answer.results) ids.push_back(nlohmann::json::parse(result.ready_json)["id"]);
  return ids;
}

/// All pages of a question, asked of the one and the other in turn.
std::vector<std::string> pages_of(const Search& first, const Search& second, SearchRequest request) {
  std::vector<std::string> ids;
  for (int page = 0; page < 1000; ++page) {
    const auto answer = (page % 2 == 0 ? first : second).run(request).value();
    std::ranges::copy(ids_of(answer), std::back_inserter(ids));
    request.cursor = answer.next;
    if (request.cursor.empty()) break;
  }
  return ids;
}

std::size_t count_points(const Search& search, const SearchRequest& request) {
  return search.points(request).value().points.size();
}

/// The ids of all points, in order.
std::vector<std::string> all_points(const Search& search, SearchRequest request) {
  request.limit = 1000;
  const auto answer = search.points(request).value();
  std::vector<std::string> ids;
  for (const auto& point : answer.points) ids.emplace_back(point.id);
  std::ranges::sort(ids);
  return ids;
}

class LiveSearch : public testing::TestWithParam<unsigned> {};

TEST_P(LiveSearch, AnswersAsAnImageOfTheWholeStoreDoes) {
  Following world{GetParam()};
  std::size_t most_segments = 0;
  for (int round = 0; round < 12; ++round) {
    for (unsigned i = 0; i < 1 + world.below(4); ++i) world.change();
    if (world.below(5) == 0) world.import_anew();
    if (world.below(5) == 0) world.fold();
    most_segments = std::max(most_segments, world.segments());
    const auto live = world.live();
    const auto twin = world.twin();
    ASSERT_EQ(live->index()->size(), twin->index()->size()) << "round " << round;
    for (int question = 0; question < 12; ++question) {
      const auto request = world.random_request();
      ASSERT_EQ(text_of(*live, request), text_of(*twin, request)) << "round " << round << " question " << question;
      const auto expected = pages_of(*twin, *twin, request);
      ASSERT_EQ(pages_of(*live, *twin, request), expected) << "round " << round << " question " << question;
      ASSERT_EQ(pages_of(*twin, *live, request), expected) << "round " << round << " question " << question;
      ASSERT_EQ(count_points(*live, request), count_points(*twin, request));
      ASSERT_EQ(all_points(*live, request), all_points(*twin, request))
          << "round " << round << " question " << question;
    }
    for (const auto* typed : {"", "si", "site 3", "mic", "lee"}) {
      const SuggestRequest request{.q = typed, .at = *LatLon::make({.lat = 53.8, .lon = -1.5}), .limit = 12};
      ASSERT_EQ(to_json(live->suggest(request)), to_json(twin->suggest(request))) << typed;
    }
  }
  EXPECT_GT(most_segments, 2U) << "nothing was searched over the image";
  EXPECT_LT(most_segments, 8U) << "small indexes are united";
}

TEST_P(LiveSearch, EverySiteIsFoundByItsIdAndItsSlugAndADeletedOneIsNot) {
  Following world{GetParam()};
  for (int round = 0; round < 10; ++round) world.change();
  const auto live = world.live();
  const auto twin = world.twin();
  for (unsigned number = 0; number < 200; ++number) {
    const auto id = "s" + std::to_string(number);
    const auto expected = twin->index()->find(id);
    const auto found = live->index()->find(id);
    ASSERT_EQ(found.has_value(), expected.has_value()) << id;
    if (!expected) continue;
    const auto slug = std::string(twin->index()->slug(*expected));
    EXPECT_EQ(live->index()->slug(*found), slug);
    EXPECT_EQ(live->index()->id(*live->index()->find_slug(slug)), id);
  }
}

INSTANTIATE_TEST_SUITE_P(Seeds, LiveSearch, testing::Values(1U, 2U, 3U));

TEST(LiveIndex, ASiteChangesWithItsPractitionersAndTheirClaims) {
  TestService service;
  Delta delta{fresh_image(service), real_catalogue()};
  const auto finds = [&](const char* word) {
    auto changes = service.store().changes_after(delta.revision(), 100).value();
    EXPECT_TRUE(delta.take(service.store(), changes));
    const Search search{delta.state(), real_catalogue(), small_gazetteer()};
    return ids_of(search.run({.text = word, .now = kSundayNoon}).value());
  };
  EXPECT_EQ(finds("example"), std::vector<std::string>{"alpha"}) << "a practitioner's name finds the site";
  auto listings = small_directory();
  listings[1].practitioners.push_back(
      {.id = PractitionerId{"p1"}, .source = SourceId{"test"}, .name = "Dr A. Example", .sites = {SiteId{"beta"}}});
  service.put(listings);
  EXPECT_EQ(finds("example"), std::vector<std::string>{"beta"}) << "who left is no longer found there";
  service.put(small_directory());
  EXPECT_EQ(finds("example"), std::vector<std::string>{});
}

TEST(LiveIndex, AnImageOfAnotherDayTakesTheLogAnew) {
  TestService service;
  auto image = fresh_image(service);
  Delta delta{image, real_catalogue()};
  const SiteEdit edit{.id = SiteId{"alpha"}, .site = {}};
  ASSERT_TRUE(service.store().edit({&edit, 1}));
  ASSERT_TRUE(delta.take(service.store(), service.store().changes_after(delta.revision(), 100).value()));
  EXPECT_FALSE(delta.state()->find("alpha"));
  delta.go_over_to(image);
  EXPECT_FALSE(delta.state()->find("alpha")) << "the same day: what was taken stays";
  const auto after = delta.revision();
  const auto tomorrow = std::filesystem::path(service.image()).replace_extension(".tomorrow");
  ASSERT_TRUE(rebuild_image(service.store(), real_catalogue(), kTestDay.year() / kTestDay.month() / 23, tomorrow));
  delta.go_over_to(Index::open(tomorrow).value());
  EXPECT_EQ(delta.size(), 0U);
  EXPECT_EQ(delta.revision(), after);
  EXPECT_FALSE(delta.state()->find("alpha"));
}

}  // namespace
}  // namespace nearme
