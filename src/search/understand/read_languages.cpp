#include "search/understand/read_languages.hpp"

#include <algorithm>

#include "search/understand/language_words.hpp"
#include "search/understand/word_runs.hpp"

namespace nearme {
namespace {

const WordRuns<bool>& words_before_a_language() {
  static const WordRuns<bool> kRuns{
      {true, {"speak",      "speaks",      "speaking",       "spoken",        "who speak", "who speaks",
              "that speak", "that speaks", "that can speak", "who can speak", "can speak", "in",
              "language",   "spricht",     "sprechen",       "die",           "der",       "das",
              "sprache",    "auf",         "qui parle",      "qui parlent",   "parle",     "parlent",
              "parlant",    "que habla",   "que hablan",     "que hable",     "habla",     "hablan",
              "hablando",   "en",          "mowi",           "mowia",         "mowi po",   "mowiacy",
              "mowiacy po", "mowiaca po",  "mowiacego po",   "mowiace po",    "po",        "jezyk",
              "z jezykiem"}}};
  return kRuns;
}

const WordRuns<bool>& words_behind_a_language() {
  static const WordRuns<bool> kRuns{
      {true,
       {"speaking", "speaker", "speakers", "spoken", "sprachig", "sprachige", "sprachiger", "sprechend", "sprechende",
        "sprechender", "sprechenden", "sprechen", "spricht", "gesprochen", "parlant"}}};
  return kRuns;
}

/// Articles announce a language only when its name is followed by "speaks": "der Englisch spricht".
bool is_article(std::string_view word) { return word == "der" || word == "die" || word == "das"; }

bool joins(std::string_view word) {
  return word == "or" || word == "and" || word == "oder" || word == "und" || word == "ou" || word == "et" ||
         word == "o" || word == "y" || word == "lub" || word == "i";
}

std::string_view language_at(const QuestionWords& words, std::size_t at) {
  return LanguageNames::instance().find(words.word(at));
}

/// The languages that follow one another from `at`, with "or" between them.
std::size_t end_of_languages(const QuestionWords& words, std::size_t at, std::vector<std::string>& tags) {
  while (!language_at(words, at).empty()) {
    tags.emplace_back(language_at(words, at));
    ++at;
    const bool goes_on = joins(words.word(at)) && !language_at(words, at + 1).empty();
    if (goes_on) ++at;
  }
  return at;
}

void take(QuestionWords& words, Run run, const std::vector<std::string>& tags) {
  std::string value;
  for (const auto& tag : tags) {
    value += (value.empty() ? "" : ",") + tag;
    auto& known = words.question.languages;
    if (std::ranges::find(known, tag) == known.end()) known.push_back(tag);
  }
  words.explain(run, "language", value);
}

std::size_t behind(const QuestionWords& words, std::size_t at) {
  const auto match = words_behind_a_language().find(words.tokens(), at);
  return match.words > 0 && words.is_unexplained({at, at + match.words}) ? at + match.words : at;
}

bool read_at(QuestionWords& words, std::size_t begin) {
  const auto announced = words_before_a_language().find(words.tokens(), begin);
  const bool is_announced = announced.words > 0 && words.is_unexplained({begin, begin + announced.words});
  std::vector<std::string> tags;
  const auto first = begin + (is_announced ? announced.words : 0);
  const auto last = end_of_languages(words, first, tags);
  if (tags.empty()) return false;
  const auto end = behind(words, last);
  const bool is_spoken = end > last || (is_announced && !is_article(words.word(begin)));
  if (!is_spoken) return false;
  take(words, {begin, end}, tags);
  return true;
}

}  // namespace

void read_languages(QuestionWords& words) {
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (words.is_explained(begin) || read_at(words, begin)) continue;
    if (const auto spoken = LanguageNames::instance().find_spoken(words.word(begin)); !spoken.empty()) {
      take(words, {begin, begin + 1}, {std::string{spoken}});
    }
  }
}

void read_languages_of_kinds(QuestionWords& words) {
  for (std::size_t at = 0; at + 1 < words.size(); ++at) {
    const auto tag = language_at(words, at);
    if (tag.empty()) continue;
    const auto next = words.tokens()[at + 1].begin;
    const auto is_next = [&](const Piece& piece) { return piece.meaning == "kind" && piece.begin == next; };
    if (std::ranges::any_of(words.question.pieces, is_next)) take(words, {at, at + 1}, {std::string{tag}});
  }
}

}  // namespace nearme
