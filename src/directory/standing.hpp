#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "directory/ids.hpp"

namespace nearme {

/// How far one thing that the law asks for is shown. In rising order, but for what is contradicted, which spoils all.
/// Stale: it was confirmed so long ago that it counts as declared.
enum class NeedState : std::uint8_t { contradicted, missing, expired, declared, stale, met };
std::string_view to_string(NeedState state);

/// One rule for an offer, and what of the listing meets it.
struct NeedStanding {
  std::string rule;          ///< its id
  std::string text;          ///< what is asked for, in a sentence
  std::string jurisdiction;  ///< "Wales"
  NeedState state = NeedState::missing;
  std::string claim;  ///< that decided the state: "licence"; empty when nothing speaks of it
  std::string of;     ///< whose it is: "site", or the name of a practitioner
  std::string checked_by;
  std::optional<Date> checked_at;
  std::string source;  ///< of the rule, with the next three
  std::string url;
  std::string review_date;
  std::string reviewed_by;  ///< empty: nobody with the profession has signed it yet

  friend bool operator==(const NeedStanding&, const NeedStanding&) = default;
};

/// What the evidence for an offer amounts to, beside the rules of the place. Partly: some is confirmed, not all.
enum class OfferLevel : std::uint8_t { contradicted, not_checked, declared, partly_confirmed, confirmed };
std::string_view to_string(OfferLevel level);

/// An offer beside the rules for it where it is made. Where no rule is known there is none, unless it is contradicted.
struct OfferStanding {
  TreatmentId treatment;
  OfferLevel level = OfferLevel::not_checked;
  std::vector<NeedStanding> needs;

  friend bool operator==(const OfferStanding&, const OfferStanding&) = default;
};

}  // namespace nearme
