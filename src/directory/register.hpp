#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "directory/ids.hpp"
#include "directory/site.hpp"

namespace nearme {

/// What it means to be on a register. Registration: being there speaks for a person or place. Identity: it says who
/// they are, and nothing of whether they may practise (NPPES). Exclusion: being there speaks against them (LEIE).
enum class RegisterKind : std::uint8_t { registration, identity, exclusion };
std::string_view to_string(RegisterKind kind);
Result<RegisterKind> register_kind_from(std::string_view text);

using RegisterId = Id<struct RegisterTag>;  ///< "gmc"

/// A register, licence list or list of exclusions as it was published on one day.
struct Register {
  RegisterId id;                         ///< "gmc"
  std::string name;                      ///< as people are told: "General Medical Council"
  std::vector<std::string> also_called;  ///< what practitioners write for it: "GMC", "NPI"
  RegisterKind kind = RegisterKind::registration;
  std::string jurisdiction;  ///< as in ISO 3166: "GB", "US-TX"; empty: not said
  Date dated{};              ///< of the file: what it says was true that day
  std::string link;          ///< where to look up; "{number}" stands for the number of an entry
  std::string origin;        ///< the path last read
  Instant imported_at{};

  friend bool operator==(const Register&, const Register&) = default;
};

/// What a register says of an entry. Barred: struck off, suspended, excluded: may not practise now. Lapsed: was there
/// once, and nothing is held against them.
enum class EntryStatus : std::uint8_t { active, lapsed, barred };
std::string_view to_string(EntryStatus status);
Result<EntryStatus> entry_status_from(std::string_view text);

/// Whose entry it is, which decides how names are compared.
enum class EntrySubject : std::uint8_t { person, organisation };

/// One line of a register.
struct RegisterEntry {
  std::string key;       ///< its name within the register: the number's letters and digits, else made of the rest
  std::string name_key;  ///< by which it can be found without a number; empty: by its number only
  std::string number;    ///< as the register writes it; empty where it has none
  std::string name;      ///< "Jane Ann Smith"
  EntrySubject subject = EntrySubject::person;
  EntryStatus status = EntryStatus::active;
  std::string status_words;         ///< the register's own: "Erased", "1128a1"
  std::optional<Date> valid_until;  ///< the last day
  Address address;
  std::string url;
  std::optional<Date> withdrawn;  ///< the date of the first file that did not have it any more

  friend bool operator==(const RegisterEntry&, const RegisterEntry&) = default;
};

}  // namespace nearme
