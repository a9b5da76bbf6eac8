#pragma once

#include "search/understand/question_words.hpp"

namespace nearme {

/// Reads when a site is asked to be open: "open now", "saturday", "tomorrow at 18:00", "open late", "weekends", "after
/// 6pm". "open" by itself means now. What is asked of a day means some time of that day.
void read_opening(QuestionWords& words);

}  // namespace nearme
