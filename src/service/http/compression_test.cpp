#include "service/http/compression.hpp"

#include <random>

#include <gtest/gtest.h>
#include <zlib.h>

namespace nearme {
namespace {

/// Unpacks gzip and zlib alike.
std::string unpacked(const std::string& packed, std::size_t size) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 32), Z_OK);
  std::string text(size + 1, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

TEST(Accepts, AnAbsentHeaderAcceptsNoEncoding) {
  EXPECT_FALSE(accepts("", Encoding::gzip));
  EXPECT_FALSE(accepts(" , ", Encoding::gzip));
}

TEST(Accepts, EachNamedCodingIsAcceptedWhateverItsCaseAndSpaces) {
  for (const auto* header : {"gzip", "br,gzip", "deflate , GZip", "gzip;q=0.5", "gzip ; q=1, *;q=0"}) {
    EXPECT_TRUE(accepts(header, Encoding::gzip)) << header;
  }
  EXPECT_FALSE(accepts("gzipped, xgzip", Encoding::gzip));
}

TEST(Accepts, AWeightOfZeroForbidsACoding) {
  for (const auto* header : {"gzip;q=0", "*, gzip; q=0.000", "gzip;q=0.0, br"}) {
    EXPECT_FALSE(accepts(header, Encoding::gzip)) << header;
  }
  EXPECT_TRUE(accepts("gzip;q=0.001", Encoding::gzip));
}

TEST(Accepts, AStarStandsForEveryCodingThatIsNotNamed) {
  EXPECT_TRUE(accepts("*", Encoding::br));
  EXPECT_FALSE(accepts("*;q=0", Encoding::br));
  EXPECT_FALSE(accepts("br;q=0, *", Encoding::br));
}

TEST(Compress, UnpackingGivesTheTextBack) {
  const auto seed = std::random_device{}();
  std::mt19937 random{seed};
  for (const std::size_t size : {0, 1, 1000, 100'000}) {
    std::string text(size, 'a');
    for (auto& letter : text) letter = static_cast<char>(random() % (size % 3 == 0 ? 256 : 4));
    EXPECT_EQ(unpacked(compress(text, Encoding::gzip), size), text) << "seed " << seed;
    EXPECT_EQ(unpacked(compress(text, Encoding::deflate), size), text) << "seed " << seed;
  }
}

}  // namespace
}  // namespace nearme
