#include "intake/mapping/opening_times.hpp"

#include <gtest/gtest.h>

#include "intake/intake_fixture.hpp"
#include "intake/mapping/stated_days.hpp"

namespace nearme {
namespace {

OpeningTimesFile times_file(std::string_view text, std::string date = "date") {
  return {.file = test_file(text, ".csv"), .id = "id", .day = "day", .times = "times", .date = std::move(date)};
}

const Date kFrom = *parse_date("2014-01-01");

TEST(OpeningTimes, RowsOfOneSiteBecomeAWeekWhereverTheyStand) {
  Notes notes;
  auto times = OpeningTimes::read(times_file("id,day,times,date\n"
                                             "1,Tuesday,14:00-17:00,\n1,Monday,09:00-13:00,\n2,Mon-Wed,9am - 5pm,\n"
                                             "1,Tuesday,09:00-13:00,\n1,Monday,14:00-17:00,\n1,Saturday,,\n"
                                             "1,Monday,09:00-13:00,\n"),
                                  kFrom, notes)
                   .value();
  EXPECT_EQ(times.of("1"), "Mo-Tu 09:00-13:00,14:00-17:00; Sa off");
  EXPECT_EQ(times.of("2"), "Mo-We 09:00-17:00");
  EXPECT_EQ(times.of("3"), "");
  EXPECT_TRUE(notes.sentences().empty());
}

TEST(OpeningTimes, ADateStandsForItself) {
  Notes notes;
  auto times = OpeningTimes::read(times_file("id,day,times,date\n1,Friday,09:00-13:00,\n1,,,Dec 26 2014\n"
                                             "1,,15:00-16:00,Jan  1 2015\n1,,10:00-12:00,2015-01-01\n"),
                                  kFrom, notes)
                   .value();
  EXPECT_EQ(times.of("1"),
            "Fr 09:00-13:00; 2014 Dec 26 off; 2015 Jan 01 10:00-12:00,15:00-16:00; "
            "2015 Jan 01 00:00-10:00 off; 2015 Jan 01 12:00-15:00 off; 2015 Jan 01 16:00-24:00 off");
}

TEST(OpeningTimes, DaysThatArePastAreLeftOutAndCounted) {
  Notes notes;
  auto times = OpeningTimes::read(times_file("id,day,times,date\n1,Friday,09:00-13:00,\n1,,,2013-12-31\n"
                                             "1,,,1914-12-31\n1,,,2014-01-01\n"),
                                  kFrom, notes)
                   .value();
  EXPECT_EQ(times.of("1"), "Fr 09:00-13:00; 2014 Jan 01 off");
  ASSERT_EQ(notes.findings().size(), 1);
  EXPECT_EQ(notes.findings()[0].count, 2);
}

TEST(OpeningTimes, ASiteOfWhichOneRowIsNotUnderstoodHasNoHoursAndThatIsSaid) {
  Notes notes;
  auto times = OpeningTimes::read(
                   times_file("id,day,times,date\n1,Friday,09:00-13:00,\n1,Someday,09:00-13:00,\n"
                              "2,Friday,by appointment,\n3,,09:00-10:00,05/06/2014\n4,Friday,9-5,\n,Friday,9-5,\n"),
                   kFrom, notes)
                   .value();
  for (const auto* id : {"1", "2", "3"}) EXPECT_EQ(times.of(id), "") << id;
  EXPECT_EQ(times.of("4"), "Fr 09:00-17:00");
  EXPECT_EQ(times.unused(), 0);
  ASSERT_EQ(notes.findings().size(), 2);
  EXPECT_EQ(notes.findings()[0].count, 3);
}

TEST(OpeningTimes, ColumnsThatAreNotThereAreNamedWithThoseThatAre) {
  Notes notes;
  const auto file = times_file("id,weekday,times\n");
  const auto times = OpeningTimes::read(file, kFrom, notes);
  ASSERT_FALSE(times);
  EXPECT_EQ(times.error().message, fmt::format("the mapping names columns of opening times that {} does not have: day, "
                                               "date; it has: id, weekday, times",
                                               file.file.filename().string()));
}

TEST(DateInWords, OnlyWhatCanBeOneDateAloneIsOne) {
  EXPECT_EQ(date_in_words("May 26 2014"), *parse_date("2014-05-26"));
  EXPECT_EQ(date_in_words("26 September, 2014"), *parse_date("2014-09-26"));
  EXPECT_EQ(date_in_words("2014-05-26"), *parse_date("2014-05-26"));
  for (const auto* text : {"", "26/05/2014", "Feb 30 2014", "May 26", "26 2014 May", "May 26 14", "x y z"}) {
    EXPECT_EQ(date_in_words(text), std::nullopt) << text;
  }
}

TEST(ImportCsv, AMappingJoinsTheOpeningTimesOfAFileBesideIt) {
  const auto times = test_file("OrganisationId;WeekDay;Times\n1;Monday;09:00-13:00\n9;Monday;09:00-13:00\n", ".csv");
  const auto mapping_path = test_file(fmt::format("fields.id = 'id'\nfields.name = 'name'\nfields.lat = 'lat'\n"
                                                  "fields.lon = 'lon'\n[opening_times]\nfile = '{}'\n"
                                                  "id = 'OrganisationId'\nday = 'WeekDay'\ntimes = 'Times'\n",
                                                  times.filename().string()),
                                      ".toml");
  auto request = request_for(test_file("id,name,lat,lon\n1,A,53.8,-1.5\n2,B,53.9,-1.5\n", ".csv"));
  request.mapping = read_mapping(mapping_path).value();
  const auto store = fresh_store();
  const auto report = import_into(*store, request);
  ASSERT_TRUE(report) << report.error().message;
  EXPECT_EQ(sites_of(*store).at(0).opening_hours, "Mo 09:00-13:00");
  EXPECT_EQ(sites_of(*store).at(1).opening_hours, "");
  EXPECT_EQ(report->notes.back(),
            fmt::format("{} has opening times of ids that no row has: 1", times.filename().string()));
}

}  // namespace
}  // namespace nearme
