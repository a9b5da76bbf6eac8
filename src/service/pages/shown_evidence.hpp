#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "directory/claim.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// A claim of a result's JSON, with the name of the person whose it is; "site" where it is the place's own.
struct ShownClaim {
  Claim claim;
  std::string of;
};

/// The evidence of a result, in words short enough for a card or a line of the terminal.
class ShownEvidence {
 public:
  /// The result as the index keeps it. The catalogue and the language must outlive this.
  ShownEvidence(const nlohmann::json& result, const Catalogue& catalogue, const Language& language, Date today);

  /// The first confirmed claim that speaks for somebody: not who they are, which says nothing of what they may do.
  [[nodiscard]] std::optional<ShownClaim> strongest() const;

  /// An exclusion before all; then what a register contradicts or what has expired, else what only the clinic says,
  /// else what nobody says: of the things that people ask of this place, the first in their order. Empty where there is
  /// none. That there is a namesake on a list is for the site's own page.
  [[nodiscard]] std::string weakest_words() const;

  /// "Registration · Anna Example".
  [[nodiscard]] std::string name_of_claim(const ShownClaim& shown) const;
  [[nodiscard]] std::string state_words(const ShownClaim& shown) const;

 private:
  [[nodiscard]] const ShownClaim* find(std::string_view claim, ClaimState state) const;
  [[nodiscard]] const ShownClaim* weakest() const;

  const Language& language_;
  Date today_;
  std::vector<ShownClaim> claims_;
  std::vector<std::string_view> asked_for_;
};

}  // namespace nearme
