#pragma once

#include "search/understand/question_words.hpp"

namespace nearme {

/// Reads which language is to be spoken: "polish speaking", "speaks Polish or Russian", "po polsku", "deutschsprachig".
/// A language's name alone is not enough: "polish" is done to nails.
void read_languages(QuestionWords& words);

/// Reads a language that stands before the kind of somebody who could speak it: "polish dentist". After the phrases of
/// the catalogue have been read.
void read_languages_of_kinds(QuestionWords& words);

}  // namespace nearme
