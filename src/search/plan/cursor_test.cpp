#include "search/plan/cursor.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace nearme {
namespace {

const Cursor kCursor{.question = 0xfedcba9876543210,
                     .moment = *parse_instant("2026-11-22T18:00:00Z"),
                     .near = Metres{2500},
                     .score = -0.25,
                     .chord_squared = 1e-9,
                     .id = "s-1 é",
                     .name = "ä"};

TEST(Cursor, ComesBackAsItWasWritten) {
  const auto read = cursor_from(to_text(kCursor));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->question, kCursor.question);
  EXPECT_EQ(read->moment, kCursor.moment);
  EXPECT_EQ(read->score, kCursor.score);
  EXPECT_EQ(read->chord_squared, kCursor.chord_squared);
  EXPECT_EQ(read->near, kCursor.near);
  EXPECT_EQ(read->id, kCursor.id);
  EXPECT_EQ(read->name, kCursor.name);
}

TEST(Cursor, MayHaveNothingThatCountsAsNearAndNoName) {
  auto cursor = kCursor;
  cursor.near.reset();
  cursor.name.clear();
  const auto read = cursor_from(to_text(cursor));
  ASSERT_TRUE(read);
  EXPECT_FALSE(read->near);
  EXPECT_EQ(read->name, "");
}

TEST(Cursor, KeepsTheLowestScoreThatThereIs) {
  auto cursor = kCursor;
  cursor.score = std::numeric_limits<double>::lowest();
  EXPECT_EQ(cursor_from(to_text(cursor))->score, cursor.score);
}

TEST(Cursor, WhatNoAnswerHandsOutIsDamageThoughItsChecksumHolds) {
  const auto refused = [](auto change) {
    auto cursor = kCursor;
    change(cursor);
    return cursor_from(to_text(cursor)).error().parameter == "cursor";
  };
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  EXPECT_TRUE(refused([](auto& c) { c.score = std::numeric_limits<double>::quiet_NaN(); }));
  EXPECT_TRUE(refused([](auto& c) { c.chord_squared = kInfinity; }));
  EXPECT_TRUE(refused([](auto& c) { c.near = Metres{kInfinity}; }));
  EXPECT_TRUE(refused([](auto& c) { c.moment = Instant::max(); }));
  EXPECT_TRUE(refused([](auto& c) { c.moment = Instant::min(); }));
}

TEST(Cursor, IsMadeOfCharactersThatNeedNoEscapeInAUrl) {
  EXPECT_EQ(to_text(kCursor).find_first_not_of("0123456789abcdef."), std::string::npos);
}

TEST(Cursor, AnyChangedOrMissingCharacterIsDamage) {
  const auto text = to_text(kCursor);
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto damaged = text;
    damaged[i] = damaged[i] == '0' ? '1' : '0';
    EXPECT_EQ(cursor_from(damaged).error().parameter, "cursor") << i;
    EXPECT_FALSE(cursor_from(text.substr(0, i))) << i;
  }
}

}  // namespace
}  // namespace nearme
