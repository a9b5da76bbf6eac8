#include "service/pages/fictional_mark.hpp"

#include <gtest/gtest.h>

#include "base/json.hpp"
#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

using nlohmann::json;

json said_in(const char* tag, json view) {
  say_fictional_mark(view, *language_called(tag));
  return view;
}

TEST(FictionalMark, IsSaidInTheReadersLanguageWhereverItStands) {
  const json view{{"name", "A (fictional), B (fictional)"}, {"cards", {{{"by", "Register (fictional)"}}}}};
  const auto german = said_in("de", view);
  EXPECT_EQ(german["name"], "A (erfunden), B (erfunden)");
  EXPECT_EQ(german["cards"][0]["by"], "Register (erfunden)");
  EXPECT_EQ(said_in("en", view), view);
}

TEST(FictionalMark, LeavesAloneWhatTheReaderTyped) {
  const json view{
      {"question", "a (fictional)"}, {"kept", {{{"value", "(fictional)"}}}}, {"count", 3}, {"none", nullptr}};
  EXPECT_EQ(said_in("pl", view), view);
}

}  // namespace
}  // namespace nearme
