#include "catalogue/shown_site.hpp"

#include <gtest/gtest.h>

#include "catalogue/testing/shipped_catalogue.hpp"

namespace nearme {
namespace {

std::string name_in(const char* law, const char* name) {
  return site_name_shown(shipped_catalogue(), law, name, "Leeds");
}

TEST(ShownSite, ANameIsShownWithoutTheMedicineWhereTheLawBarsIt) {
  EXPECT_EQ(name_in("GB", "Botox Bar Leeds"), "… Bar Leeds");
  EXPECT_EQ(name_in("GB", "The BOTOX® Rooms"), "The … Rooms");
  EXPECT_EQ(name_in("GB", "Botox & Dysport Clinic"), "… & … Clinic");
  EXPECT_EQ(name_in("GB", "Botox Botulinum Clinic"), "… Clinic");
  EXPECT_EQ(name_in("GB", "BotoxBar"), "… (Leeds)");
  EXPECT_EQ(name_in("GB", "Bo Tox"), "… (Leeds)");
}

TEST(ShownSite, EveryOtherNameStaysAsItIs) {
  EXPECT_EQ(name_in("GB", "Alpha  Skin Clinic"), "Alpha  Skin Clinic");
  EXPECT_EQ(name_in("GB", ""), "");
  EXPECT_EQ(name_in("US", "Botox Bar Leeds"), "Botox Bar Leeds");
  EXPECT_EQ(name_in("", "Botox Bar Leeds"), "Botox Bar Leeds");
}

TEST(ShownSite, AnAddressWithTheNameInItGivesWayToTheId) {
  const auto path_in = [](const char* law, const char* path) {
    return site_path_shown(shipped_catalogue(), law, path, "node/1 2");
  };
  EXPECT_EQ(path_in("GB", "/sites/botox-bar-leeds-1a2b3c4d"), "/sites/node%2F1%202");
  EXPECT_EQ(path_in("GB", "/sites/alpha-1a2b3c4d"), "/sites/alpha-1a2b3c4d");
  EXPECT_EQ(path_in("US", "/sites/botox-bar-leeds-1a2b3c4d"), "/sites/botox-bar-leeds-1a2b3c4d");
}

}  // namespace
}  // namespace nearme
