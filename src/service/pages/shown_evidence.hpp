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

/// What evidence is shown with. The catalogue and the language must outlive what is made with it.
struct EvidenceSetting {
  const Catalogue& catalogue;
  const Language& language;
  Date today;
  std::string law;                     ///< says what a treatment may be called; empty: by its name
  std::vector<TreatmentId> asked_for;  ///< what is said of another treatment alone is left out; none: all is shown
};

/// The evidence of a result, in words short enough for a card or a line of the terminal. An exclusion is never left
/// out.
class ShownEvidence {
 public:
  /// The result as the index keeps it.
  ShownEvidence(const nlohmann::json& result, EvidenceSetting setting);

  [[nodiscard]] const std::vector<ShownClaim>& claims() const { return claims_; }

  /// The first claim, confirmed and not too long ago, that speaks for somebody: not who they are, which says nothing of
  /// what they may do.
  [[nodiscard]] std::optional<ShownClaim> strongest() const;

  /// An exclusion before all; then what was found not to be so, has expired or was confirmed long ago, else what only
  /// the clinic says, else what nobody says: of the things that people ask of this place, the first in their order.
  /// Empty where there is none. That there is a namesake on a list is for the site's own page.
  [[nodiscard]] std::string weakest_words() const;

  /// "Registration · Anna Example", "Device · for micro-needling only".
  [[nodiscard]] std::string name_of_claim(const ShownClaim& shown) const;
  [[nodiscard]] std::string state_words(const ShownClaim& shown) const;

 private:
  /// A claim of this sort in this state; a confirmed one only if that was long ago.
  [[nodiscard]] const ShownClaim* find_weak(std::string_view claim, ClaimState state) const;
  [[nodiscard]] const ShownClaim* weakest() const;

  EvidenceSetting setting_;
  std::vector<ShownClaim> claims_;
  std::vector<std::string_view> asked_for_;
};

}  // namespace nearme
