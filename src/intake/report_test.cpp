#include "intake/report.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "intake/intake_fixture.hpp"
#include "intake/report_since.hpp"

namespace nearme {
namespace {

ImportReport some_report(std::string_view text) { return import_text(*fresh_store(), text, ".csv").value(); }

TEST(Report, EveryRuleIsCountedWithItsLinesAndExamples) {
  const auto report =
      some_report("name,lat,lon,phone,country\nA,53.8,-1.5,999999999999999999,GB\nB,53.8,-1.5,abc123,GB\n");
  ASSERT_EQ(report.findings.size(), 1);
  EXPECT_EQ(report.findings[0], (Finding{.rule = "telephone numbers that could not be read, kept as they were",
                                         .count = 2,
                                         .lines = {2, 3},
                                         .examples = {"999999999999999999", "abc123"}}));
  EXPECT_EQ(nlohmann::json::parse(to_json(report)).at("findings").at(0).at("count"), 2);
}

TEST(Report, HtmlShowsWhatIsInTheFileAndRunsNothingOfIt) {
  const auto html = to_html(some_report("name,lat,lon\n<script>alert(1)</script>,x,1\n\"A & B\",53.8,-1.5\n"));
  EXPECT_FALSE(html.contains("<script>"));
  EXPECT_TRUE(html.contains("latitude is not a number")) << html;
  EXPECT_FALSE(html.contains("http")) << "nothing is fetched from elsewhere";
}

TEST(Report, SinceLastTimeSaysWhatIsDifferentAndNothingWhenThereIsNoReport) {
  const auto before = to_json(some_report("name,lat,lon,phone\nA,53.8,-1.5,0113 496 0000\n"));
  const auto after = some_report("name,lat,lon,phone\nA,53.8,-1.5,0113 496 0000\nB,53.8,-1.6,\nC,x,1,\n");
  EXPECT_EQ(since_last(after, ""), std::vector<std::string>{});
  EXPECT_EQ(since_last(after, before),
            (std::vector<std::string>{"2 rows taken, 1 more than last time", "1 rows rejected, 1 more than last time",
                                      "phone is filled in for 50 %, down from 100 %"}));
  EXPECT_EQ(since_last(after, to_json(after)), std::vector<std::string>{"nothing is different from last time"});
}

}  // namespace
}  // namespace nearme
