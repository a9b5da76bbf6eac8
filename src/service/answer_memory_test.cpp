#include "service/answer_memory.hpp"

#include <gtest/gtest.h>

#include "search/search.hpp"
#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

using std::chrono::seconds;

const Instant kNoon = *parse_instant("2026-11-23T12:00:10Z");

std::shared_ptr<const Search> a_search() {
  static const TestIndex made = index_of(small_directory());
  return std::make_shared<const Search>(made.index, real_catalogue(), small_gazetteer());
}

constexpr std::string_view kRoute = "/v1/search";

void remember(AnswerMemory& memory, const AnswerMemory::Ground& ground, const Parameters& parameters,
              const Answer& answer) {
  memory.remember(ground, {.route = kRoute, .parameters = parameters}, answer);
}

std::string recalled(AnswerMemory& memory, const AnswerMemory::Ground& ground, const Parameters& parameters,
                     std::string_view route = kRoute) {
  const auto answer = memory.recall(ground, {.route = route, .parameters = parameters});
  return answer ? answer->body : "nothing";
}

TEST(AnswerMemory, KnowsWhatWasAskedInThisMinute) {
  AnswerMemory memory;
  const auto search = a_search();
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"q", "leeds"}}), "nothing");
  remember(memory, {search, kNoon}, {{"q", "leeds"}}, {.body = "answer"});
  EXPECT_EQ(recalled(memory, {search, kNoon + seconds{49}}, {{"q", "leeds"}}), "answer");
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"q", "leed"}}), "nothing");
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"q", "leeds"}, {"limit", "1"}}), "nothing");
}

TEST(AnswerMemory, NamesAndValuesAreNotMixedUp) {
  AnswerMemory memory;
  const auto search = a_search();
  remember(memory, {search, kNoon}, {{"q", "a"}, {"near", "b"}}, {.body = "answer"});
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"qa", ""}, {"near", "b"}}), "nothing");
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"near", "b"}, {"q", "a"}}), "nothing");
}

TEST(AnswerMemory, DoesNotAnswerOneRouteWithWhatAnotherWasAsked) {
  AnswerMemory memory;
  const auto search = a_search();
  remember(memory, {search, kNoon}, {{"q", "leeds"}}, {.body = "answer"});
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"q", "leeds"}}, "/v1/points"), "nothing");
}

TEST(AnswerMemory, ForgetsAtTheEndOfTheMinute) {
  AnswerMemory memory;
  const auto search = a_search();
  remember(memory, {search, kNoon}, {{"q", "leeds"}}, {.body = "answer"});
  EXPECT_EQ(recalled(memory, {search, kNoon + seconds{50}}, {{"q", "leeds"}}), "nothing");
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"q", "leeds"}}), "nothing");
}

TEST(AnswerMemory, ForgetsWhenTheDirectoryChangesAndDoesNotKeepTheOldOne) {
  AnswerMemory memory;
  auto before = a_search();
  const std::weak_ptr<const Search> old = before;
  remember(memory, {before, kNoon}, {{"q", "leeds"}}, {.body = "answer"});
  before.reset();
  EXPECT_TRUE(old.expired());
  const auto after = a_search();
  EXPECT_EQ(recalled(memory, {after, kNoon}, {{"q", "leeds"}}), "nothing");
}

TEST(AnswerMemory, KeepsNoRefusals) {
  AnswerMemory memory;
  const auto search = a_search();
  remember(memory, {search, kNoon}, {{"q", "x"}}, {.status = 400, .body = "wrong"});
  EXPECT_EQ(recalled(memory, {search, kNoon}, {{"q", "x"}}), "nothing");
}

TEST(AnswerMemory, HoldsNoMoreThanItMay) {
  AnswerMemory memory;
  const auto search = a_search();
  const std::string body(std::size_t{64} << 10, 'x');
  std::size_t known = 0;
  for (int i = 0; i < 1000; ++i) remember(memory, {search, kNoon}, {{"q", std::to_string(i)}}, {.body = body});
  for (int i = 0; i < 1000; ++i) known += recalled(memory, {search, kNoon}, {{"q", std::to_string(i)}}) == body ? 1 : 0;
  EXPECT_LE(known * body.size(), AnswerMemory::kMostBytes);
  EXPECT_GT(known, 0U);
}

}  // namespace
}  // namespace nearme
