#pragma once

#include <string>

#include "compare/question.hpp"
#include "compare/world_rows.hpp"

namespace nearme {

/// Compares answers of other engines with those of nearme: places in the order, counts, facets. Where sites differ
/// their distances (to a millimetre) or scores (to 1e-9) must be the same: equals have no order of their own.
class Agreement {
 public:
  /// Both outlive it.
  Agreement(const Ground& ground, const WorldRows& rows) : ground_(ground), rows_(rows) {}

  /// Empty when they agree, else what differs.
  [[nodiscard]] std::string difference(const AskedClass& asked, const Question& question, const Given& ours,
                                       const Given& theirs) const;

 private:
  [[nodiscard]] double distance_to(const Question& question, std::uint32_t site) const;
  [[nodiscard]] double score_of(Asked asked, const Question& question, std::uint32_t site) const;
  [[nodiscard]] bool are_equals(const AskedClass& asked, const Question& question, std::uint32_t a,
                                std::uint32_t b) const;

  const Ground& ground_;
  const WorldRows& rows_;
};

}  // namespace nearme
