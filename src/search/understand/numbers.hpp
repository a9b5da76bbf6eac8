#pragma once

#include <optional>

#include "search/understand/question_words.hpp"

namespace nearme {

/// A number in a question and the words that say it.
struct WrittenNumber {
  double value = 0;
  std::size_t end = 0;    ///< the word behind it
  std::string_view unit;  ///< letters that stand right behind its digits: "km" of "5km"
};

/// Reads a number that begins at a word: "5", "5km", "1.5", "1,500", "a", "two", "half". None when there is none, or
/// something has explained it already.
std::optional<WrittenNumber> number_at(const QuestionWords& words, std::size_t at);

/// The same, only in digits.
std::optional<WrittenNumber> digits_at(const QuestionWords& words, std::size_t at);

}  // namespace nearme
