#include "trust/register_formats.hpp"

#include <array>

#include <fmt/ranges.h>

#include "intake/cqc/location_columns.hpp"
#include "intake/csv/table.hpp"
#include "intake/nppes/provider_columns.hpp"
#include "trust/name_match.hpp"

namespace nearme {
namespace {

constexpr std::array<std::string_view, 4> kFormats{"csv", "leie", "nppes", "cqc"};

Result<void> check_name(const RegisterEntry& entry) {
  if (!entry.name.empty()) return {};
  return fail_parameter(entry.number, "the row has no name");
}

// ---- List of Excluded Individuals/Entities (Office of Inspector General, US Department of Health and Human Services).
// Most rows have no NPI, written as ten zeros: such people are found by name.

EntryColumns leie_columns(const RegisterHeaders& headers) {
  return {.number = headers.find("NPI"),
          .first_name = headers.find("FIRSTNAME"),
          .middle_name = headers.find("MIDNAME"),
          .last_name = headers.find("LASTNAME"),
          .organisation = headers.find("BUSNAME"),
          .street = headers.find("ADDRESS"),
          .city = headers.find("CITY"),
          .region = headers.find("STATE"),
          .postcode = headers.find("ZIP")};
}

bool is_zeros(std::string_view text) { return text.find_first_not_of('0') == std::string_view::npos; }

EntryReader leie_reader(const RegisterHeaders& headers) {
  const auto reinstated = headers.find("REINDATE");
  const auto why = headers.find("EXCLTYPE");
  return [columns = leie_columns(headers), reinstated, why](const Record& row) -> Result<RegisterEntry> {
    auto with_number = columns;
    if (is_zeros(cell_of(row, columns.number))) with_number.number = std::nullopt;
    TRY(auto entry, entry_from(row, with_number));
    TRY_VOID(check_name(entry));
    entry.address.country = "US";
    entry.status = is_zeros(cell_of(row, reinstated)) ? EntryStatus::barred : EntryStatus::lapsed;
    entry.status_words = cell_of(row, why);
    entry.name_key = name_key_of(entry.subject, entry.name);
    return entry;
  };
}

// ---- National Plan and Provider Enumeration System. An NPI says who somebody is, not what they may do. Of deactivated
// providers the file has the number and the day only.

EntryColumns entry_columns(const ProviderColumns& provider) {
  return {.number = provider.npi,
          .first_name = provider.first_name,
          .middle_name = provider.middle_name,
          .last_name = provider.last_name,
          .suffix = provider.suffix,
          .organisation = provider.organisation,
          .street = provider.address.line_1,
          .street_2 = provider.address.line_2,
          .city = provider.address.city,
          .region = provider.address.state,
          .postcode = provider.address.postcode,
          .country = provider.address.country};
}

EntryReader nppes_reader(const std::vector<std::string>& names) {
  const ProviderColumns provider{ColumnIndex(names)};
  return [columns = entry_columns(provider), deactivated = provider.deactivated,
          reactivated = provider.reactivated](const Record& row) -> Result<RegisterEntry> {
    TRY(auto entry, entry_from(row, columns));
    if (entry.number.empty()) return fail(ErrorKind::invalid_input, "the row has no NPI");
    if (!cell_of(row, deactivated).empty() && cell_of(row, reactivated).empty()) {
      entry.status = EntryStatus::lapsed;
      entry.status_words = "deactivated";
      return entry;
    }
    TRY_VOID(check_name(entry));
    if (entry.address.country.empty()) entry.address.country = "US";
    return entry;
  };
}

// ---- Care Quality Commission: the weekly directory, with lines of text before its headers, and the active locations.

/// In the directory it is called "CQC Location ID (for office use only)".
std::optional<std::size_t> cqc_number(const RegisterHeaders& headers) {
  const auto place = headers.find("Location ID");
  return place ? place : headers.find_beginning("CQC Location ID");
}

EntryReader cqc_reader(const RegisterHeaders& headers) {
  const EntryColumns columns{.number = cqc_number(headers),
                             .organisation = headers.find({"Location Name", "Name"}),
                             .street = headers.find({"Location Street Address", "Address"}),
                             .street_2 = headers.find("Location Address Line 2"),
                             .city = headers.find("Location City"),
                             .region = headers.find({"Location County", "Region"}),
                             .postcode = headers.find({"Location Postal Code", "Postcode"}),
                             .url = headers.find("Location URL")};
  const auto dormant = headers.find("Dormant (Y/N)");
  const auto authority = headers.find({"Location Local Authority", "Local authority"});
  return [columns, dormant, authority](const Record& row) -> Result<RegisterEntry> {
    TRY(auto entry, entry_from(row, columns));
    entry.address.region = region_of_location(cell_of(row, authority), entry.address.region);
    if (entry.number.empty()) return fail(ErrorKind::invalid_input, "the row has no Location ID");
    TRY_VOID(check_name(entry));
    entry.address.country = "GB";
    if (cell_of(row, dormant) == "Y") {
      entry.status = EntryStatus::lapsed;
      entry.status_words = "dormant";
    }
    return entry;
  };
}

// ---- any table

Result<EntryReader> csv_reader(const std::vector<std::string>& names, const RegisterMapping& mapping) {
  TRY(const auto columns, columns_for(names, mapping));
  return [columns, mapping](const Record& row) -> Result<RegisterEntry> {
    TRY(auto entry, entry_from(row, columns));
    if (number_key_of(entry.number).empty()) return fail_parameter(entry.name, "the row has no number");
    TRY_VOID(check_name(entry));
    if (entry.subject == EntrySubject::person) entry.subject = mapping.subject;
    entry.status_words = cell_of(row, columns.status);
    TRY(entry.status, status_for(entry.status_words, mapping));
    const auto until = cell_of(row, columns.valid_until);
    if (!until.empty()) {
      TRY(entry.valid_until, register_date_from(until, mapping.dates));
    }
    return entry;
  };
}

Result<EntryReader> own_reader(RegisterFormat format, const std::vector<std::string>& names) {
  if (format_of_headers(names) != format) {
    return fail(ErrorKind::invalid_input, "this is no table of the format {}; it has: {}", to_string(format),
                list_names(names));
  }
  const RegisterHeaders headers(names);
  if (format == RegisterFormat::leie) return leie_reader(headers);
  return format == RegisterFormat::nppes ? nppes_reader(names) : cqc_reader(headers);
}

}  // namespace

std::string_view to_string(RegisterFormat format) { return kFormats.at(static_cast<std::size_t>(format)); }

Result<RegisterFormat> register_format_from(std::string_view text) {
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    if (kFormats.at(i) == text) return static_cast<RegisterFormat>(i);
  }
  return fail_parameter("format", "'{}' is no format of a register; there are {}", text, fmt::join(kFormats, ", "));
}

