#include "text/phone.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(E164, ANumberIsReadAsOneDialsItInItsCountry) {
  EXPECT_EQ(e164_of("0113 496 0000", "GB"), "+441134960000");
  EXPECT_EQ(e164_of("(512) 555-0100", "US"), "+15125550100");
  EXPECT_EQ(e164_of("+49 30 901820", "GB"), "+4930901820");
  EXPECT_EQ(e164_of("512-555-0100 x12", "US"), "+15125550100;ext=12");
}

TEST(E164, WithoutACountryOnlyAnInternationalNumberCanBeRead) {
  EXPECT_EQ(e164_of("0113 496 0000", ""), std::nullopt);
  EXPECT_EQ(e164_of("+44 113 496 0000", ""), "+441134960000");
  EXPECT_EQ(e164_of("ask at the desk", "GB"), std::nullopt);
  EXPECT_EQ(e164_of("12", "GB"), std::nullopt);
}

TEST(PhoneWords, AtHomeAsOneDialsItThereElsewhereAsFromAbroad) {
  EXPECT_EQ(phone_words("+441134960373", "GB"), "0113 496 0373");
  EXPECT_EQ(phone_words("+441134960373", "IE"), "+44 113 496 0373");
  EXPECT_EQ(phone_words("+441134960373", ""), "+44 113 496 0373");
  EXPECT_EQ(phone_words("+15125550100", "US"), "(512) 555-0100");
  EXPECT_EQ(phone_words("+48221234567", "PL"), "22 123 45 67");
}

TEST(PhoneWords, AnExtensionIsNamed) {
  const auto words = phone_words("+15125550100;ext=12", "US");
  EXPECT_TRUE(words.starts_with("(512) 555-0100")) << words;
  EXPECT_TRUE(words.ends_with("12")) << words;
}

TEST(PhoneWords, WhatIsNoSuchNumberStaysAsItIs) {
  for (const auto* text : {"", "0113 496 0373", "ask at the desk", "+", "+abc"})
    EXPECT_EQ(phone_words(text, "GB"), text);
}

TEST(PhoneWords, WhatTheyWriteIsReadAsTheSameNumber) {
  for (const auto* stored : {"+441134960373", "+442079460000", "+493012345678", "+33140205050", "+12125550100"}) {
    for (const auto* country : {"GB", "DE", "FR", "US"})
      EXPECT_EQ(e164_of(phone_words(stored, country), country), stored) << country;
  }
}

}  // namespace
}  // namespace nearme
