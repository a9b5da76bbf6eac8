#include <gtest/gtest.h>

#include "intake/normalise/free_hours.hpp"
#include "intake/normalise/name_case.hpp"

namespace nearme {
namespace {

TEST(UsualCase, OnlyNamesThatAreInCapitalsThroughoutAreChanged) {
  EXPECT_TRUE(is_in_capitals("AUSTIN SKIN CENTER"));
  EXPECT_TRUE(is_in_capitals("SUPERDRUG"));
  EXPECT_FALSE(is_in_capitals("BOOTS")) << "may be how it is written";
  EXPECT_FALSE(is_in_capitals("Austin SKIN"));
  EXPECT_FALSE(is_in_capitals("24/7"));
  EXPECT_FALSE(is_in_capitals(""));
}

TEST(UsualCase, ShortFormsAndNamesKeepTheirCapitals) {
  EXPECT_EQ(usual_case("MCDONALD'S SKIN CENTER OF NEW YORK LLC"), "McDonald's Skin Center of New York LLC");
  EXPECT_EQ(usual_case("JANE O'BRIEN-SMITH MD"), "Jane O'Brien-Smith MD");
  EXPECT_EQ(usual_case("THE ÉCLAIR CLINIC"), "The Éclair Clinic");
  EXPECT_EQ(usual_case("BJC MEDICAL, P.C."), "BJC Medical, P.C.");
}

TEST(FreeHours, EverydayWordsBecomeRules) {
  const std::pair<const char*, const char*> cases[] = {
      {"Mon-Fri 9am - 5.30pm", "Mo-Fr 09:00-17:30"},
      {"Monday to Friday: 09:00 to 17:30", "Mo-Fr 09:00-17:30"},
      {"Mon-Fri 9am–5pm, Sat 10-2pm, Sunday closed", "Mo-Fr 09:00-17:00; Sa 10:00-14:00; Su off"},
      {"Mo,Tu,We 09:00-12:30", "Mo,Tu,We 09:00-12:30"},
      {"Mon 9:00 AM - 5:00 PM; Tue 9:00 AM - 12:00 PM", "Mo 09:00-17:00; Tu 09:00-12:00"},
      {"Daily 9-5", "Mo-Su 09:00-17:00"},
      {"Weekdays 8.30am-1pm and 2pm-6pm", "Mo-Fr 08:30-13:00,14:00-18:00"},
      {"Open 24 hours", ""},
      {"24/7", "Mo-Su 00:00-24:00"},
      {"Montag bis Freitag 8-12 Uhr", "Mo-Fr 08:00-12:00"},
      {"Saturday noon to midnight", "Sa 12:00-24:00"},
      {"Closed Sunday; Mon-Sat 9-6", "Su off; Mo-Sa 09:00-18:00"},
      {"Friday 8pm - 2am", "Fr 20:00-02:00"},
      {"Mon - 0930-1700", "Mo 09:30-17:00"}};
  for (const auto& [text, rules] : cases) EXPECT_EQ(hours_from_words(text).value_or(""), rules) << text;
}

TEST(FreeHours, WhatIsNotWhollyUnderstoodIsNotUnderstood) {
  for (const auto* text : {"", "9-5", "Mon", "Mon 9", "Mon 9-", "Mon 25:00-26:00", "Mon 9-5 by appointment",
                           "Mon 13pm-2pm", "Mon 17:00-09:00", "Mon 09:61-10:00", "\xFF", "Moon 9-5"}) {
    EXPECT_EQ(hours_from_words(text), std::nullopt) << text;
  }
}

TEST(FreeHours, TheTimesOfOneDay) {
  EXPECT_EQ(times_from_words("08:30-13:00,14:00-17:30"), "08:30-13:00,14:00-17:30");
  EXPECT_EQ(times_from_words("CLOSED"), "off");
  EXPECT_EQ(times_from_words("9am-1pm & 2pm-5.30pm"), "09:00-13:00,14:00-17:30");
  EXPECT_EQ(times_from_words("Mon 9-5"), std::nullopt);
}

}  // namespace
}  // namespace nearme