RegisterFormat format_of_headers(const std::vector<std::string>& names) {
  const RegisterHeaders headers(names);
  if (headers.has("EXCLTYPE") && headers.has("LASTNAME")) return RegisterFormat::leie;
  if (headers.has("NPI") && headers.has("Entity Type Code")) return RegisterFormat::nppes;
  const bool is_directory = headers.find_beginning("CQC Location ID") && headers.has("Name");
  const bool is_locations = headers.has("Location ID") && headers.has("Location Name");
  return is_directory || is_locations ? RegisterFormat::cqc : RegisterFormat::csv;
}

Register register_of(RegisterFormat format) {
  switch (format) {
    case RegisterFormat::leie:
      return {.name = "US list of excluded individuals and entities (OIG LEIE)",
              .also_called = {"LEIE", "NPI"},
              .kind = RegisterKind::exclusion,
              .jurisdiction = "US",
              .link = "https://exclusions.oig.hhs.gov/"};
    case RegisterFormat::nppes:
      return {.name = "NPPES",
              .also_called = {"NPI", "NPPES"},
              .kind = RegisterKind::identity,
              .jurisdiction = "US",
              .link = "https://npiregistry.cms.hhs.gov/provider-view/{number}"};
    case RegisterFormat::cqc:
      return {.name = "Care Quality Commission",
              .also_called = {"CQC"},
              .kind = RegisterKind::registration,
              .jurisdiction = "GB-ENG",
              .link = "https://www.cqc.org.uk/location/{number}"};
    case RegisterFormat::csv:
      break;
  }
  return {};
}

Result<EntryReader> reader_for(RegisterFormat format, const std::vector<std::string>& names,
                               const RegisterMapping& mapping) {
  return format == RegisterFormat::csv ? csv_reader(names, mapping) : own_reader(format, names);
}

}  // namespace nearme
