#include "index/image/index.hpp"

#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "base/file.hpp"
#include "index/image/image_builder.hpp"
#include "index/image/image_file.hpp"
#include "index/testing/worlds.hpp"
#include "index/walk/walk.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

std::vector<std::byte> image_of(std::vector<IndexEntry> entries, IndexAbout about = {}) {
  ImageBuilder builder(std::move(about));
  for (IndexEntry& entry : entries) builder.add(std::move(entry));
  return std::move(builder).build();
}

TEST(Index, OfNoSitesOpensAndFindsNothing) {
  const auto world = index_of({});
  EXPECT_EQ(world.index->size(), 0U);
  EXPECT_EQ(world.index->find("s0"), std::nullopt);
  EXPECT_EQ(world.index->find_slug(""), std::nullopt);
  EXPECT_EQ(world.index->schedule_count(), 1U);
  EXPECT_TRUE(world.index->treatments().empty());
}

TEST(Index, GivesBackEveryFieldOfEveryEntry) {
  const auto entries = make_world(WorldShape::cities, {.sites = 500});
  const auto world = index_of(entries);
  const Index& index = *world.index;
  for (const IndexEntry& entry : entries) {
    const auto site = index.find(entry.id.text());
    ASSERT_TRUE(site) << entry.id.text();
    EXPECT_EQ(index.id(*site), entry.id.text());
    EXPECT_EQ(index.position(*site), entry.position);
    EXPECT_EQ(index.name(*site), entry.name);
    EXPECT_EQ(index.slug(*site), entry.slug);
    EXPECT_EQ(index.find_slug(entry.slug), site);
    EXPECT_EQ(index.quality(*site), entry.quality);
    EXPECT_EQ(index.rating(*site), entry.rating);
    EXPECT_EQ(index.ready_json(*site), entry.ready_json);
    EXPECT_EQ(index.schedule_number(*site) == 0, (entry.schedule == nullptr));
    const auto offers = index.offers(*site);
    ASSERT_EQ(offers.size(), entry.offers.size());
    for (std::size_t i = 0; i < offers.size(); ++i) {
      EXPECT_EQ(index.treatments()[offers[i].treatment], entry.offers[i].treatment.text());
      EXPECT_EQ(offers[i].price, entry.offers[i].price);
      EXPECT_EQ(offers[i].confirmed, entry.offers[i].confirmed);
    }
    for (const std::string& member : entry.members) EXPECT_TRUE(index.members().find(member).contains(*site));
    for (const std::string& word : entry.words) EXPECT_TRUE(index.words().find(word).contains(*site));
  }
  EXPECT_EQ(index.find("s500"), std::nullopt);
  EXPECT_EQ(index.find_slug("nobody"), std::nullopt);
}

TEST(Index, NameOrderGoesByFoldedNameThenId) {
  auto entries = make_world(WorldShape::one_point, {.sites = 4});
  entries[0].name = "Zürich";
  entries[1].name = "élan";
  entries[2].name = "Elan";
  entries[3].name = "Fern";
  const auto world = index_of(entries);
  const auto order = [&](const char* id) { return world.index->name_order(*world.index->find(id)); };
  EXPECT_EQ(order("s1"), 0U);
  EXPECT_EQ(order("s2"), 1U);
  EXPECT_EQ(order("s3"), 2U);
  EXPECT_EQ(order("s0"), 3U);
}

TEST(Index, SitesWithTheSameTimesShareASchedule) {
  const auto world = index_of(make_world(WorldShape::cities, {.sites = 300}));
  EXPECT_EQ(world.index->schedule_count(), 5U);
}

TEST(Index, AScheduleSaysItsStateInItsTimeZone) {
  auto entries = make_world(WorldShape::one_point, {.sites = 1});
  Schedule schedule;
  schedule.week[0] = {{.from = 540, .to = 1020}};  // Monday 9 to 17
  schedule.valid_from = *parse_date("2026-11-01");
  schedule.valid_until = *parse_date("2027-10-31");
  entries[0].schedule = std::make_shared<const Schedule>(schedule);
  entries[0].time_zone = "America/New_York";
  const auto world = index_of(entries);
  const std::uint32_t number = world.index->schedule_number(SitePosition{0});
  EXPECT_EQ(world.index->schedule_state(number, *parse_instant("2026-11-23T13:59:59Z")).state, OpenState::closed);
  EXPECT_EQ(world.index->schedule_state(number, *parse_instant("2026-11-23T14:00:00Z")).state, OpenState::open);
  EXPECT_EQ(world.index->schedule_state(0, *parse_instant("2026-11-23T14:00:00Z")).state, OpenState::unknown);
}

TEST(Index, SaysWhatItWasMadeFrom) {
  const IndexAbout about{.revision = 42,
                         .day = *parse_date("2026-11-22"),
                         .any_fictional = true,
                         .attributions = {"© OpenStreetMap contributors"}};
  const auto bytes = image_of({}, about);
  EXPECT_EQ((*Index::open(bytes))->about(), about);
}

