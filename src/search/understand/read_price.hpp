#pragma once

#include "search/understand/question_words.hpp"

namespace nearme {

/// Reads what a treatment may cost: "under £150", "max 100 euros", "between 50 and 100", "£80". An amount without a
/// currency counts only behind a word that sets a limit.
void read_price(QuestionWords& words);

}  // namespace nearme
