#include "trust/register_mapping.hpp"

#include <gtest/gtest.h>

namespace nearme {
namespace {

TEST(RegisterMapping, WhatIsWrongIsToldWithItsLine) {
  const auto message = [](std::string_view toml) {
    const auto mapping = register_mapping_from("m.toml", toml);
    return mapping ? std::string{} : mapping.error().message;
  };
  EXPECT_EQ(message("colour = \"red\"").substr(0, 8), "m.toml:1");
  EXPECT_NE(message("[fields]\nshoe_size = \"Size\"").find("'shoe_size' is no field"), std::string::npos);
  EXPECT_NE(message("[status]\nGone = \"vanished\"").find("active, lapsed and barred"), std::string::npos);
  EXPECT_NE(message("dates = \"backwards\"").find("day-first"), std::string::npos);
  EXPECT_NE(message("names = \"dogs\"").find("organisations"), std::string::npos);
  EXPECT_EQ(message(""), "");
}

TEST(RegisterMapping, AColumnThatTheTableLacksIsNamed) {
  RegisterMapping mapping;
  mapping.fields["number"] = "Ref";
  const auto columns = columns_for({"Number", "Name"}, mapping);
  ASSERT_FALSE(columns);
  EXPECT_NE(columns.error().message.find("Ref"), std::string::npos);
}

TEST(RegisterMapping, AnUnknownStatusIsNeverTakenForGoodStanding) {
  EXPECT_EQ(status_for("", {}), EntryStatus::active);
  EXPECT_EQ(status_for("REGISTERED", {}), EntryStatus::active);
  EXPECT_EQ(status_for("Suspended", {}), EntryStatus::barred);
  EXPECT_FALSE(status_for("Pending review", {}));
}

TEST(RegisterMapping, DatesAreReadInTheOrderThatIsSaidOrNotAtAll) {
  const auto day = parse_date("2027-02-01").value();
  EXPECT_EQ(register_date_from("2027-02-01", DayOrder::unknown), day);
  EXPECT_EQ(register_date_from("20270201", DayOrder::unknown), day);
  EXPECT_EQ(register_date_from("01/02/2027", DayOrder::day_first), day);
  EXPECT_EQ(register_date_from("2/1/2027", DayOrder::month_first), day);
  EXPECT_EQ(register_date_from("31/01/2027", DayOrder::unknown), parse_date("2027-01-31").value());
  EXPECT_FALSE(register_date_from("01/02/2027", DayOrder::unknown));
  EXPECT_FALSE(register_date_from("31/02/2027", DayOrder::day_first));
  EXPECT_FALSE(register_date_from("soon", DayOrder::day_first));
  EXPECT_FALSE(register_date_from("", DayOrder::day_first));
}

}  // namespace
}  // namespace nearme
