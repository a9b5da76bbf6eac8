#include <array>
#include <random>

#include <gtest/gtest.h>

#include "base/checksum.hpp"
#include "index/columns/checksum_order.hpp"
#include "index/columns/packed_numbers.hpp"
#include "index/columns/rating_column.hpp"
#include "index/columns/record_column.hpp"
#include "index/columns/starts.hpp"

namespace nearme {
namespace {

std::vector<std::byte> packed(const std::vector<std::uint32_t>& numbers) {
  ArrayWriter writer;
  append_packed(writer, numbers);
  return std::move(writer).take();
}

TEST(PackedNumbers, GiveBackNumbersOfEveryWidth) {
  for (const std::uint32_t greatest : {0U, 255U, 256U, 65'535U, 65'536U, 0xffffffffU}) {
    const std::vector<std::uint32_t> numbers{0, greatest, 7, greatest / 2};
    const auto bytes = packed(numbers);
    ArrayReader reader(bytes);
    const auto read = PackedNumbers::read(reader, 4).value();
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(read[i], numbers[i]);
    EXPECT_EQ(read.greatest(), std::max(greatest, 7U));
  }
}

TEST(PackedNumbers, RefuseAWidthThatIsNotKnownAndBytesThatAreCutOff) {
  auto bytes = packed({1, 2, 300});
  ArrayReader reader(bytes);
  EXPECT_FALSE(PackedNumbers::read(reader, 5));
  bytes[0] = std::byte{3};
  ArrayReader again(bytes);
  EXPECT_FALSE(PackedNumbers::read(again, 3));
}

std::vector<std::byte> starts_of(const std::vector<std::uint64_t>& lengths) {
  StartsWriter starts;
  for (const std::uint64_t length : lengths) starts.add(length);
  ArrayWriter writer;
  std::move(starts).append_to(writer);
  return std::move(writer).take();
}

TEST(Starts, AreTheSumsOfLengthsAcrossRuns) {
  for (const std::size_t count : {0U, 1U, 63U, 64U, 65U, 200U}) {
    std::vector<std::uint64_t> lengths(count);
    for (std::size_t i = 0; i < count; ++i) lengths[i] = i % 5 * 1000;
    const auto bytes = starts_of(lengths);
    std::uint64_t sum = 0;
    for (const std::uint64_t length : lengths) sum += length;
    ArrayReader reader(bytes);
    const auto starts = Starts::read(reader, count, sum).value();
    std::uint64_t start = 0;
    for (std::size_t i = 0; i < count; start += lengths[i++]) EXPECT_EQ(starts[i], start);
    EXPECT_EQ(starts[count], sum);
    if (count < 3) continue;
    ArrayReader again(bytes);
    EXPECT_FALSE(Starts::read(again, count, sum - 1)) << "the end is behind the end";
  }
}

TEST(RecordColumn, GivesBackTextsThatTheJsonHoldsAndThoseThatItWritesOtherwise) {
  const std::array<RecordTexts, 4> texts{
      RecordTexts{.id = "s1",
                  .name = "Skin",
                  .slug = "skin-1",
                  .ready_json = R"({"id":"s1","name":"Skin","url":"/sites/skin-1"})"},
      RecordTexts{
          .id = "s2", .name = R"(The "Spa")", .slug = "the-spa", .ready_json = R"({"id":"s2","name":"The \"Spa\""})"},
      RecordTexts{.id = "s3", .name = "", .slug = "x", .ready_json = ""},
      RecordTexts{.id = "", .name = std::string_view("a name that the JSON lacks"), .slug = "", .ready_json = "{}"}};
  std::string records;
  StartsWriter starts;
  for (const RecordTexts& one : texts) {
    const std::string record = to_record(one);
    starts.add(record.size());
    records += record;
  }
  ArrayWriter writer;
  std::move(starts).append_to(writer);
  const auto start_bytes = std::move(writer).take();
  const auto column = RecordColumn::open(std::as_bytes(std::span(records)), start_bytes, 4).value();
  for (std::uint32_t site = 0; site < 4; ++site) {
    EXPECT_EQ(column.id(SitePosition{site}), texts[site].id);
    EXPECT_EQ(column.name(SitePosition{site}), texts[site].name);
    EXPECT_EQ(column.slug(SitePosition{site}), texts[site].slug);
    EXPECT_EQ(column.ready_json(SitePosition{site}), texts[site].ready_json);
  }
}

TEST(RecordColumn, RefusesATextThatLiesOutsideItsRecord) {
  std::string record = to_record({.id = "s1", .name = "Skin", .slug = "skin", .ready_json = R"({"id":"s1"})"});
  StartsWriter starts;
  starts.add(record.size());
  ArrayWriter writer;
  std::move(starts).append_to(writer);
  const auto start_bytes = std::move(writer).take();
  for (std::size_t byte = 0; byte < 7; ++byte) {
    std::string damaged = record;
    damaged[byte] = 100;
    EXPECT_FALSE(RecordColumn::open(std::as_bytes(std::span(damaged)), start_bytes, 1)) << byte;
  }
}

TEST(RatingColumn, KeepsRatingsOfTheSitesThatHaveOne) {
  RatingWriter writer;
  const auto rating_of = [](std::uint32_t site) -> std::optional<Rating> {
    if (site % 3 != 0) return std::nullopt;
    return Rating{.value = (site % 51) / 10.0, .count = site * 700};
  };
  for (std::uint32_t site = 0; site < 200; ++site) writer.add(rating_of(site));
  auto bytes = std::move(writer).build();
  const auto column = RatingColumn::open(bytes, 200).value();
  for (std::uint32_t site = 0; site < 200; ++site) EXPECT_EQ(column[SitePosition{site}], rating_of(site)) << site;
  bytes[1] ^= std::byte{1};
  EXPECT_FALSE(RatingColumn::open(bytes, 200)) << "one rating more than there are";
}

TEST(ChecksumOrder, FindsEverySiteByItsTextAndNoOther) {
  std::vector<std::string> texts;
  std::vector<ChecksumOfSite> sites;
  for (std::uint32_t site = 0; site < 1000; ++site) {
    texts.push_back("site " + std::to_string(site * 7));
    sites.push_back({.checksum = checksum(texts.back()), .site = site});
  }
  const auto bytes = build_checksum_order(sites);
  const auto order = ChecksumOrder::open(bytes, 1000).value();
  const auto text_of = [&](SitePosition site) { return std::string_view(texts[to_number(site)]); };
  for (std::uint32_t site = 0; site < 1000; ++site) EXPECT_EQ(order.find(texts[site], text_of), SitePosition{site});
  EXPECT_EQ(order.find("site 1", text_of), std::nullopt);
  EXPECT_FALSE(ChecksumOrder::open(bytes, 999)) << "one number is too great";
}

TEST(ChecksumOrder, TellsTextsOfOneChecksumApart) {
  const std::array<std::string_view, 2> texts{"wanted", "another"};
  const auto bytes =
      build_checksum_order({{.checksum = checksum("wanted"), .site = 1}, {.checksum = checksum("wanted"), .site = 0}});
  const auto order = ChecksumOrder::open(bytes, 2).value();
  // As if both had that checksum: only the one with the text is it.
  const auto text_of = [&](SitePosition site) { return texts[to_number(site)]; };
  EXPECT_EQ(order.find("wanted", text_of), SitePosition{0});
}

}  // namespace
}  // namespace nearme
