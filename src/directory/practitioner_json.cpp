#include "directory/check.hpp"
#include "directory/json.hpp"
#include "directory/json_fields.hpp"

namespace nearme {

nlohmann::json to_json(const Practitioner& practitioner) {
  auto json = nlohmann::json::object();
  write_text(json, "id", practitioner.id.text());
  write_text(json, "source", practitioner.source.text());
  write_text(json, "name", practitioner.name);
  write_text(json, "profession", practitioner.profession);
  write_list(json, "site_ids", practitioner.sites);
  write_list(json, "treatments", practitioner.treatments);
  write_text(json, "register", practitioner.register_name);
  write_text(json, "registration_number", practitioner.registration_number);
  if (practitioner.fictional) json["fictional"] = true;
  return json;
}

Result<Practitioner> practitioner_from_json(const JsonValue& json) {
  JsonFields fields(json);
  Practitioner practitioner{.id = PractitionerId(fields.text("id")),
                            .source = SourceId(fields.text("source")),
                            .name = fields.text("name"),
                            .profession = fields.text("profession"),
                            .sites = ids_from<SiteId>(fields.texts("site_ids")),
                            .treatments = ids_from<TreatmentId>(fields.texts("treatments")),
                            .register_name = fields.text("register"),
                            .registration_number = fields.text("registration_number"),
                            .fictional = fields.flag("fictional")};
  TRY_VOID(fields.finish());
  TRY_VOID(check(practitioner));
  return practitioner;
}

Result<Practitioner> practitioner_from_json(const nlohmann::json& json) {
  return practitioner_from_json(JsonTree().take(json));
}

}  // namespace nearme
