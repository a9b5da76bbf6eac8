#include "intake/people_from_row.hpp"

#include "base/checksum.hpp"
#include "directory/check.hpp"
#include "intake/normalise/name_case.hpp"
#include "intake/offers.hpp"
#include "intake/row_cells.hpp"
#include "intake/site_from_row.hpp"

namespace nearme {
namespace {

Result<std::string> needed_text(const Row& row, Column column) {
  auto text = text_of(row, column);
  if (text.empty()) return fail_parameter(std::string(to_string(column)), "{} is missing", to_string(column));
  return text;
}

Result<std::optional<Date>> date_of(const Row& row, Column column) {
  const auto text = text_of(row, column);
  if (text.empty()) return std::nullopt;
  if (const auto date = parse_date(text)) return *date;
  const auto instant = parse_instant(text);
  if (instant) return Date{std::chrono::floor<std::chrono::days>(*instant)};
  return fail_parameter(std::string(to_string(column)), "{} is not a date such as 2026-11-22", to_string(column));
}

Result<bool> flag_of(const Row& row, Column column) {
  const auto text = text_of(row, column);
  if (text.empty()) return false;
  if (const auto flag = yes_or_no(text)) return *flag;
  return fail_parameter(std::string(to_string(column)), "{} is neither yes nor no", to_string(column));
}

PractitionerId id_of(const Row& row, const Practitioner& practitioner) {
  if (auto id = text_of(row, Column::id); !id.empty()) return PractitionerId(std::move(id));
  return PractitionerId(to_hex(checksum(fmt::format("{}\n{}\n{}\n{}", practitioner.source.text(), practitioner.name,
                                                    practitioner.register_name, practitioner.registration_number))));
}

}  // namespace

Result<Practitioner> practitioner_from_row(const Row& row, RowContext& context) {
  TRY_VOID(check_encoding(row));
  Practitioner practitioner;
  TRY(const auto name, needed_text(row, Column::name));
  practitioner.name = is_in_capitals(name) ? usual_case(name) : name;
  practitioner.source = context.source;
  practitioner.profession = text_of(row, Column::profession);
  for (auto& id : list_of(row[Column::site_ids])) practitioner.sites.emplace_back(std::move(id));
  practitioner.treatments = treatments_of(row, context);
  practitioner.register_name = text_of(row, Column::register_name);
  practitioner.registration_number = text_of(row, Column::registration_number);
  practitioner.fictional = yes_or_no(row[Column::fictional]).value_or(false);
  practitioner.id = id_of(row, practitioner);
  TRY_VOID(check(practitioner));
  return practitioner;
}

Result<Claim> claim_from_row(const Row& row, RowContext& context) {
  TRY_VOID(check_encoding(row));
  Claim claim;
  claim.source = context.source;
  TRY(claim.subject_id, needed_text(row, Column::subject_id));
  TRY(claim.treatment, one_treatment(text_of(row, Column::treatment), context.catalogue));
  TRY(claim.claim, needed_text(row, Column::claim));
  claim.value = text_of(row, Column::value);
  claim.checked_by = text_of(row, Column::checked_by);
  TRY(claim.checked_at, date_of(row, Column::checked_at));
  TRY(claim.expires_at, date_of(row, Column::expires_at));
  TRY(claim.contradicted, flag_of(row, Column::contradicted));
  const auto url = text_of(row, Column::url);
  claim.url = web_address_of(url).value_or("");
  if (!url.empty() && claim.url.empty()) {
    context.notes.count("cells of url that cannot be read, left out", row.line, url);
  }
  TRY_VOID(check(claim));
  return claim;
}

std::string key_of(const Claim& claim) {
  auto key = fmt::format("{}\n{}\n{}\n{}", claim.subject_id, claim.claim, claim.value, claim.checked_by);
  if (!claim.treatment.empty()) key += "\n" + claim.treatment.text();
  return key;
}

}  // namespace nearme
