#include "intake/csv/encoding.hpp"

#include <gtest/gtest.h>

#include "intake/intake_fixture.hpp"

namespace nearme {
namespace {

TextEncoding verdict_on(std::string_view text, std::size_t piece = 1) {
  EncodingEvidence evidence;
  for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) evidence.add(text.substr(0, piece));
  return evidence.verdict();
}

std::string decoded(std::string_view bytes) {
  const auto file = InputFile::open(test_file(bytes, ".csv")).value();
  Utf8Reader reader(file, encoding_of(file).value());
  std::string text;
  while (true) {
    const auto more = reader.next().value();
    if (more.empty()) return text;
    text += more;
  }
}

TEST(Encoding, PlainAsciiAndNothingAreUtf8) {
  EXPECT_EQ(verdict_on(""), TextEncoding::utf8);
  EXPECT_EQ(verdict_on("name,lat,lon"), TextEncoding::utf8);
}

TEST(Encoding, AccentedLettersTellUtf8FromWindows1252) {
  EXPECT_EQ(verdict_on("Caf\xC3\xA9"), TextEncoding::utf8);
  EXPECT_EQ(verdict_on("Caf\xE9"), TextEncoding::windows_1252);
  EXPECT_EQ(verdict_on("name\xAClat\xAClon\n"), TextEncoding::windows_1252);
}

TEST(Encoding, OneDamagedCellDoesNotMakeATextAnother) {
  EXPECT_EQ(verdict_on("Z\xC3\xBCrich;M\xC3\xBCnchen;K\xE9;"), TextEncoding::utf8);
  EXPECT_EQ(verdict_on("a,\xFF\xFE,b"), TextEncoding::utf8);
}

TEST(Encoding, TheVerdictDoesNotDependOnThePieces) {
  const std::string text =
      "Caf\xC3\xA9 Stra\xC3\x9F"
      "e \xE2\x82\xAC 5";
  for (std::size_t piece = 1; piece < text.size(); ++piece)
    EXPECT_EQ(verdict_on(text, piece), TextEncoding::utf8) << piece;
}

TEST(Encoding, EveryEncodingIsReadAsTheSameText) {
  EXPECT_EQ(decoded("\xEF\xBB\xBF"
                    "Caf\xC3\xA9"),
            "Caf\xC3\xA9");
  EXPECT_EQ(decoded("Caf\xE9 \x80"
                    "5"),
            "Caf\xC3\xA9 \xE2\x82\xAC"
            "5");
  EXPECT_EQ(decoded(std::string_view("\xFF\xFE"
                                     "C\0\xE9\0",
                                     6)),
            "C\xC3\xA9");
  EXPECT_EQ(decoded(std::string_view("\xFE\xFF\0C\0\xE9", 6)), "C\xC3\xA9");
  EXPECT_EQ(decoded(std::string_view("n\0a\0m\0e\0,\0l\0a\0t\0", 16)), "name,lat");
}

}  // namespace
}  // namespace nearme
