#include "gazetteer/compile/places.hpp"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace nearme {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const std::string kEngland = "area\tGB\t\tcountry\tUnited Kingdom\tUK|GB\narea\tGB.ENG\tGB\tregion\tEngland\t\n";

std::string error_of(const std::string& source) {
  const auto places = read_places(source);
  return places ? "" : places.error().message;
}

TEST(ReadPlaces, AnEmptySourceHasNoPlaces) {
  EXPECT_TRUE(read_places("")->places.empty());
  EXPECT_TRUE(read_places("\n\n")->areas.empty());
}

TEST(ReadPlaces, TakesNamesAreaPeoplePositionAndTimeZone) {
  const auto source = kEngland + "place\t7\tLeeds\tLoidis|Leodis\tGB.ENG\t455123\t53.8\t-1.5\tEurope/London";
  const auto places = *read_places(source);
  ASSERT_EQ(places.places.size(), 1U);
  const auto& leeds = places.places[0];
  EXPECT_EQ(leeds.name, "Leeds");
  EXPECT_THAT(leeds.other_names, ElementsAre("Loidis", "Leodis"));
  EXPECT_EQ(places.areas[leeds.area].name, "England");
  EXPECT_EQ(places.areas[leeds.area].parent, 0U);
  EXPECT_EQ(leeds.population, 455123U);
  EXPECT_EQ(leeds.position.lat(), 53.8);
  EXPECT_EQ(leeds.time_zone, "Europe/London");
}

TEST(ReadPlaces, AnErrorSaysTheLineAndWhatIsWrong) {
  EXPECT_THAT(error_of(kEngland + "town\tLeeds\n"), HasSubstr("line 3: a line begins with area or place"));
  EXPECT_THAT(error_of("place\t1\tLeeds\t\tGB\t1\t2\t3\tUTC\n"), HasSubstr("no line before has the area 'GB'"));
  EXPECT_THAT(error_of(kEngland + "place\t1\tLeeds\t\tGB\tmany\t2\t3\tUTC\n"), HasSubstr("'many' is not a number"));
  EXPECT_THAT(error_of(kEngland + "place\t1\tLeeds\t\tGB\t1\t99\t3\tUTC\n"), HasSubstr("99"));
  EXPECT_THAT(error_of(kEngland + "place\t1\tLeeds\n"), HasSubstr("has 3 fields and should have 9"));
  EXPECT_THAT(error_of(kEngland + kEngland), HasSubstr("line 3: the area 'GB' is there twice"));
  EXPECT_THAT(error_of("area\tGB\t\tregion\tBritain\t\n"), HasSubstr("a country has no parent"));
}

}  // namespace
}  // namespace nearme
