#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "directory/ids.hpp"

namespace nearme {

/// Something said of a site or a practitioner, or of one treatment as they do it: that they are registered, insured,
/// use single-use needles.
struct Claim {
  SourceId source;         ///< the import that it came with
  std::string subject_id;  ///< the id of a site or of a practitioner
  TreatmentId treatment;   ///< of which alone it speaks, at this site or by this practitioner; empty: of all they do
  std::string claim;  ///< what is said: "registration", "licence", "insurance", "single-use-sterile", "training", ...
  std::string value;  ///< the details: a number, a device, a sentence
  std::string checked_by;  ///< who confirmed it: a register, an inspection; empty when only the subject says so
  std::optional<Date> checked_at;
  std::optional<Date> expires_at;
  std::string url;

  /// Whoever checked it found that it is not so: an inspection, or, worked out for every answer and never stored, an
  /// imported register.
  bool contradicted = false;
  std::string note;  ///< what a register says, where the state does not say it all; one sentence; never stored

  friend bool operator==(const Claim&, const Claim&) = default;
};

/// How far a claim can be relied on at a day. In rising order of strength.
enum class ClaimState : std::uint8_t { contradicted, expired, declared, confirmed };

/// Confirmed needs who checked and when, not in the future; past its expiry it is expired, whoever checked. What was
/// found not to be so is contradicted, whatever else is said of it.
ClaimState state_of(const Claim& claim, Date today);
std::string_view to_string(ClaimState state);

/// How old a check grows before it counts as no more than declared, where no rule states another time.
constexpr std::chrono::days kUsualStaleAfter{365};

/// Whether a claim was checked longer ago than `stale_after`. One that was never checked is not.
bool is_stale(const Claim& claim, Date today, std::chrono::days stale_after);

/// Confirmed, and checked no longer than kUsualStaleAfter ago: what counts as confirmed wherever no rule is asked.
bool is_confirmed_lately(const Claim& claim, Date today);

/// Whether a claim speaks of a treatment: of it alone, or of all that its subject does. What is said of another
/// treatment says nothing of this one, neither good nor bad.
bool speaks_of(const Claim& claim, const TreatmentId& treatment);

/// The evidence of a site as a whole: its strongest standing claim. Expired claims count as none.
enum class EvidenceLevel : std::uint8_t { none, declared, confirmed };
std::string_view to_string(EvidenceLevel level);

}  // namespace nearme
