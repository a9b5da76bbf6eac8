#pragma once

#include "search/search_answer.hpp"
#include "search/understand/question.hpp"

namespace nearme {

/// Notes in `understood` what is asked besides treatments and places: evidence, access, languages, price, order. What
/// the request says exactly wins over what its words say.
void take_conditions(const SearchRequest& request, const Question& question, Understood& understood);

}  // namespace nearme
