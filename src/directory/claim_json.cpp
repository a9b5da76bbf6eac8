#include "directory/check.hpp"
#include "directory/json.hpp"
#include "directory/json_fields.hpp"

namespace nearme {
namespace {

void write_date(nlohmann::json& json, const char* name, const std::optional<Date>& date) {
  if (date) json[name] = format_date(*date);
}

std::optional<Date> read_date(JsonFields& fields, std::string_view name) {
  if (!fields.field(name)) return std::nullopt;
  const auto text = fields.text(name);
  const auto date = parse_date(text);
  if (!date) fields.refuse(name, date.error().message);
  return date ? std::optional(*date) : std::nullopt;
}

}  // namespace

nlohmann::json to_json(const Claim& claim) {
  auto json = nlohmann::json::object();
  write_text(json, "source", claim.source.text());
  write_text(json, "subject_id", claim.subject_id);
  write_text(json, "treatment", claim.treatment.text());
  write_text(json, "claim", claim.claim);
  write_text(json, "value", claim.value);
  write_text(json, "checked_by", claim.checked_by);
  write_date(json, "checked_at", claim.checked_at);
  write_date(json, "expires_at", claim.expires_at);
  write_text(json, "url", claim.url);
  if (claim.contradicted) json["contradicted"] = true;
  return json;
}

Result<Claim> claim_from_json(const JsonValue& json) {
  JsonFields fields(json);
  Claim claim{.source = SourceId(fields.text("source")),
              .subject_id = fields.text("subject_id"),
              .treatment = TreatmentId(fields.text("treatment")),
              .claim = fields.text("claim"),
              .value = fields.text("value"),
              .checked_by = fields.text("checked_by"),
              .checked_at = read_date(fields, "checked_at"),
              .expires_at = read_date(fields, "expires_at"),
              .url = fields.text("url"),
              .contradicted = fields.flag("contradicted")};
  TRY_VOID(fields.finish());
  TRY_VOID(check(claim));
  return claim;
}

Result<Claim> claim_from_json(const nlohmann::json& json) { return claim_from_json(JsonTree().take(json)); }

}  // namespace nearme
