#include "base/checksum.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(Checksum, IsThePublishedXxh3OfNothing) { EXPECT_EQ(to_hex(checksum("")), "2d06800538d394c2"); }

TEST(Checksum, TellsBytesApartThatDifferInOneBit) { EXPECT_NE(checksum("clinic a"), checksum("clinic c")); }

TEST(Hex, KeepsItsLeadingZeros) { EXPECT_EQ(to_hex(255), "00000000000000ff"); }

}  // namespace
}  // namespace nearme
