#pragma once

#include <string_view>

#include "matching/comparison.hpp"

namespace nearme {

/// What a finding counts for two sites being one (above 0) or two (below): the logarithm of the odds, in hundredths.
/// The table is that of docs/matching.md, where it is said how the numbers were found.
int points_of(MatchFinding finding);

/// The finding as words: "phone: the same".
std::string_view to_string(MatchFinding finding);

/// The sum of all findings and of where every comparison starts.
int score_of(const Comparison& comparison);

/// From here on two sites are one.
constexpr int kClearlyOne = 165;
/// From here on, up to there, a person should look.
constexpr int kDoubtful = 0;

enum class Verdict : std::uint8_t { apart, doubtful, one };

/// By the score; but what stands at the same place under names that share nothing is never one by itself.
Verdict verdict_of(const Comparison& comparison);

}  // namespace nearme
