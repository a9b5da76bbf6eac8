#include "directory/claim_sort.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace nearme {
namespace {

constexpr std::array<std::string_view, 2> kAdverse{"exclusion", "possible-exclusion"};
constexpr std::array<std::string_view, 5> kDescribing{"identity", "complaints", "consultation", "device",
                                                      "needle-depth"};

bool is_one_of(std::span<const std::string_view> sorts, const Claim& claim) {
  return std::ranges::find(sorts, claim.claim) != sorts.end();
}

}  // namespace

bool is_adverse(const Claim& claim) { return is_one_of(kAdverse, claim); }

bool speaks_against(const Claim& claim, Date today) {
  return is_adverse(claim) != (state_of(claim, today) == ClaimState::contradicted);
}

bool certifies(const Claim& claim) { return !is_adverse(claim) && !is_one_of(kDescribing, claim); }

}  // namespace nearme
