#pragma once

#include "search/understand/word_runs.hpp"

namespace nearme {

/// Conditions that a fixed phrase says by itself.
enum class Condition : std::uint8_t {
  near_me,
  confirmed,
  insured,
  wheelchair,
  cheapest,
  nearest,
  best_rated,
  walking_distance
};
/// The phrases, folded, in English, German, French, Spanish and Polish.
const WordRuns<Condition>& words_for_conditions();

}  // namespace nearme
