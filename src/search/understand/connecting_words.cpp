#include "search/understand/connecting_words.hpp"

#include <algorithm>
#include <array>

namespace nearme {

std::span<const WordRun> words_before_a_place() {
  static const std::vector<WordRun> kRuns{
      {"in", "der", "nahe", "von"},
      {"aux", "alentours", "de"},
      {"in", "and", "around"},
      {"a", "cote", "de"},
      {"close", "to"},
      {"next", "to"},
      {"pres", "de"},
      {"autour", "de"},
      {"cerca", "de"},
      {"w", "poblizu"},
      {"near", "to"},
      {"near"},
      {"nr"},
      {"in"},
      {"around"},
      {"at"},
      {"by"},
      {"bei"},
      {"nahe"},
      {"um"},
      {"a"},
      {"en"},
      {"w"},
      {"kolo"},
      {"blisko"},
      {"from"},
  };
  return kRuns;
}

std::span<const WordRun> words_for_near_me() {
  static const std::vector<WordRun> kRuns{
      {"in", "meiner", "nahe"},
      {"pres", "de", "chez", "moi"},
      {"cerca", "de", "mi"},
      {"pres", "de", "moi"},
      {"close", "to", "me"},
      {"around", "here"},
      {"blisko", "mnie"},
      {"near", "me"},
      {"near", "here"},
      {"close", "by"},
      {"nearby"},
      {"nearest"},
      {"closest"},
  };
  return kRuns;
}

std::span<const WordRun> words_for_open_now() {
  static const std::vector<WordRun> kRuns{
      {"ouvert", "maintenant"}, {"abierto", "ahora"}, {"teraz", "otwarte"},
      {"jetzt", "geoffnet"},    {"jetzt", "offen"},   {"open", "now"},
  };
  return kRuns;
}

bool is_filler(std::string_view word) {
  static constexpr auto kFillers = std::to_array<std::string_view>({
      "a",    "an",    "and", "any",  "at",   "aus", "best",  "by",   "de",       "der",     "des",  "die",  "do",
      "does", "doing", "el",  "en",   "find", "for", "fur",   "good", "i",        "in",      "la",   "le",   "les",
      "me",   "mit",   "my",  "near", "nr",   "of",  "offer", "on",   "or",       "oder",    "pour", "sie",  "some",
      "the",  "to",    "und", "that", "w",    "who", "with",  "z",    "offering", "someone", "from", "para",
  });
  return std::ranges::find(kFillers, word) != kFillers.end();
}

}  // namespace nearme
