#include "search/open/open_moment.hpp"

#include <gtest/gtest.h>

#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

const TestIndex& made() {
  static const TestIndex index = index_of(small_directory());
  return index;
}

OpenState state_of(std::string_view id, const char* moment) {
  const OpenMoment at{*made().index, *parse_instant(moment)};
  return at.state(*made().index->find(id));
}

TEST(OpenMoment, HasThreeValues) {
  EXPECT_EQ(state_of("alpha", "2026-11-23T10:00:00Z"), OpenState::open);    // Monday
  EXPECT_EQ(state_of("alpha", "2026-11-22T10:00:00Z"), OpenState::closed);  // Sunday
  EXPECT_EQ(state_of("delta", "2026-11-23T10:00:00Z"), OpenState::unknown);
  EXPECT_EQ(state_of("beta", "2026-11-22T03:00:00Z"), OpenState::open);  // round the clock
}

TEST(OpenMoment, ItsOpenSitesAreThoseWhoseStateIsOpen) {
  const OpenMoment at{*made().index, *parse_instant("2026-11-23T10:00:00Z")};
  for (std::uint32_t i = 0; i < made().index->size(); ++i) {
    const SitePosition site{i};
    EXPECT_EQ(at.open_sites().contains(site), at.state(site) == OpenState::open);
  }
}

TEST(OpenMoments, SecondsOfOneMinuteShareOneWorkingOut) {
  OpenMoments moments{*made().index};
  const auto noon = *parse_instant("2026-11-23T12:00:00Z");
  EXPECT_EQ(moments.at(noon), moments.at(noon + std::chrono::seconds{59}));
  EXPECT_NE(moments.at(noon), moments.at(noon + std::chrono::seconds{60}));
}

TEST(OpenMoments, ForgetsTheOldestOfMany) {
  OpenMoments moments{*made().index};
  const auto noon = *parse_instant("2026-11-23T12:00:00Z");
  const std::weak_ptr<const OpenMoment> first = moments.at(noon);
  for (int minute = 1; minute < 20; ++minute) (void)moments.at(noon + std::chrono::minutes{minute});
  EXPECT_TRUE(first.expired());
}

bool is_open_during(std::string_view id, const OpenWindow& window) {
  const OpenDuring during{*made().index, window};
  return during.open_sites().contains(*made().index->find(id));
}

constexpr Date kSaturday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{28}};
constexpr Date kSunday{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{29}};

TEST(OpenDuring, ADayIsAnyTimeOfIt) {
  EXPECT_TRUE(is_open_during("alpha", {.first = kSaturday, .last = kSaturday}));  // 09:00 to 18:00
  EXPECT_FALSE(is_open_during("alpha", {.first = kSunday, .last = kSunday}));
  EXPECT_TRUE(is_open_during("alpha", {.first = kSaturday, .last = kSunday}));
  EXPECT_FALSE(is_open_during("delta", {.first = kSaturday, .last = kSunday}));  // unknown
}

TEST(OpenDuring, TheEndsOfATimeOfDayCountAsTheyDoAtTheDoor) {
  EXPECT_FALSE(is_open_during("alpha", {.first = kSaturday, .last = kSaturday, .from = 0, .to = 9 * 60}));
  EXPECT_TRUE(is_open_during("alpha", {.first = kSaturday, .last = kSaturday, .from = 0, .to = 9 * 60 + 1}));
  EXPECT_FALSE(is_open_during("alpha", {.first = kSaturday, .last = kSaturday, .from = 18 * 60, .to = 24 * 60}));
  EXPECT_TRUE(is_open_during("alpha", {.first = kSaturday, .last = kSaturday, .from = 9 * 60, .to = 9 * 60}));
  EXPECT_FALSE(is_open_during("alpha", {.first = kSaturday, .last = kSaturday, .from = 18 * 60, .to = 18 * 60}));
}

TEST(OpenMoments, WhatWasRenewedIsThereAndStaysWhateverElseIsAskedFor) {
  OpenMoments moments{*made().index};
  const auto noon = *parse_instant("2026-11-23T12:00:00Z");
  moments.renew(noon + std::chrono::seconds{55});
  const std::weak_ptr<const OpenMoment> present = moments.at(noon);
  const std::weak_ptr<const OpenMoment> next = moments.at(noon + std::chrono::minutes{1});
  for (int hour = 1; hour < 20; ++hour) (void)moments.at(noon + std::chrono::hours{hour});
  EXPECT_FALSE(present.expired());
  EXPECT_EQ(moments.at(noon), present.lock());
  moments.renew(noon + std::chrono::minutes{1});
  EXPECT_EQ(moments.at(noon + std::chrono::minutes{1}), next.lock()) << "what was next is not worked out again";
  EXPECT_TRUE(present.expired()) << "what is over is let go";
}

TEST(OpenMoments, AMinuteLaterWhatClosesIsClosed) {
  OpenMoments moments{*made().index};
  const auto site = *made().index->find("alpha");  // Mo-Sa 09:00-18:00 in London
  const auto closing = *parse_instant("2026-11-23T18:00:00Z");
  moments.renew(closing - std::chrono::seconds{1});
  EXPECT_TRUE(moments.at(closing - std::chrono::seconds{1})->open_sites().contains(site));
  EXPECT_FALSE(moments.at(closing)->open_sites().contains(site));
}

}  // namespace
}  // namespace nearme
