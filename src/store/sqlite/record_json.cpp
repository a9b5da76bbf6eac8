#include "store/sqlite/record_json.hpp"

#include <nlohmann/json.hpp>

#include "directory/check.hpp"
#include "directory/json.hpp"

namespace nearme {
namespace {

template <class Record>
Result<std::string> content_of(const Record& record, const SourceId& source) {
  TRY_VOID(check(record));
  auto json = to_json(record);
  json["source"] = source.text();
  try {
    return json.dump();
  } catch (const nlohmann::json::type_error&) {
    return fail(ErrorKind::invalid_input, "a text of the record is not UTF-8; convert the file to UTF-8 first");
  }
}

template <class Record>
Result<Record> record_from(std::string_view content, Result<Record> (*read)(const nlohmann::json&)) {
  const auto json = nlohmann::json::parse(content, nullptr, false);
  if (json.is_discarded()) return fail(ErrorKind::corrupt, "a record of the store is no JSON: {}", content);
  auto record = read(json);
  if (!record) {
    return fail(ErrorKind::corrupt, "a record of the store is not sound, {}: {}", record.error().message, content);
  }
  return record;
}

}  // namespace

Result<std::string> to_content(const Site& site, const SourceId& source) { return content_of(site, source); }

Result<std::string> to_content(const Practitioner& practitioner, const SourceId& source) {
  return content_of(practitioner, source);
}

Result<std::string> to_content(const Claim& claim, const SourceId& source) { return content_of(claim, source); }

Result<Site> site_from_content(std::string_view content) { return record_from(content, site_from_json); }

Result<Practitioner> practitioner_from_content(std::string_view content) {
  return record_from(content, practitioner_from_json);
}

Result<Claim> claim_from_content(std::string_view content) { return record_from(content, claim_from_json); }

}  // namespace nearme
