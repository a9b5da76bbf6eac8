#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "intake/column.hpp"

namespace nearme {

/// Reads parts of resources of FHIR R4 (hl7.org/fhir/R4) into cells. Whatever is missing stays empty.

/// "Location/abc" as "abc"; also an absolute address, and "urn:uuid:abc".
std::string id_in_reference(const nlohmann::json& reference);

/// Street, city, region, postcode and country of an Address.
void fill_address(Row& row, const nlohmann::json& address);

/// Telephone, e-mail and website of a list of ContactPoint; those that the row has already stay.
void fill_telecom(Row& row, const nlohmann::json& telecom);

/// Location.hoursOfOperation in the syntax of OpenStreetMap: "Mo,Tu 09:00-17:00; We 00:00-24:00".
std::string opening_hours_of_location(const nlohmann::json& location);

/// Codes and words of a list of CodeableConcept: every coding's code, display, and the text.
std::vector<std::string> words_of_concepts(const nlohmann::json& concepts);

/// "Dr Jane Q. Doe" of a list of HumanName: the official or usual one, else the first.
std::string person_name(const nlohmann::json& names);

}  // namespace nearme
