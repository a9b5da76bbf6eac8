#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "directory/claim.hpp"
#include "trust/jurisdiction.hpp"

namespace nearme {

/// Whose claim can meet a rule.
enum class ClaimOf : std::uint8_t { site, practitioner };

/// One way of meeting a rule: "licence of site".
struct WayToMeet {
  std::string claim;
  ClaimOf of = ClaimOf::site;
};

/// What the law of a place asks for before a treatment may be offered there. Any of the ways meets it; a rule that asks
/// for two things is two rules.
struct TrustRule {
  std::string id;
  std::string jurisdiction;
  std::vector<std::string> instead_of;  ///< ids of wider rules that do not hold where this one does
  std::vector<TreatmentId> treatments;
  std::string text;
  std::vector<WayToMeet> met_by;
  std::vector<std::string> registers;                ///< folded: which a registration must be on; empty: any
  std::chrono::days stale_after = kUsualStaleAfter;  ///< an older check counts as declared
  std::string source;
  std::string url;
  std::string review_date;
  std::string reviewed_by;
};

/// The rules of all jurisdictions.
class TrustRules {
 public:
  /// Reads the files in their order; a later entry with a known id takes the place of the earlier one. Every rule has a
  /// source of grade A, B or C and a review date. Errors: invalid_input, as "file:line: reason".
  [[nodiscard]] static Result<TrustRules> load(std::span<const CatalogueFile> files, const Catalogue& catalogue);

  /// Those for a treatment at an address, in the order of the files. Where a narrower rule takes the place of a wider
  /// one, the narrower.
  [[nodiscard]] std::vector<const TrustRule*> rules_for(const TreatmentId& treatment, const Address& address) const;

  [[nodiscard]] const Jurisdiction* jurisdiction(std::string_view id) const;
  [[nodiscard]] const std::vector<TrustRule>& all() const { return rules_; }

 private:
  friend class RulesReader;
  std::vector<Jurisdiction> jurisdictions_;
  std::vector<TrustRule> rules_;
};

}  // namespace nearme
