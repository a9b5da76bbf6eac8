#include "gazetteer/image/tables.hpp"

#include <cstring>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gazetteer/small_gazetteer_for_tests.hpp"

namespace nearme {
namespace {

using testing::HasSubstr;

TEST(GazetteerImage, EveryFlippedByteIsNoticed) {
  auto bytes = compile_small_gazetteer();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] ^= std::byte{0x41};
    const auto opened = Gazetteer::open(bytes);
    ASSERT_FALSE(opened) << "byte " << i;
    EXPECT_EQ(opened.error().kind, ErrorKind::corrupt);
    bytes[i] ^= std::byte{0x41};
  }
  EXPECT_TRUE(Gazetteer::open(bytes));
}

TEST(GazetteerImage, AFlippedByteUnderARightChecksumCrashesNothing) {
  const auto sound = compile_small_gazetteer();
  std::size_t answers = 0;
  for (std::size_t i = gazetteer_format::kChecksumStart; i < sound.size(); ++i) {
    for (const auto flip : {std::byte{0x01}, std::byte{0x80}, std::byte{0xFF}}) {
      auto bytes = sound;
      bytes[i] ^= flip;
      seal_gazetteer(bytes);
      const auto opened = Gazetteer::open(bytes);
      if (opened) answers += ask_everything(*opened);
    }
  }
  EXPECT_GT(answers, 0U);
}

TEST(GazetteerImage, EveryShorterFileIsRefused) {
  const auto bytes = compile_small_gazetteer();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    EXPECT_FALSE(Gazetteer::open(std::span(bytes).first(size))) << size;
  }
}

TEST(GazetteerImage, BytesAtAnOddAddressAreReadAllTheSame) {
  const auto bytes = compile_small_gazetteer();
  std::vector<std::byte> shifted(bytes.size() + 1);
  std::memcpy(shifted.data() + 1, bytes.data(), bytes.size());
  const auto gazetteer = Gazetteer::open(std::span<const std::byte>(shifted).subspan(1));
  ASSERT_TRUE(gazetteer);
  EXPECT_EQ(ask_everything(*gazetteer), ask_everything(small_gazetteer().gazetteer));
}

TEST(GazetteerImage, TheErrorNamesTheFirstThingWrong) {
  auto bytes = compile_small_gazetteer();
  EXPECT_THAT(Gazetteer::open({}).error().message, HasSubstr("header"));
  bytes[0] = std::byte{'X'};
  EXPECT_THAT(Gazetteer::open(bytes).error().message, HasSubstr("no compiled gazetteer"));
  bytes = compile_small_gazetteer();
  bytes.back() ^= std::byte{1};
  EXPECT_THAT(Gazetteer::open(bytes).error().message, HasSubstr("checksum"));
}

}  // namespace
}  // namespace nearme
