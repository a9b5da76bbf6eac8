#include "search/understand/question_reader.hpp"

#include <algorithm>

#include "search/understand/read_conditions.hpp"
#include "search/understand/read_distance.hpp"
#include "search/understand/read_languages.hpp"
#include "search/understand/read_opening.hpp"
#include "search/understand/read_phrases.hpp"
#include "search/understand/read_place.hpp"
#include "search/understand/read_price.hpp"
#include "search/understand/read_rest.hpp"

namespace nearme {

QuestionReader::QuestionReader(const PhraseBook& phrases, const Gazetteer& gazetteer, const KnownWords& known)
    : phrases_(phrases), gazetteer_(gazetteer), known_(known) {}

Question QuestionReader::read(std::string_view text) const {
  QuestionWords words{text};
  PlaceReader place{words, gazetteer_, known_};
  place.read_coordinates();
  read_phrases(words, phrases_, PhraseWords::several);
  read_conditions(words);
  read_opening(words);
  read_distance(words);
  read_price(words);
  read_languages(words);
  place.read_announced();
  place.read_long_name();
  read_phrases(words, phrases_, PhraseWords::any);
  read_languages_of_kinds(words);
  place.read_misspelt_announced(phrases_);
  place.read_bare();
  read_misspelt_phrases(words, phrases_, known_);
  place.read_misspelt_bare();
  read_refusals(words);
  read_rest(words);
  return std::move(words.question);
}

Question QuestionReader::read_place(std::string_view text) const {
  if (const auto locality = gazetteer_.with_slug(text)) {
    Question question;
    question.places.push_back({.locality = *locality, .matched_name = std::string{locality->name}});
    return question;
  }
  QuestionWords words{text};
  PlaceReader place{words, gazetteer_, known_};
  place.read_coordinates();
  place.read_all();
  return std::move(words.question);
}

}  // namespace nearme
