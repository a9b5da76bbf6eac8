#include "service/pages/problem_words.hpp"

#include <gtest/gtest.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

Error wrong(std::string parameter) {
  return {.kind = ErrorKind::invalid_input, .message = "the engine's words", .parameter = std::move(parameter)};
}

TEST(ProblemWords, QuoteWhatWasGivenInTheReadersLanguage) {
  const Parameters asked{{"near", "Xyzzy"}};
  EXPECT_EQ(problem_words(english(), wrong("near"), asked),
            "No place called “Xyzzy” is known here. Try a town near it, or a postcode.");
  const auto german = problem_words(*language_called("de"), wrong("near"), asked);
  EXPECT_NE(german.find("Xyzzy"), std::string::npos);
  EXPECT_EQ(german.find("known"), std::string::npos);
}

TEST(ProblemWords, EveryParameterOfASearchHasASentenceInEveryLanguage) {
  for (const auto& language : languages()) {
    for (const auto* name : {"near", "q", "lat", "lon", "bbox", "radius_km", "price_max", "open", "open_at", "cursor",
                             "treatment", "language", "limit"}) {
      const auto words = problem_words(language, wrong(name), {{name, "1"}});
      EXPECT_FALSE(words.empty()) << language.tag() << " " << name;
      EXPECT_EQ(words.find('{'), std::string::npos) << words;
    }
  }
}

TEST(ProblemWords, WithoutAParameterTheyAreThoseOfTheEngine) {
  EXPECT_EQ(problem_words(*language_called("pl"), wrong(""), {}), "The engine's words");
}

TEST(HintWords, SayTheHintInTheReadersLanguage) {
  const Hint hint{.message = "", .meaning = "travel-time", .value = "10 minutes by car"};
  for (const auto& language : languages())
    EXPECT_NE(hint_words(language, hint).find("10 minutes by car"), std::string::npos) << language.tag();
}

}  // namespace
}  // namespace nearme
