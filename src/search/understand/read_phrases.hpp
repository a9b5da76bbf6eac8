#pragma once

#include "search/understand/known_words.hpp"
#include "search/understand/phrase_book.hpp"
#include "search/understand/question_words.hpp"

namespace nearme {

/// Which phrases are looked for: those of several words are surer than single ones.
enum class PhraseWords : std::uint8_t { several, any };

/// Explains runs of words that are exactly a phrase of the catalogue, the longest first, then from left to right.
void read_phrases(QuestionWords& words, const PhraseBook& phrases, PhraseWords which);

/// The same for misspelt phrases. A word that some site has in its name is no typo. A misspelt word beside a phrase may
/// belong to it: "chemcal peel" is "chemical peel", not a peel and a name.
void read_misspelt_phrases(QuestionWords& words, const PhraseBook& phrases, const KnownWords& known);

/// Moves what stands behind "without" or "not" to what is not wanted. After the phrases.
void read_refusals(QuestionWords& words);

}  // namespace nearme
