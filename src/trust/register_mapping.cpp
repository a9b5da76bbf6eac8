#include "trust/register_mapping.hpp"

#include <algorithm>
#include <array>
#include <span>

#include <fmt/ranges.h>

#include "base/file.hpp"
#include "catalogue/entry.hpp"
#include "intake/csv/table.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

using Place = EntryColumns::Place;

/// The parts of an entry, and by what names their columns go, best first.
struct EntryField {
  std::string_view name;
  Place EntryColumns::* place;
  std::array<std::string_view, 4> aliases;
};

constexpr std::array<EntryField, 16> kFields{
    {{"number", &EntryColumns::number, {"registration number", "reference number", "licence number", "license number"}},
     {"name", &EntryColumns::name, {"full name", "registrant", "registrant name", "licensee"}},
     {"first_name", &EntryColumns::first_name, {"given name", "given names", "forename", "forenames"}},
     {"middle_name", &EntryColumns::middle_name, {"middle names", "", "", ""}},
     {"last_name", &EntryColumns::last_name, {"surname", "family name", "", ""}},
     {"suffix", &EntryColumns::suffix, {"name suffix", "", "", ""}},
     {"organisation", &EntryColumns::organisation, {"organization", "business name", "company", "premises"}},
     {"status", &EntryColumns::status, {"registration status", "licence status", "license status", ""}},
     {"expires", &EntryColumns::valid_until, {"valid until", "expiry date", "expiration date", "expires at"}},
     {"street", &EntryColumns::street, {"address", "address line 1", "street address", ""}},
     {"street_2", &EntryColumns::street_2, {"address line 2", "", "", ""}},
     {"city", &EntryColumns::city, {"town", "", "", ""}},
     {"region", &EntryColumns::region, {"state", "county", "", ""}},
     {"postcode", &EntryColumns::postcode, {"postal code", "zip", "zip code", ""}},
     {"country", &EntryColumns::country, {"", "", "", ""}},
     {"url", &EntryColumns::url, {"link", "web address", "", ""}}}};

struct StatusWords {
  EntryStatus status;
  std::span<const std::string_view> words;
};

constexpr std::array<std::string_view, 9> kActive{"active", "registered", "current",    "in good standing", "licensed",
                                                  "valid",  "yes",        "practising", "practicing"};
constexpr std::array<std::string_view, 9> kLapsed{"lapsed",    "expired",  "inactive",    "not registered", "retired",
                                                  "withdrawn", "deceased", "surrendered", "removed"};
constexpr std::array<std::string_view, 9> kBarred{"barred",
                                                  "struck off",
                                                  "struck-off",
                                                  "suspended",
                                                  "revoked",
                                                  "erased",
                                                  "erased after fitness to practise panel hearing",
                                                  "excluded",
                                                  "prohibited"};
constexpr std::array<StatusWords, 3> kStatusWords{
    {{EntryStatus::active, kActive}, {EntryStatus::lapsed, kLapsed}, {EntryStatus::barred, kBarred}}};

std::string names_of_fields() {
  std::vector<std::string_view> names;
  for (const auto& field : kFields) names.push_back(field.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

Result<void> read_fields(const Entry& root, RegisterMapping& mapping) {
  TRY_VOID(root.take("fields", mapping.fields));
  for (const auto& [field, column] : mapping.fields) {
    const auto known = std::ranges::find(kFields, std::string_view(field), &EntryField::name);
    if (known == kFields.end())
      return root.wrong_in("fields",
                           fmt::format("'{}' is no field of a register; there are {}", field, names_of_fields()));
  }
  return {};
}

Result<void> read_statuses(const Entry& root, RegisterMapping& mapping) {
  std::map<std::string, std::string> words;
  TRY_VOID(root.take("status", words));
  for (const auto& [word, status] : words) {
    const auto known = entry_status_from(status);
    if (!known) return root.wrong_in("status", known.error().message);
    mapping.statuses.emplace(fold(word), *known);
  }
  return {};
}

Result<void> read_dates(const Entry& root, RegisterMapping& mapping) {
  std::string order;
  TRY_VOID(root.take("dates", order));
  if (order == "day-first") mapping.dates = DayOrder::day_first;
  if (order == "month-first") mapping.dates = DayOrder::month_first;
  if (order.empty() || mapping.dates != DayOrder::unknown) return {};
  return root.wrong_in("dates", fmt::format("'{}' is no order; write \"day-first\" or \"month-first\"", order));
}

Result<void> read_subject(const Entry& root, RegisterMapping& mapping) {
  std::string subject = "people";
  TRY_VOID(root.take("names", subject));
  if (subject == "organisations") mapping.subject = EntrySubject::organisation;
  if (subject == "people" || subject == "organisations") return {};
  return root.wrong_in("names", fmt::format("'{}' is neither \"people\" nor \"organisations\"", subject));
}

Place find_by_any_name(const RegisterHeaders& headers, const EntryField& field) {
  if (const auto place = headers.find(field.name)) return place;
  for (const auto alias : field.aliases) {
    if (alias.empty()) break;
    if (const auto place = headers.find(alias)) return place;
  }
  return std::nullopt;
}

bool has_names(const EntryColumns& columns) { return columns.name || columns.last_name || columns.organisation; }

}  // namespace

Result<RegisterMapping> register_mapping_from(std::string_view file, std::string_view toml) {
  TRY(const auto table, parse_toml(file, toml));
  const Entry root(file, table);
  TRY_VOID(root.allow_only({"fields", "status", "dates", "names"}));
  RegisterMapping mapping;
  TRY_VOID(read_fields(root, mapping));
  TRY_VOID(read_statuses(root, mapping));
  TRY_VOID(read_dates(root, mapping));
  TRY_VOID(read_subject(root, mapping));
  return mapping;
}

Result<RegisterMapping> read_register_mapping(const std::filesystem::path& path) {
  TRY(const auto text, read_file(path));
  return register_mapping_from(path.filename().string(), text);
}

Result<EntryColumns> columns_for(const std::vector<std::string>& names, const RegisterMapping& mapping) {
  const RegisterHeaders headers(names);
  EntryColumns columns;
  std::vector<std::string> missing;
  for (const auto& field : kFields) {
    const auto named = mapping.fields.find(std::string(field.name));
    columns.*field.place =
        named == mapping.fields.end() ? find_by_any_name(headers, field) : headers.find(named->second);
    if (named != mapping.fields.end() && !(columns.*field.place)) missing.push_back(named->second);
  }
  if (missing.empty() && columns.number && has_names(columns)) return columns;
  return fail(ErrorKind::invalid_input, "this table has no column for {}; it has: {}; a mapping can say which is which",
              missing.empty() ? (columns.number ? "name" : "number") : fmt::format("{}", fmt::join(missing, ", ")),
              list_names(names));
}

Result<EntryStatus> status_for(std::string_view words, const RegisterMapping& mapping) {
  if (words.empty()) return EntryStatus::active;
  const auto folded = fold(words);
  if (const auto found = mapping.statuses.find(folded); found != mapping.statuses.end()) return found->second;
  for (const auto& [status, known] : kStatusWords) {
    if (std::ranges::find(known, folded) != known.end()) return status;
  }
  return fail_parameter(std::string(words), "a status is not known; say in the mapping's [status] what it means");
}

}  // namespace nearme
