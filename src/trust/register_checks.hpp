#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "directory/listing.hpp"
#include "store/sqlite/registers.hpp"

namespace nearme {

/// What the imported registers say of the people and places of listings.
///
/// Somebody is looked up by each number that they state: the registration of a practitioner, a claim of registration or
/// licence ("GMC 1234567"), an id such as "cqc-1-101" of a record that came from a register. The number must be there
/// and the name the same for the claim to become confirmed, by that register on the date of its file. A similar name is
/// stated and confirms nothing; another name, or an entry that is barred, contradicts the claim; one that lapsed or was
/// withdrawn makes it expired. A number that only the claim of one treatment states is found for that claim alone; who
/// is barred is so for all they do. Lists of exclusions are looked through by number, and by name within the same town,
/// where a namesake is stated as possible and changes no state.
///
/// Made for a few hundred listings: it knows the registers that there were when it was made. Threads: any number.
class RegisterChecks {
 public:
  [[nodiscard]] static Result<RegisterChecks> read(Registers& registers);

  [[nodiscard]] bool has_registers() const { return !known_.empty(); }

  /// Adds what is found to the claims of a listing. Gives the region that a register has of the site, such as its
  /// local authority: of a register that has its number under the same name and at the same postcode, in good standing;
  /// empty where there is none. Errors: of the store.
  [[nodiscard]] Result<std::string> add_to(Listing& listing) const;

 private:
  explicit RegisterChecks(Registers& registers) : registers_(&registers) {}

  struct Subject;
  struct Stated;
  [[nodiscard]] std::vector<Stated> stated_by(const Subject& subject, const Listing& listing) const;
  static void add_once(std::vector<Stated>& all, Stated stated);
  void add_stated(std::vector<Stated>& all, std::string_view register_name, std::string_view number) const;
  void add_from_id(std::vector<Stated>& all, std::string_view id) const;
  void add_from_claim(std::vector<Stated>& all, const Claim& claim) const;
  [[nodiscard]] Result<std::string> check(const Subject& subject, const Stated& stated, Listing& listing) const;
  [[nodiscard]] Result<void> look_for_namesakes(const Subject& subject, const std::vector<Stated>& stated,
                                                Listing& listing) const;

  Registers* registers_;
  std::vector<Register> known_;
};

}  // namespace nearme
