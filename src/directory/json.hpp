#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/json_tree.hpp"
#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// The directory's values as JSON and back, with the field names of the API (docs/data-model.md). Empty fields are left
/// out. Writing is deterministic: equal values give equal text. `from_json` checks everything and names the field that
/// is wrong (Error::parameter); unknown fields are an error.
nlohmann::json to_json(const Site& site);
nlohmann::json to_json(const Practitioner& practitioner);
nlohmann::json to_json(const Claim& claim);

Result<Site> site_from_json(const JsonValue& json);
Result<Practitioner> practitioner_from_json(const JsonValue& json);
Result<Claim> claim_from_json(const JsonValue& json);

/// The same of JSON that was changed after it was read.
Result<Site> site_from_json(const nlohmann::json& json);
Result<Practitioner> practitioner_from_json(const nlohmann::json& json);
Result<Claim> claim_from_json(const nlohmann::json& json);

std::string_view to_string(Wheelchair wheelchair);
std::string_view to_string(Precision::By by);  ///< "postcode", "town"
Result<Wheelchair> wheelchair_from(std::string_view text);

}  // namespace nearme
