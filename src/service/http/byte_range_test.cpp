#include "service/http/byte_range.hpp"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

namespace nearme {
namespace {

std::string header_of(const Answer& answer, std::string_view name) {
  const auto found = std::ranges::find_if(answer.headers, [&](const auto& header) { return header.first == name; });
  return found == answer.headers.end() ? std::string{} : found->second;
}

TEST(ByteRange, ReadsOneRange) {
  EXPECT_EQ(byte_range_of("bytes=0-9", 100), (ByteRange{0, 10}));
  EXPECT_EQ(byte_range_of("bytes=99-99", 100), (ByteRange{99, 100}));
  EXPECT_EQ(byte_range_of("bytes=90-", 100), (ByteRange{90, 100}));
  EXPECT_EQ(byte_range_of("bytes=-16", 100), (ByteRange{84, 100}));
}

TEST(ByteRange, EndsWithTheLastByte) {
  EXPECT_EQ(byte_range_of("bytes=0-16383", 100), (ByteRange{0, 100}));
  EXPECT_EQ(byte_range_of("bytes=-1000", 100), (ByteRange{0, 100}));
  EXPECT_EQ(byte_range_of("bytes=5-99999999999999999999999", 100), (ByteRange{5, 100}));
}

TEST(ByteRange, BehindTheLastByteItIsEmpty) {
  EXPECT_EQ(byte_range_of("bytes=100-", 100), (ByteRange{100, 100}));
  EXPECT_EQ(byte_range_of("bytes=200-300", 100), (ByteRange{100, 100}));
  EXPECT_EQ(byte_range_of("bytes=-0", 100), (ByteRange{100, 100}));
  EXPECT_EQ(byte_range_of("bytes=0-", 0), (ByteRange{0, 0}));
}

TEST(ByteRange, WhatCannotBeReadIsNone) {
  for (const auto* header : {"", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=9-1", "bytes=0-1,5-6", "lines=0-1",
                             "bytes= 0-1", "bytes=1--2"})
    EXPECT_EQ(byte_range_of(header, 100), std::nullopt) << header;
}

TEST(PartOfBytes, SaysWhichPartItIs) {
  const std::string bytes = "abcdefghij";
  const auto part = part_of_bytes(bytes, "bytes=2-4");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.bytes(), "cde");
  EXPECT_EQ(header_of(part, "Content-Range"), "bytes 2-4/10");
  const auto whole = part_of_bytes(bytes, "");
  EXPECT_EQ(whole.status, 200);
  EXPECT_EQ(whole.bytes(), bytes);
  EXPECT_EQ(header_of(whole, "Accept-Ranges"), "bytes");
  const auto none = part_of_bytes(bytes, "bytes=10-");
  EXPECT_EQ(none.status, 416);
  EXPECT_EQ(header_of(none, "Content-Range"), "bytes */10");
}

}  // namespace
}  // namespace nearme
