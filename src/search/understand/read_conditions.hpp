#pragma once

#include "search/understand/question_words.hpp"

namespace nearme {

/// Reads conditions that fixed phrases say: "near me", "verified", "insured", "wheelchair access", "cheapest", "best
/// rated", "walking distance".
void read_conditions(QuestionWords& words);

}  // namespace nearme
