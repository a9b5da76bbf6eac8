#pragma once

#include <string_view>

#include "gazetteer/gazetteer.hpp"
#include "search/understand/known_words.hpp"
#include "search/understand/phrase_book.hpp"
#include "search/understand/question.hpp"

namespace nearme {

/// Reads a question offline: phrases of the catalogue, what is asked of hours, distance, price, language and evidence,
/// and a place; the rest are words of names. Exact readings come before misspelt ones, long ones before short ones.
/// Any text gives a Question. Threads: any. Cost: bounded whatever the text (QuestionWords, PlaceReader).
class QuestionReader {
 public:
  QuestionReader(const PhraseBook& phrases, const Gazetteer& gazetteer, const KnownWords& known);

  [[nodiscard]] Question read(std::string_view text) const;

  /// Reads words that are said to be a place, as after "near"; the slug of a locality is one, too.
  [[nodiscard]] Question read_place(std::string_view text) const;

 private:
  const PhraseBook& phrases_;
  const Gazetteer& gazetteer_;
  const KnownWords& known_;
};

}  // namespace nearme
