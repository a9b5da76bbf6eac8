#include "index/image/image_file.hpp"

#include <gtest/gtest.h>

#include "index/image/image_in_memory.hpp"

namespace nearme {
namespace {

std::vector<std::byte> bytes_of(std::string_view text) {
  const auto bytes = std::as_bytes(std::span(text));
  return {bytes.begin(), bytes.end()};
}

std::vector<std::byte> two_sections() {
  ImageInMemory target;
  ImageWriter writer(target, 2);
  EXPECT_TRUE(writer.add("FIRST", bytes_of("one")));
  EXPECT_TRUE(writer.add("SECOND", bytes_of("two words")));
  EXPECT_TRUE(writer.finish());
  return std::move(target).take();
}

TEST(ImageFile, WithoutSectionsOpensAndHasNone) {
  ImageInMemory target;
  ASSERT_TRUE(ImageWriter(target, 0).finish());
  const auto bytes = std::move(target).take();
  const auto file = ImageFile::open(bytes);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->section("FIRST").error().kind, ErrorKind::corrupt);
}

TEST(ImageFile, GivesBackEachSectionAtAMultipleOf64) {
  const auto bytes = two_sections();
  const auto file = ImageFile::open(bytes);
  ASSERT_TRUE(file) << file.error().message;
  const auto second = file->section("SECOND").value();
  EXPECT_EQ(std::vector(second.begin(), second.end()), bytes_of("two words"));
  EXPECT_EQ((second.data() - bytes.data()) % 64, 0);
}

TEST(ImageFile, RefusesEveryTruncation) {
  const auto whole = two_sections();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    const auto file = ImageFile::open(cut);
    ASSERT_FALSE(file) << length;
    EXPECT_EQ(file.error().kind, ErrorKind::corrupt);
  }
}

TEST(ImageFile, RefusesEveryFlippedBitAndAnyByteMore) {
  auto bytes = two_sections();
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] ^= std::byte{1} << (bit % 8);
    ASSERT_FALSE(ImageFile::open(bytes)) << "bit " << bit;
    bytes[bit / 8] ^= std::byte{1} << (bit % 8);
  }
  bytes.push_back({});
  EXPECT_FALSE(ImageFile::open(bytes));
}

TEST(ImageFile, SaysWhichSectionIsDamaged) {
  auto bytes = two_sections();
  bytes.back() ^= std::byte{1};
  EXPECT_NE(ImageFile::open(bytes).error().message.find("section SECOND"), std::string::npos);
}

TEST(ImageFile, SaysThatItIsNoImageOrOfAnotherByteOrder) {
  auto bytes = two_sections();
  std::swap(bytes[12], bytes[15]);
  std::swap(bytes[13], bytes[14]);
  EXPECT_NE(ImageFile::open(bytes).error().message.find("byte-order"), std::string::npos);
  const auto other = bytes_of(std::string(100, 'x'));
  EXPECT_NE(ImageFile::open(other).error().message.find("not an index image"), std::string::npos);
}

TEST(ImageFile, ASectionWrittenInPiecesIsTheSameAsOneWrittenAtOnce) {
  std::string text(5'000'000, 'a');
  for (std::size_t i = 0; i < text.size(); i += 7) text[i] = static_cast<char>(i / 7);
  ImageInMemory at_once;
  ImageWriter whole(at_once, 1);
  ASSERT_TRUE(whole.add("LONG", bytes_of(text)));
  ASSERT_TRUE(whole.finish());
  ImageInMemory in_pieces;
  ImageWriter pieces(in_pieces, 1);
  ASSERT_TRUE(pieces.begin("LONG"));
  for (std::size_t from = 0; from < text.size(); from += 123'457)
    ASSERT_TRUE(pieces.append(bytes_of(std::string_view(text).substr(from, 123'457))));
  ASSERT_TRUE(pieces.finish());
  auto bytes = std::move(in_pieces).take();
  EXPECT_TRUE(bytes == std::move(at_once).take());
  EXPECT_TRUE(ImageFile::open(bytes));
  bytes[4'900'000] ^= std::byte{4};
  EXPECT_FALSE(ImageFile::open(bytes));
}

TEST(SealImage, MakesDamageLookWhole) {
  auto bytes = two_sections();
  bytes.back() ^= std::byte{1};
  seal_image(bytes);
  EXPECT_TRUE(ImageFile::open(bytes));
}

}  // namespace
}  // namespace nearme
