#pragma once

#include <cstdint>
#include <optional>

#include "search/opening.hpp"
#include "search/understand/question_words.hpp"
#include "search/understand/word_runs.hpp"

namespace nearme {

/// A part of the day, in minutes after midnight, and its name in English.
struct DayPart {
  std::uint16_t from = 0;
  std::uint16_t to = Opening::kWholeDay;
  std::string_view name;
};

/// How the time of day behind a word bounds an opening.
enum class ClockBound : std::uint8_t { at, after, before, until };

const WordRuns<AskedDay>& words_for_days();
/// Short forms that are other words as well, "sun" and "sat": days only behind "open" or "on".
const WordRuns<AskedDay>& short_words_for_days();
const WordRuns<DayPart>& words_for_day_parts();
const WordRuns<bool>& words_for_now();
const WordRuns<bool>& words_for_open();
const WordRuns<ClockBound>& words_before_a_time();

/// Articles and prepositions between the words of an opening: "on", "am", "le".
bool is_between_opening_words(std::string_view word);

/// A time of day as it is written: "18:00", "6pm", "6 pm", "18h30", "18 Uhr".
struct WrittenTime {
  std::uint16_t minute = 0;  ///< of the day
  std::size_t end = 0;       ///< the word behind it
  bool is_plain = false;     ///< a bare number, which is a time only where one is expected
};
std::optional<WrittenTime> time_at(const QuestionWords& words, std::size_t at);

}  // namespace nearme
