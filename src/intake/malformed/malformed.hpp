#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// An input that is wrong in one way.
struct MalformedInput {
  std::string what;   ///< for a person: "a latitude in words"
  std::string bytes;  ///< what the file holds
};

/// The malformed inputs of one reader, and how what is said of them is found out. docs/import-errors.md has the
/// sentences; a test holds the two to each other.
struct MalformedInputs {
  std::string reader;
  std::vector<MalformedInput> inputs;
  std::vector<std::string> (*sentences_of)(const std::string& bytes);
};

std::vector<MalformedInputs> malformed_tables();     ///< CSV, mappings, opening times, spreadsheets
std::vector<MalformedInputs> malformed_json();       ///< GeoJSON, NDJSON, FHIR, HSDS
std::vector<MalformedInputs> malformed_registers();  ///< NPPES, CQC, NHS ODS
std::vector<MalformedInputs> malformed_files();      ///< OpenStreetMap, packed files, addresses

}  // namespace nearme
