#include "store/sqlite/record_json.hpp"

#include "base/json.hpp"
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
Result<Record> record_from(JsonTree& tree, std::string_view content, Result<Record> (*read)(const JsonValue&)) {
  const auto json = tree.read(content);
  if (!json) return fail(ErrorKind::corrupt, "a record of the store is no JSON: {}", content);
  auto record = read(*json);
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

Result<Site> ContentReader::site(std::string_view content) { return record_from(tree_, content, site_from_json); }

Result<Practitioner> ContentReader::practitioner(std::string_view content) {
  return record_from(tree_, content, practitioner_from_json);
}

Result<Claim> ContentReader::claim(std::string_view content) { return record_from(tree_, content, claim_from_json); }

}  // namespace nearme
