#pragma once

#include <optional>
#include <string>

#include "directory/claim.hpp"
#include "directory/register.hpp"

namespace nearme {

/// What looking up one number in one register has found.
struct RegisterFinding {
  const Register& in;
  const std::string& number;                  ///< as its owner states it
  const std::string& name;                    ///< of the one who states it
  const std::optional<RegisterEntry>& entry;  ///< none: the register does not have the number
};

/// Whether a register has the number under the same name, and nothing speaks against it.
bool is_in_good_standing(const RegisterFinding& finding);

/// Whether a register bars the owner of the number, who may be the one who states it.
bool is_barred(const RegisterFinding& finding);

/// Puts a finding of a register of registrations or identities on the claim that it is about. What the operator's own
/// data says of another check stands, unless the register speaks against it.
void put_on_claim(const RegisterFinding& finding, Claim& claim);

/// The exclusion that follows: from an exclusion list that has the number, from a register that bars its owner. None
/// when nothing does. It is confirmed where the names are the same, and stated where they are similar.
std::optional<Claim> exclusion_of(const RegisterFinding& finding, const std::string& subject_id);

/// That an exclusion list has somebody of this name in this town, who may be another person: stated, never confirmed.
Claim possible_exclusion(const Register& list, const RegisterEntry& entry, const std::string& subject_id);

/// Where a person can look an entry up.
std::string link_to(const Register& in, const RegisterEntry& entry);

}  // namespace nearme
