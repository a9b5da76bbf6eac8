#include "assets/assets.hpp"

#include <algorithm>
#include <cstdint>

#include <gtest/gtest.h>

#include "base/file.hpp"

namespace nearme {
namespace {

TEST(Assets, TheEmptyPathAndUnknownPathsHaveNone) {
  EXPECT_EQ(find_asset(""), nullptr);
  EXPECT_EQ(find_asset("openapi"), nullptr);
  EXPECT_EQ(find_asset("openapi.jsonx"), nullptr);
  EXPECT_EQ(find_asset("templates/../openapi.json"), nullptr);
  EXPECT_TRUE(assets_under("no-such-folder/").empty());
  EXPECT_TRUE(assets_under("zzzz").empty());
}

TEST(Assets, EveryOneIsFoundByItsPathAndStandsInOrder) {
  const auto all = assets_under("");
  ASSERT_FALSE(all.empty());
  EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Asset::path));
  for (const auto& asset : all) EXPECT_EQ(find_asset(asset.path), &asset) << asset.path;
}

TEST(Assets, EveryOneBeginsAtAMultipleOfSixteen) {
  for (const auto& asset : assets_under("")) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(asset.bytes.data()) % 16, 0U) << asset.path;
  }
}

TEST(Assets, TheGazetteerBeginsAtAMultipleOfSixtyFour) {
  const auto* gazetteer = find_asset("gazetteer.bin");
  if (gazetteer == nullptr) GTEST_SKIP() << "this build has no gazetteer";
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(gazetteer->bytes.data()) % 64, 0U);
}

TEST(Assets, AFolderHoldsItsFilesAndNoOthers) {
  const auto all = assets_under("");
  for (const std::string_view prefix : {"catalogue/", "templates/", "web/", "openapi.json"}) {
    const auto expected = std::ranges::count_if(all, [&](const auto& asset) { return asset.path.starts_with(prefix); });
    const auto under = assets_under(prefix);
    EXPECT_EQ(std::ssize(under), expected) << prefix;
    for (const auto& asset : under) EXPECT_TRUE(asset.path.starts_with(prefix)) << asset.path;
  }
}

TEST(Assets, TheBytesAreThoseOfTheFile) {
  for (const auto& asset : assets_under("catalogue/")) {
    const auto file = read_file(std::string{NEARME_SOURCE_DIR "/data/"}.append(asset.path));
    ASSERT_TRUE(file) << file.error().message;
    EXPECT_EQ(asset.text(), *file) << asset.path;
  }
}

TEST(Assets, TheContractIsAJsonObject) {
  const auto* contract = find_asset("openapi.json");
  ASSERT_NE(contract, nullptr);
  EXPECT_TRUE(contract->text().starts_with('{'));
  EXPECT_NE(contract->text().find("\"openapi\""), std::string_view::npos);
}

}  // namespace
}  // namespace nearme
