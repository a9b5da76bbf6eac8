#pragma once

#include "search/understand/question_words.hpp"

namespace nearme {

/// Reads "within 5 miles", "5km", "im Umkreis von 10 km" as a radius. A travel time ("within 30 min", "20 minutes'
/// walk") is understood and refused with a hint, as nothing here knows roads.
void read_distance(QuestionWords& words);

/// How far "walking distance" reaches: a mile, twenty minutes.
constexpr Metres kWalkingDistance = Metres::from_kilometres(1.6);

}  // namespace nearme
