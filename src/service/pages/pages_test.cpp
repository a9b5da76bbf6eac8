#include "service/pages/pages.hpp"

#include "service/pages/frame.hpp"
#include "service/pages/near_view.hpp"
#include "service/pages/search_view.hpp"
#include "service/pages/templates.hpp"
#include "service/pages/testing.hpp"

namespace nearme {
namespace {

using namespace testing_pages;

std::string rendered(const std::string& name, const nlohmann::json& view) {
  const auto templates = Templates::make(*template_texts(english()));
  EXPECT_TRUE(templates) << templates.error().message;
  return templates->render(name, view);
}

TEST(Pages, TheBuiltInTemplatesAndScriptsMakePages) {
  const auto pages = Pages::make({});
  ASSERT_TRUE(pages) << pages.error().message;
}

TEST(Pages, AnErrorPageTellsWhatAndWhatNextWithoutTrustingTheText) {
  const auto pages = Pages::make({});
  ASSERT_TRUE(pages);
  const auto html = pages->error({.kind = ErrorKind::not_found, .message = "no place '<script>'", .parameter = {}});
  EXPECT_NE(html.find("There is no such page"), std::string::npos);
  EXPECT_NE(html.find("No place &apos;&lt;script&gt;&apos;"), std::string::npos);
  EXPECT_EQ(html.find("<script>"), std::string::npos);
}

TEST(Pages, APageIsInTheLanguageOfItsReaderAndItsLinksKeepALanguageThatWasChosen) {
  const auto pages = Pages::make({});
  ASSERT_TRUE(pages);
  const auto chosen = pages->in(reader_of("ar", "de")).saved();
  EXPECT_NE(chosen.find("<html lang=\"ar\" dir=\"rtl\">"), std::string::npos);
  EXPECT_NE(chosen.find("href=\"/treatments?lang=ar\""), std::string::npos);
  const auto negotiated = pages->in(reader_of("", "de-AT,en;q=0.5")).saved();
  EXPECT_NE(negotiated.find("<html lang=\"de\" dir=\"ltr\">"), std::string::npos);
  EXPECT_NE(negotiated.find("href=\"/treatments\""), std::string::npos);
}

TEST(Pages, ANameOfARecordNeverBecomesMarkup) {
  SearchAnswer answer;
  answer.results = {alpha()};
  const auto html = rendered("results", search_view({{"q", "\"><img src=x>"}}, answer, {}, setting()));
  EXPECT_NE(html.find("Alpha &lt;Skin&gt; Clinic"), std::string::npos);
  EXPECT_EQ(html.find("<img"), std::string::npos);
}

TEST(Pages, APriceRangeIsOfOneCurrencyAndOneTreatment) {
  const std::vector<SearchResult> results{
      {.ready_json = kAlpha},
      {.ready_json = R"({"offers":[{"treatment":"micro-needling","price":95,"currency":"GBP"}]})"},
      {.ready_json = R"({"offers":[{"treatment":"micro-needling","price":1,"currency":"USD"}]})"}};
  EXPECT_EQ(price_range_words(results, TreatmentId{"micro-needling"}, english()), "£95 to £120");
  EXPECT_EQ(price_range_words(results, TreatmentId{"chemical-peel"}, english()), "from £80");
  EXPECT_EQ(price_range_words({}, TreatmentId{"micro-needling"}, english()), "");
}

}  // namespace
}  // namespace nearme