TEST(ImageBuilder, TheSameEntriesInAnyOrderGiveTheSameBytes) {
  auto entries = make_world(WorldShape::cities, {.sites = 400});
  const auto first = image_of(entries);
  std::ranges::reverse(entries);
  EXPECT_TRUE(image_of(entries) == first);
  std::shuffle(entries.begin(), entries.end(), std::mt19937_64(5));
  EXPECT_TRUE(image_of(entries) == first);
  entries[0].name += "!";
  EXPECT_FALSE(image_of(entries) == first);
}

TEST(Index, ItsChecksumChangesWhenAnythingDoes) {
  auto entries = make_world(WorldShape::cities, {.sites = 20});
  const auto before = index_of(entries);
  entries[7].ready_json = "{}";
  EXPECT_NE(index_of(entries).index->checksum(), before.index->checksum());
}

TEST(Index, RefusesAnImageCutOffAtAnyByte) {
  const auto whole = image_of(make_world(WorldShape::cities, {.sites = 3}));
  for (std::size_t length = 0; length < whole.size(); ++length) {
    const std::vector<std::byte> cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(length));
    const auto opened = Index::open(cut);
    ASSERT_FALSE(opened) << length;
    ASSERT_EQ(opened.error().kind, ErrorKind::corrupt);
  }
}

TEST(Index, RefusesAnImageWithAFlippedBitInAnyByte) {
  auto bytes = image_of(make_world(WorldShape::cities, {.sites = 3}));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] ^= std::byte{1} << (i % 8);
    const auto opened = Index::open(bytes);
    ASSERT_FALSE(opened) << "byte " << i;
    ASSERT_EQ(opened.error().kind, ErrorKind::corrupt);
    bytes[i] ^= std::byte{1} << (i % 8);
  }
}

/// Reads everything that there is of a site; gives how many bytes that was, so that nothing is left out as unused.
std::size_t read_all_of(const Index& index, SitePosition site) {
  std::size_t bytes = index.id(site).size() + index.name(site).size() + index.slug(site).size();
  for (const char letter : index.ready_json(site)) bytes += letter == '"' ? 1U : 0U;
  for (const OfferColumn& offer : index.offers(site)) bytes += index.treatments()[offer.treatment].size();
  bytes += index.rating(site) ? index.rating(site)->count : 0U;
  static_cast<void>(index.schedule_state(index.schedule_number(site), Instant{}));
  bytes += index.find(index.id(site)) ? 1U : 0U;
  return bytes + index.name_order(site) + static_cast<std::size_t>(index.position(site).lat_e7() > 0);
}

TEST(Index, DamageBehindRepairedChecksumsNeverMakesAReaderGoAstray) {
  const auto whole = image_of(make_world(WorldShape::cities, {.sites = 130}));
  std::mt19937_64 random(99);
  int refused = 0;
  std::size_t read_bytes = 0;
  for (int round = 0; round < 3000; ++round) {
    auto bytes = whole;
    bytes[64 + random() % (bytes.size() - 64)] ^= static_cast<std::byte>(1 + random() % 255);
    seal_image(bytes);
    const auto opened = Index::open(bytes);
    refused += opened ? 0 : 1;
    if (!opened) continue;
    const UnitVector from{.x = 1, .y = 0, .z = 0};
    const Filter filter{.all_of = {{.sets = {(*opened)->members().find("offers:t0")}}}};
    EXPECT_LE(best({.index = **opened, .from = from, .filter = filter, .scoring = NearestFirst{}, .limit = 10}).size(),
              10U);
    EXPECT_LE(count({.index = **opened, .from = from, .filter = filter, .budget = 1000}).sites, 130U);
    const auto site = static_cast<std::uint32_t>(round) % 130;
    if (site < (*opened)->size()) read_bytes += read_all_of(**opened, SitePosition{site});
    for (std::size_t word = 0; word < (*opened)->words().size(); word += 17)
      EXPECT_LE((*opened)->words().sites(word).to_positions().size(), 130U);
  }
  EXPECT_GT(refused, 100);
  EXPECT_GT(read_bytes, 0U);
}

TEST(Index, AnImageReplacedWhileInUseStaysAsItWas) {
  const auto path = std::filesystem::path(testing::TempDir()) / "nearme_index_test.image";
  ASSERT_TRUE(replace_file(path, image_of(make_world(WorldShape::cities, {.sites = 10}))));
  const auto old = Index::open(path).value();
  ASSERT_TRUE(replace_file(path, image_of(make_world(WorldShape::cities, {.sites = 20}))));
  EXPECT_EQ(old->size(), 10U);
  EXPECT_TRUE(old->find("s9"));
  EXPECT_EQ((*Index::open(path))->size(), 20U);
}

TEST(Index, NamesTheFileThatItCannotOpen) {
  const auto path = std::filesystem::path(testing::TempDir()) / "nearme_no_image.image";
  ASSERT_TRUE(replace_file(path, "hello"));
  const auto opened = Index::open(path);
  EXPECT_NE(opened.error().message.find(path.string()), std::string::npos);
  EXPECT_EQ(Index::open("/no/such/image").error().kind, ErrorKind::unreadable);
}

}  // namespace
}  // namespace nearme
