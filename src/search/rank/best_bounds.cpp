#include "search/rank/best_bounds.hpp"

#include <array>
#include <bit>
#include <cmath>

#include "index/lane_masks.hpp"
#include "index/quality.hpp"
#include "index/run_time_dispatch.hpp"
#include "search/rank/weights.hpp"

// The last loops are straight lines over 64 lanes, which the compiler turns into vector code.
namespace nearme {
namespace {

/// More than a score up to 1.04 can be off by after a dozen roundings.
constexpr float kRounding = 4e-6F;

/// Up to so many are worked out one by one.
constexpr int kFew = 6;

constexpr auto kOpen = static_cast<float>(Weights::kOpen);
constexpr auto kNotSurelyOpen = static_cast<float>(Weights::kOpen * kUnknownOpenWorth);
constexpr auto kCompleteness = static_cast<float>(Weights::kCompleteness);
constexpr auto kCompletenessOfQuality = static_cast<float>(Weights::kCompleteness / quality::kCompletenessWeight);
constexpr auto kConfirmed = static_cast<float>(Weights::kEvidence * quality::kConfirmedEvidence);
constexpr auto kDeclared = static_cast<float>(Weights::kEvidence * quality::kDeclaredEvidence);
constexpr auto kQualityIfConfirmed = static_cast<float>(quality::kEvidenceWeight * quality::kConfirmedEvidence);
constexpr auto kQualityIfDeclared = static_cast<float>(quality::kEvidenceWeight * quality::kDeclaredEvidence);

constexpr float lesser(float a, float b) { return a < b ? a : b; }

inline float nearness(const BestBounds& of, float chord_squared) {
  return of.nearness / (1 + of.nears_in_a_chord * std::sqrt(chord_squared));
}

inline float bound_of_child(const BestBounds& of, float chord_squared, float quality) {
  return nearness(of, chord_squared) + lesser(of.most_from_quality, of.worth_of_quality * quality) +
         of.match_and_rating + kOpen + kRounding;
}

/// What is known of one site: all ones, or 0.
struct SiteEvidence {
  std::int32_t offer_confirmed;
  std::int32_t confirmed;
  std::int32_t declared;
  std::int32_t open;
};

[[gnu::always_inline]] inline float bound_of_site(const BestBounds& of, SiteEvidence known, RoughSite site) {
  const float if_declared = known.declared != 0 ? kQualityIfDeclared : 0;
  const float at_all = known.confirmed != 0 ? kQualityIfConfirmed : if_declared;
  const float completeness = lesser(kCompleteness, kCompletenessOfQuality * (site.quality - at_all));
  const float declared = (known.confirmed | known.declared) != 0 ? kDeclared : 0;
  const float evidence = known.offer_confirmed != 0 ? kConfirmed : declared;
  const float open = known.open != 0 ? kOpen : kNotSurelyOpen;
  return nearness(of, site.least_chord_squared) + completeness + evidence + open + of.match_and_rating + kRounding;
}

constexpr std::int32_t mask_of(std::uint64_t word, int lane) { return -static_cast<std::int32_t>(word >> lane & 1); }

struct EvidenceMasks {
  LaneMasks offer_confirmed;
  LaneMasks confirmed;
  LaneMasks declared;
  LaneMasks open;
};

}  // namespace

NEARME_FOR_EACH_CPU void write_best_bounds(const BestBounds& terms, const BoundedChildren& children,
                                           std::span<float, 64> out) {
  const BestBounds of = terms;
  const float* chords = children.least_chords_squared.data();
  const float* qualities = children.most_qualities.data();
  float* __restrict const bounds = out.data();
  if (std::popcount(children.among) <= kFew) {
    for (std::uint64_t rest = children.among; rest != 0; rest &= rest - 1) {
      const int lane = std::countr_zero(rest);
      bounds[lane] = bound_of_child(of, chords[lane], qualities[lane]);
    }
    return;
  }
  for (int lane = 0; lane < 64; ++lane) bounds[lane] = bound_of_child(of, chords[lane], qualities[lane]);
}

float best_bound(const BestBounds& terms, const LeafEvidence& evidence, int child, RoughSite site) {
  const SiteEvidence known{.offer_confirmed = mask_of(evidence.offer_confirmed, child),
                           .confirmed = mask_of(evidence.confirmed, child),
                           .declared = mask_of(evidence.declared, child),
                           .open = mask_of(evidence.open, child)};
  return bound_of_site(terms, known, site);
}

NEARME_FOR_EACH_CPU void write_best_bounds(const BestBounds& terms, const LeafEvidence& evidence,
                                           const BoundedChildren& sites, std::span<float, 64> out) {
  const BestBounds of = terms;
  const float* chords = sites.least_chords_squared.data();
  const float* qualities = sites.most_qualities.data();
  float* __restrict const bounds = out.data();
  EvidenceMasks masks;
  spread_bits(evidence.offer_confirmed, masks.offer_confirmed);
  spread_bits(evidence.confirmed, masks.confirmed);
  spread_bits(evidence.declared, masks.declared);
  spread_bits(evidence.open, masks.open);
  for (std::size_t lane = 0; lane < 64; ++lane) {
    const SiteEvidence known{.offer_confirmed = masks.offer_confirmed[lane],
                             .confirmed = masks.confirmed[lane],
                             .declared = masks.declared[lane],
                             .open = masks.open[lane]};
    bounds[lane] = bound_of_site(of, known, {.least_chord_squared = chords[lane], .quality = qualities[lane]});
  }
}

std::uint64_t promising_sites(const BestBounds& terms, const LeafEvidence& evidence, const LeafInReach& sites) {
  struct Shown {
    std::uint64_t by;
    float worth;
  };
  const std::array<Shown, 3> levels{{{.by = evidence.offer_confirmed, .worth = kConfirmed},
                                     {.by = evidence.confirmed | evidence.declared, .worth = kDeclared},
                                     {.by = ~std::uint64_t{0}, .worth = 0}}};
  const float rest = nearness(terms, sites.least_chord_squared) + terms.match_and_rating + kCompleteness + kRounding;
  std::uint64_t promising = 0;
  for (const auto& [by, worth] : levels) {
    if (rest + worth + kOpen >= sites.least_score) promising |= by & evidence.open;
    if (rest + worth + kNotSurelyOpen >= sites.least_score) promising |= by;
  }
  return promising & sites.among;
}

}  // namespace nearme
