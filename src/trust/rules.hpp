#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "catalogue/catalogue.hpp"
#include "directory/site.hpp"

namespace nearme {

/// A country or a part of one, and how addresses in it are told: by any of the regions, towns or postcode areas (the
/// letters that UK postcodes begin with). Without these the whole country is meant.
struct Jurisdiction {
  std::string id;    ///< as in ISO 3166 where that has one: "GB-WLS"
  std::string name;  ///< "Wales"
  std::string country;
  std::vector<std::string> regions;  ///< folded, as the next
  std::vector<std::string> towns;
  std::vector<std::string> postcode_areas;
};

bool holds(const Jurisdiction& jurisdiction, const Address& address);

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
  std::vector<TreatmentId> treatments;
  std::string text;
  std::vector<WayToMeet> met_by;
  std::vector<std::string> registers;  ///< folded: which a registration must be on; empty: any
  int stale_after_days = 0;            ///< an older check counts as declared
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

  /// Those for a treatment at an address, in the order of the files.
  [[nodiscard]] std::vector<const TrustRule*> rules_for(const TreatmentId& treatment, const Address& address) const;

  [[nodiscard]] const Jurisdiction* jurisdiction(std::string_view id) const;
  [[nodiscard]] const std::vector<TrustRule>& all() const { return rules_; }

 private:
  friend class RulesReader;
  std::vector<Jurisdiction> jurisdictions_;
  std::vector<TrustRule> rules_;
};

}  // namespace nearme
