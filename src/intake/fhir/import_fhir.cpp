#include "intake/fhir/import_fhir.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/json.hpp"
#include "intake/csv/encoding.hpp"
#include "intake/fhir/resources.hpp"
#include "intake/json_member.hpp"
#include "intake/json_values.hpp"
#include "intake/kind_codes.hpp"
#include "intake/people_from_row.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// An organisation, as far as its locations borrow from it.
struct Organisation {
  std::string name;
  json telecom;
  std::vector<std::string> words;
};

/// What roles say of a practitioner.
struct Roles {
  std::vector<std::string> locations;
  std::string profession;
};

/// What is gathered on the first reading.
struct FhirFacts {
  std::unordered_map<std::string, Organisation> organisations;
  std::unordered_map<std::string, std::vector<std::string>> words_of_location;
  std::unordered_map<std::string, Roles> roles;
  std::uint64_t resources = 0;
};

void add_all(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void gather_service(FhirFacts& facts, const json& service) {
  std::vector<std::string> words;
  for (const auto* field : {"specialty", "type", "category"}) add_all(words, words_of_concepts(member(service, field)));
  if (const auto name = text_in(service, "name"); !name.empty()) words.push_back(name);
  for (const auto& location : list_in(service, "location")) {
    add_all(facts.words_of_location[id_in_reference(location)], words);
  }
}

void gather_role(FhirFacts& facts, const json& role) {
  auto& roles = facts.roles[id_in_reference(member(role, "practitioner"))];
  const auto specialties = words_of_concepts(member(role, "specialty"));
  for (const auto& location : list_in(role, "location")) {
    roles.locations.push_back(id_in_reference(location));
    add_all(facts.words_of_location[roles.locations.back()], specialties);
  }
  for (const auto* field : {"specialty", "code"}) {
    if (roles.profession.empty()) roles.profession = text_in(first_of(member(role, field)), "text");
    if (roles.profession.empty()) {
      roles.profession = text_in(first_of(member(first_of(member(role, field)), "coding")), "display");
    }
  }
}

void gather(FhirFacts& facts, const json& resource) {
  const auto type = text_in(resource, "resourceType");
  if (!type.empty()) ++facts.resources;
  if (type == "Organization") {
    facts.organisations[text_in(resource, "id")] = {.name = text_in(resource, "name"),
                                                    .telecom = member(resource, "telecom"),
                                                    .words = words_of_concepts(member(resource, "type"))};
  }
  if (type == "HealthcareService") gather_service(facts, resource);
  if (type == "PractitionerRole") gather_role(facts, resource);
}

/// Makes records on the second reading.
class FhirImport {
 public:
  FhirImport(const FhirFacts& facts, Importer& importer)
      : facts_(facts), codes_(importer.context().catalogue, &Kind::nppes), importer_(importer) {}

  Result<void> take(std::uint64_t line, const json& resource) {
    const auto type = text_in(resource, "resourceType");
    if (type == "Location") return take_location(line, resource);
    if (type == "Practitioner") return take_practitioner(line, resource);
    if (type.empty()) {
      importer_.reject(line, "this is no FHIR resource: it has no resourceType", resource.dump());
    } else {
      importer_.skip();
    }
    return {};
  }

 private:
  Result<void> take_location(std::uint64_t line, const json& location) {
    if (const auto status = text_in(location, "status"); status == "inactive" || status == "suspended") {
      importer_.skip();
      return {};
    }
    auto row = row_at(line);
    row[Column::id] = text_in(location, "id");
    row[Column::name] = text_in(location, "name");
    row[Column::description] = text_in(location, "description");
    row[Column::lat] = text_in(member(location, "position"), "latitude");
    row[Column::lon] = text_in(member(location, "position"), "longitude");
    row[Column::opening_hours] = opening_hours_of_location(location);
    row[Column::updated_at] = text_in(member(location, "meta"), "lastUpdated");
    fill_address(row, member(location, "address"));
    fill_telecom(row, member(location, "telecom"));
    auto words = words_of_concepts(member(location, "type"));
    borrow(row, words, location);
    row[Column::kind] = kinds_cell(kinds_of(words));
    return importer_.take(row);
  }

  /// What a location has from its organisation and its services.
  void borrow(Row& row, std::vector<std::string>& words, const json& location) const {
    const auto services = facts_.words_of_location.find(row[Column::id]);
    if (services != facts_.words_of_location.end()) add_all(words, services->second);
    const auto owner = facts_.organisations.find(id_in_reference(member(location, "managingOrganization")));
    if (owner == facts_.organisations.end()) return;
    if (row[Column::name].empty()) row[Column::name] = owner->second.name;
    fill_telecom(row, owner->second.telecom);
    add_all(words, owner->second.words);
  }

  [[nodiscard]] std::vector<KindId> kinds_of(const std::vector<std::string>& words) const {
    std::vector<KindId> kinds;
    for (const auto& word : words) {
      const auto& of_code = codes_.kinds_of(word);
      kinds.insert(kinds.end(), of_code.begin(), of_code.end());
      if (const auto* kind = importer_.context().catalogue.kind_called(word)) kinds.push_back(kind->id);
    }
    return kinds;
  }

  Result<void> take_practitioner(std::uint64_t line, const json& person) {
    if (member(person, "active") == false) {
      importer_.skip();
      return {};
    }
    auto row = row_at(line);
    row[Column::id] = text_in(person, "id");
    row[Column::name] = person_name(member(person, "name"));
    const auto& identifier = first_of(member(person, "identifier"));
    row[Column::registration_number] = text_in(identifier, "value");
    row[Column::register_name] = text_in(identifier, "system") == "http://hl7.org/fhir/sid/us-npi"
                                     ? "NPI"
                                     : text_in(member(identifier, "assigner"), "display");
    if (const auto roles = facts_.roles.find(row[Column::id]); roles != facts_.roles.end()) {
      row[Column::profession] = roles->second.profession;
      for (const auto& location : roles->second.locations) row[Column::site_ids] += location + ";";
    }
    auto practitioner = practitioner_from_row(row, importer_.context());
    if (practitioner) return importer_.take(line, *std::move(practitioner));
    importer_.reject(line, practitioner.error().message, person.dump());
    return {};
  }

  const FhirFacts& facts_;
  KindCodes codes_;
  Importer& importer_;
};

using OnResource = std::function<Result<void>(std::uint64_t line, const json& resource)>;

/// A resource, or the resources of a Bundle on one line.
Result<void> unwrap(std::uint64_t line, const json& value, const OnResource& on_resource) {
  const auto& inner = member(value, "resource");
  if (inner.is_object() && !value.contains("resourceType")) return on_resource(line, inner);
  return on_resource(line, value);
}

Result<void> read_resources(const InputFile& file, Importer& importer, const OnResource& on_resource,
                            const std::function<void(std::uint64_t, const std::string&, std::string_view)>& on_broken) {
  TRY(const auto encoding, encoding_of(file));
  Utf8Reader reader(file, encoding);
  const auto next_text = [&]() -> Result<std::string_view> {
    importer.at_byte(reader.bytes_read(), file.size());
    return reader.next();
  };
  return read_json_values(
      next_text, "entry",
      {.on_value = [&](std::uint64_t line, const json& value) { return unwrap(line, value, on_resource); },
       .on_broken = on_broken});
}

}  // namespace

bool is_fhir(std::string_view first_bytes) { return first_bytes.substr(0, 4096).contains("\"resourceType\""); }

Result<void> import_fhir(const InputFile& file, Importer& importer) {
  importer.also_reads(Subject::practitioners);
  FhirFacts facts;
  const auto on_fact = [&](std::uint64_t, const json& resource) -> Result<void> {
    gather(facts, resource);
    return {};
  };
  TRY_VOID(read_resources(file, importer, on_fact, [](auto, const auto&, auto) {}));
  if (facts.resources == 0) {
    return fail(ErrorKind::invalid_input, "{} has no FHIR resource: no value has a resourceType", file.name());
  }
  FhirImport import(facts, importer);
  return read_resources(
      file, importer, [&](std::uint64_t line, const json& resource) { return import.take(line, resource); },
      [&](std::uint64_t line, const std::string& reason, std::string_view text) {
        importer.reject(line, reason, text);
      });
}

}  // namespace nearme
