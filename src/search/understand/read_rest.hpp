#pragma once

#include "search/understand/question_words.hpp"

namespace nearme {

/// What nothing has explained are words of names; words that say nothing are left out. Puts the pieces in order.
/// "Nearest" without a place asks for what is near the asker.
void read_rest(QuestionWords& words);

}  // namespace nearme
