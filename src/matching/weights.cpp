#include "matching/weights.hpp"

#include <algorithm>
#include <numeric>

namespace nearme {
namespace {

struct Weight {
  MatchFinding finding;
  int points;
  std::string_view words;
};

/// What can be said before anything is compared.
constexpr int kStart = -15;

constexpr std::array<Weight, kFindings> kWeights{{
    {MatchFinding::name_same, 264, "name: the same"},
    {MatchFinding::name_nearly_same, 105, "name: nearly the same"},
    {MatchFinding::name_more_in_one, 95, "name: one says a little more"},
    {MatchFinding::name_much_more_in_one, 90, "name: one says much more"},
    {MatchFinding::name_mostly_shared, -66, "name: mostly shared, each with words of its own"},
    {MatchFinding::name_partly_shared, -170, "name: partly shared"},
    {MatchFinding::name_hardly_shared, -170, "name: hardly shared"},
    {MatchFinding::name_different, -200, "name: different"},
    {MatchFinding::number_in_name_differs, -231, "number in the name: different"},
    {MatchFinding::number_in_name_agrees, 0, "number in the name: none, or the same"},
    {MatchFinding::name_of_one, 0, "name: of no other place"},
    {MatchFinding::name_of_several, -116, "name: of several places, as in a chain"},
    {MatchFinding::part_of_one, -243, "one is a part or a service of a place"},
    {MatchFinding::part_of_none, 0, "part of a place: neither, or both"},
    {MatchFinding::phone_same, 154, "phone: the same"},
    {MatchFinding::phone_one_unknown, 0, "phone: not known of both"},
    {MatchFinding::phone_different, -53, "phone: different"},
    {MatchFinding::page_same, 82, "website: the same page"},
    {MatchFinding::website_same, 67, "website: the same, one of them its front page"},
    {MatchFinding::website_same_name, 21, "website: of the same name"},
    {MatchFinding::page_different, -65, "website: two pages of one"},
    {MatchFinding::website_one_unknown, 0, "website: not known of both"},
    {MatchFinding::website_different, -22, "website: different"},
    {MatchFinding::house_same, 130, "street: the same house"},
    {MatchFinding::street_same, 64, "street: the same, no number in one"},
    {MatchFinding::house_different, -52, "street: the same, other number"},
    {MatchFinding::street_different, -108, "street: different"},
    {MatchFinding::street_one_unknown, 0, "street: not known of both"},
    {MatchFinding::postcode_same, 0, "postcode: the same"},
    {MatchFinding::postcode_near, -56, "postcode: a neighbouring one"},
    {MatchFinding::postcode_one_unknown, 0, "postcode: not known of both"},
    {MatchFinding::postcode_different, -59, "postcode: different"},
    {MatchFinding::town_same, 0, "town: the same"},
    {MatchFinding::town_one_unknown, 0, "town: not known of both"},
    {MatchFinding::town_different, -38, "town: different"},
    {MatchFinding::within_50_m, 30, "distance: within 50 m"},
    {MatchFinding::within_250_m, 0, "distance: within 250 m"},
    {MatchFinding::within_1_km, -60, "distance: within 1 km"},
    {MatchFinding::further, -250, "distance: further than 1 km"},
    {MatchFinding::distance_unknown, 0, "distance: not known well enough"},
}};

consteval bool is_in_order() {
  for (std::size_t i = 0; i < kFindings; ++i) {
    if (static_cast<std::size_t>(kWeights[i].finding) != i) return false;
  }
  return true;
}
static_assert(is_in_order());

const Weight& weight_of(MatchFinding finding) { return kWeights[static_cast<std::size_t>(finding)]; }

bool have_names_in_common(const Comparison& comparison) {
  const auto name = comparison.in(Respect::name);
  return name != MatchFinding::name_hardly_shared && name != MatchFinding::name_different;
}

}  // namespace

int points_of(MatchFinding finding) { return weight_of(finding).points; }

std::string_view to_string(MatchFinding finding) { return weight_of(finding).words; }

int score_of(const Comparison& comparison) {
  const auto add = [](int sum, MatchFinding finding) { return sum + points_of(finding); };
  return std::accumulate(comparison.findings.begin(), comparison.findings.end(), kStart, add);
}

Verdict verdict_of(const Comparison& comparison) {
  const int score = score_of(comparison);
  if (score < kDoubtful) return Verdict::apart;
  return score >= kClearlyOne && have_names_in_common(comparison) ? Verdict::one : Verdict::doubtful;
}

}  // namespace nearme
