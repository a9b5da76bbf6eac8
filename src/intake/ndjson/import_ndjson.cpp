#include "intake/ndjson/import_ndjson.hpp"

#include "base/json.hpp"
#include "directory/json.hpp"
#include "intake/csv/encoding.hpp"
#include "intake/json_lines.hpp"
#include "intake/offers.hpp"

namespace nearme {
namespace {

using nlohmann::json;

Subject subject_of_record(const json& record) {
  if (record.contains("subject_id")) return Subject::claims;
  for (const auto* field : {"site_ids", "profession", "register", "registration_number"}) {
    if (record.contains(field) && !record.contains("lat")) return Subject::practitioners;
  }
  return Subject::sites;
}

template <class Record>
Result<void> take_record(std::uint64_t line, Result<Record> record, const json& value, Importer& importer) {
  if (!record) {
    importer.reject(line, record.error().message, value.dump());
    return {};
  }
  record->source = importer.context().source;
  return importer.take(line, *std::move(record));
}

Result<Site> named_site(const json& value) {
  TRY(auto site, site_from_json(value));
  if (site.name.empty()) return fail_parameter("name", "name is missing");
  return site;
}

Result<Practitioner> named_practitioner(const json& value) {
  TRY(auto practitioner, practitioner_from_json(value));
  if (practitioner.name.empty()) return fail_parameter("name", "name is missing");
  return practitioner;
}

Result<Claim> known_claim(const json& value, const Catalogue& catalogue) {
  TRY(auto claim, claim_from_json(value));
  TRY(claim.treatment, one_treatment(claim.treatment.text(), catalogue));
  return claim;
}

Result<void> take_value(std::uint64_t line, const json& value, Importer& importer) {
  switch (importer.subject()) {
    case Subject::sites:
      return take_record(line, named_site(value), value, importer);
    case Subject::practitioners:
      return take_record(line, named_practitioner(value), value, importer);
    case Subject::claims:
      return take_record(line, known_claim(value, importer.context().catalogue), value, importer);
  }
  return {};
}

}  // namespace

Result<void> import_ndjson(const InputFile& file, Importer& importer) {
  TRY(const auto encoding, encoding_of(file));
  Utf8Reader reader(file, encoding);
  const auto next_text = [&]() -> Result<std::string_view> {
    importer.at_byte(reader.bytes_read(), file.size());
    return reader.next();
  };
  bool is_first = true;
  const auto on_value = [&](std::uint64_t line, const json& value) -> Result<void> {
    if (value.is_array()) {
      return fail(ErrorKind::invalid_input, "line {} holds a JSON list; write one record a line, without brackets",
                  line);
    }
    if (std::exchange(is_first, false)) importer.read_as(subject_of_record(value));
    return take_value(line, value, importer);
  };
  return read_json_lines(
      next_text, '\n',
      {.on_value = on_value, .on_broken = [&](std::uint64_t line, const std::string& reason, std::string_view text) {
         importer.reject(line, reason, text);
       }});
}

}  // namespace nearme
