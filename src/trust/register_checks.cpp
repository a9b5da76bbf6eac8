#include "trust/register_checks.hpp"

#include <algorithm>

#include "catalogue/words.hpp"
#include "text/postcode.hpp"
#include "text/unicode.hpp"
#include "trust/name_match.hpp"
#include "trust/register_finding.hpp"

namespace nearme {

/// A site or a practitioner of a listing.
struct RegisterChecks::Subject {
  EntrySubject sort;
  std::string id;
  std::string name;
  const Practitioner* practitioner;  ///< null for the site
};

/// A number that a subject states, and the register that it would be in.
struct RegisterChecks::Stated {
  const Register* in;
  std::string number;
  bool of_all_they_do = true;  ///< false: only claims of single treatments state it
};

namespace {

bool can_be_registered(const Claim& claim) { return claim.claim == "registration" || claim.claim == "licence"; }

/// The names of a register, the longest first, so that "NMC Wales" is not read as "NMC" with the number "Wales".
std::vector<std::string> names_of(const Register& in) {
  std::vector<std::string> names{in.name, in.id.text()};
  names.insert(names.end(), in.also_called.begin(), in.also_called.end());
  std::ranges::sort(names, std::ranges::greater{}, &std::string::size);
  return names;
}

bool is_called(const Register& in, std::string_view name) {
  const auto wanted = squash(name);
  return !wanted.empty() &&
         std::ranges::any_of(names_of(in), [&](const std::string& each) { return squash(each) == wanted; });
}

/// What follows a register's name: "1234567" of "GMC 1234567" or "gmc-1234567". Empty when it does not begin so.
std::string_view number_after_name(const Register& in, std::string_view text) {
  const auto folded = fold(text);
  if (folded.size() != text.size()) return {};
  for (const auto& name : names_of(in)) {
    const auto beginning = fold(name);
    if (beginning.empty() || !folded.starts_with(beginning)) continue;
    const auto rest = text.substr(beginning.size());
    if (!rest.empty() && rest.find_first_of(" -:#") == 0) return rest.substr(1);
  }
  return {};
}

/// The first claim of a subject that a number belongs to, the first of each treatment and the first of all they do.
std::vector<Claim*> claims_with(const std::string& number, const std::string& subject_id, Listing& listing) {
  std::vector<Claim*> found;
  for (auto& claim : listing.claims) {
    const bool is_about_it = claim.subject_id == subject_id && can_be_registered(claim) &&
                             number_key_of(claim.value).ends_with(number_key_of(number));
    const auto is_of_the_same = [&](const Claim* other) { return other->treatment == claim.treatment; };
    if (is_about_it && std::ranges::none_of(found, is_of_the_same)) found.push_back(&claim);
  }
  return found;
}

/// The claim that a register itself makes of a number.
Claim claim_by(const Register& in, const std::string& number, const std::string& subject_id) {
  Claim claim;
  claim.source = SourceId("register:" + in.id.text());
  claim.subject_id = subject_id;
  claim.claim = in.kind == RegisterKind::identity ? "identity" : "registration";
  claim.value = fmt::format("{} {}", in.also_called.empty() ? in.name : in.also_called.front(), number);
  return claim;
}

/// Of the site first, then of the practitioners in their order.
void restore_order(Listing& listing) {
  const auto place_of = [&](const Claim& claim) {
    const auto found = std::ranges::find(listing.practitioners, claim.subject_id,
                                         [](const Practitioner& each) { return each.id.text(); });
    return found == listing.practitioners.end() ? 0 : found - listing.practitioners.begin() + 1;
  };
  std::ranges::stable_sort(listing.claims, {}, place_of);
}

std::string region_told_by(const RegisterFinding& finding, const Address& address) {
  const auto postcode = postcode_key(address.postcode);
  if (postcode.empty() || !is_in_good_standing(finding)) return {};
  return postcode_key(finding.entry->address.postcode) == postcode ? finding.entry->address.region : std::string{};
}

bool is_in_its_town(const Register& list, const RegisterEntry& entry, const Address& address) {
  return !address.country.empty() && list.jurisdiction.starts_with(address.country) && !address.city.empty() &&
         fold(entry.address.city) == fold(address.city);
}

}  // namespace

Result<RegisterChecks> RegisterChecks::read(Registers& registers) {
  RegisterChecks checks(registers);
  TRY(auto summaries, registers.list());
  for (auto& summary : summaries) checks.known_.push_back(std::move(summary.about));
  return checks;
}

Result<std::string> RegisterChecks::add_to(Listing& listing) const {
  std::string region;
  if (known_.empty()) return region;
  std::vector<Subject> subjects{{.sort = EntrySubject::organisation,
                                 .id = listing.site.id.text(),
                                 .name = listing.site.name,
                                 .practitioner = nullptr}};
  for (const auto& each : listing.practitioners)
    subjects.push_back({.sort = EntrySubject::person, .id = each.id.text(), .name = each.name, .practitioner = &each});
  for (const auto& subject : subjects) {
    const auto stated = stated_by(subject, listing);
    for (const auto& each : stated) {
      TRY(auto found, check(subject, each, listing));
      if (region.empty()) region = std::move(found);
    }
    TRY_VOID(look_for_namesakes(subject, stated, listing));
  }
  restore_order(listing);
  return region;
}

std::vector<RegisterChecks::Stated> RegisterChecks::stated_by(const Subject& subject, const Listing& listing) const {
  std::vector<Stated> all;
  if (subject.practitioner != nullptr)
    add_stated(all, subject.practitioner->register_name, subject.practitioner->registration_number);
  add_from_id(all, subject.id);
  for (const auto& claim : listing.claims) {
    if (claim.subject_id != subject.id || !can_be_registered(claim)) continue;
    std::vector<Stated> here;
    add_from_claim(here, claim);
    for (auto& each : here) each.of_all_they_do = claim.treatment.empty();
    for (auto& each : here) add_once(all, std::move(each));
  }
  return all;
}

void RegisterChecks::add_once(std::vector<Stated>& all, Stated stated) {
  const auto known = std::ranges::find_if(all, [&](const Stated& each) {
    return each.in == stated.in && number_key_of(each.number) == number_key_of(stated.number);
  });
  if (known == all.end()) {
    all.push_back(std::move(stated));
  } else {
    known->of_all_they_do |= stated.of_all_they_do;
  }
}

void RegisterChecks::add_stated(std::vector<Stated>& all, std::string_view register_name,
                                std::string_view number) const {
  if (number_key_of(number).empty()) return;
  for (const auto& in : known_) {
    if (is_called(in, register_name)) add_once(all, {.in = &in, .number = std::string(number)});
  }
}

void RegisterChecks::add_from_id(std::vector<Stated>& all, std::string_view id) const {
  const auto hyphen = id.find('-');
  if (hyphen != std::string_view::npos) add_stated(all, id.substr(0, hyphen), id.substr(hyphen + 1));
}

void RegisterChecks::add_from_claim(std::vector<Stated>& all, const Claim& claim) const {
  for (const auto& in : known_) {
    const auto number = number_after_name(in, claim.value);
    if (!number.empty()) add_stated(all, in.name, number);
    if (number.empty() && is_called(in, claim.checked_by)) add_stated(all, in.name, claim.value);
  }
}

Result<std::string> RegisterChecks::check(const Subject& subject, const Stated& stated, Listing& listing) const {
  TRY(const auto entry, registers_->find(stated.in->id, number_key_of(stated.number)));
  const RegisterFinding finding{.in = *stated.in, .number = stated.number, .name = subject.name, .entry = entry};
  bool is_claimed = stated.in->kind == RegisterKind::exclusion;
  if (stated.in->kind == RegisterKind::registration) {
    // Whoever is barred is barred from all treatments, whichever the number was stated for.
    is_claimed = !stated.of_all_they_do && !is_barred(finding);
    for (auto* claim : claims_with(stated.number, subject.id, listing)) {
      put_on_claim(finding, *claim);
      is_claimed |= claim->treatment.empty();
    }
  }
  if (!is_claimed) put_on_claim(finding, listing.claims.emplace_back(claim_by(*stated.in, stated.number, subject.id)));
  if (auto exclusion = exclusion_of(finding, subject.id)) listing.claims.push_back(std::move(*exclusion));
  return subject.practitioner == nullptr ? region_told_by(finding, listing.site.address) : std::string{};
}

Result<void> RegisterChecks::look_for_namesakes(const Subject& subject, const std::vector<Stated>& stated,
                                                Listing& listing) const {
  const auto key = name_key_of(subject.sort, subject.name);
  for (const auto& list : known_) {
    if (list.kind != RegisterKind::exclusion || key.empty()) continue;
    TRY(const auto entries, registers_->find_by_name(list.id, key));
    const bool has_number = std::ranges::any_of(stated, [&](const Stated& each) { return each.in == &list; });
    for (const auto& entry : entries) {
      // Who has another number is another.
      if (entry.status != EntryStatus::barred || (has_number && !entry.number.empty())) continue;
      const bool is_same = match_names(entry.subject, subject.name, entry.name).likeness != Likeness::different;
      if (is_same && is_in_its_town(list, entry, listing.site.address))
        listing.claims.push_back(possible_exclusion(list, entry, subject.id));
    }
  }
  return {};
}

}  // namespace nearme
