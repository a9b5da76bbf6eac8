#include "service/pages/language/reader.hpp"

#include <gtest/gtest.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

TEST(Reader, TheAddressDecidesBeforeTheBrowser) {
  EXPECT_EQ(reader_of("pl", "de").language->tag(), "pl");
  EXPECT_TRUE(reader_of("pl", "de").is_chosen);
  EXPECT_EQ(reader_of("", "de").language->tag(), "de");
  EXPECT_FALSE(reader_of("", "de").is_chosen);
  EXPECT_EQ(reader_of("tlh", "de").language->tag(), "de") << "a language that the pages do not speak";
}

TEST(Reader, TheBrowsersOrderHoldsAndRegionsFallBack) {
  EXPECT_EQ(language_for("fr-CA,en;q=0.8").tag(), "fr");
  EXPECT_EQ(language_for("en;q=0.3, es;q=0.9").tag(), "es");
  EXPECT_EQ(language_for("ja,zh;q=0.5").tag(), "en");
  for (const auto* nothing : {"", "*", ";;;", "\xff\xfe"}) EXPECT_EQ(language_for(nothing).tag(), "en");
  EXPECT_EQ(language_for(std::string(5000, 'x')).tag(), "en");
}

TEST(Reader, AnAddressTakesTheLanguageBeforeItsFragment) {
  EXPECT_EQ(with_lang("/about", "de"), "/about?lang=de");
  EXPECT_EQ(with_lang("/?q=a#map", "de"), "/?q=a&lang=de#map");
}

TEST(Reader, LinksAndFormsKeepTheLanguageAndFilesDoNotGetOne) {
  EXPECT_EQ(keep_lang("<a href=\"/?q=a&amp;sort=name\">", "ar"), "<a href=\"/?q=a&amp;sort=name&amp;lang=ar\">");
  EXPECT_EQ(keep_lang("<form action=\"/\" method=\"get\">x", "ar"),
            "<form action=\"/\" method=\"get\"><input type=\"hidden\" name=\"lang\" value=\"ar\">x");
  for (const auto* same : {"<link href=\"/assets/page.css\">", "<a href=\"https://example.org/\">",
                           "<a href=\"/about?lang=de\">", "<a href=\"#main\">", "no links"}) {
    EXPECT_EQ(keep_lang(same, "ar"), same);
  }
}

}  // namespace
}  // namespace nearme
