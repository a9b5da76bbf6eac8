#include "service/pages/problem_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "service/pages/language/languages.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

/// The messages of the table "problem" by parameter; all others are "other".
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kSentences{{{"near", "near"},
                                                                                    {"q", "question"},
                                                                                    {"lat", "position"},
                                                                                    {"lon", "position"},
                                                                                    {"bbox", "area"},
                                                                                    {"radius_km", "radius"},
                                                                                    {"price_max", "price"},
                                                                                    {"open", "time"},
                                                                                    {"open_at", "time"},
                                                                                    {"cursor", "cursor"}}};

}  // namespace

std::string problem_words(const Language& language, const Error& error, const Parameters& parameters) {
  if (error.parameter.empty()) return capitalised(english(), error.message);
  const auto* const sentence =
      std::ranges::find(kSentences, error.parameter, [](const auto& each) { return each.first; });
  const auto key = sentence == kSentences.end() ? std::string_view{"other"} : sentence->second;
  const auto value =
      given(parameters, error.parameter).empty() ? given(parameters, "q") : given(parameters, error.parameter);
  return language.say("problem." + std::string{key}, {{"value", std::string{value}}, {"parameter", error.parameter}});
}

std::string hint_words(const Language& language, const Hint& hint) {
  return language.say("hint." + hint.meaning, {{"value", hint.value}});
}

}  // namespace nearme
