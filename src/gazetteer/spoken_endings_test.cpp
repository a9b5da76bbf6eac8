#include "gazetteer/spoken_endings.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

TEST(SpokenEndings, AreWrittenInTheOtherWaysThatSoundAlike) {
  EXPECT_THAT(spelled_as_it_sounds("edinborough"), Contains("edinburgh"));
  EXPECT_THAT(spelled_as_it_sounds("middlesborough"), Contains("middlesbrough"));
  EXPECT_THAT(spelled_as_it_sounds("gloster"), Contains("glocester"));
  EXPECT_THAT(spelled_as_it_sounds("portsmuth"), Contains("portsmouth"));
}

TEST(SpokenEndings, ANameNeverSoundsLikeItselfAndAShortOneLikeNothing) {
  EXPECT_THAT(spelled_as_it_sounds("edinburgh"), Not(Contains("edinburgh")));
  for (const auto* key : {"", "york", "burgh", "anborg", "wor"})
    EXPECT_THAT(spelled_as_it_sounds(key), IsEmpty()) << key;
}

}  // namespace
}  // namespace nearme
