#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "intake/column.hpp"

namespace nearme {

/// What is known of one location of an HSDS data set (Human Services Data Specification 3.0), from however many
/// services and tables.
struct HsdsLocation {
  Row row;
  std::string organisation;
  std::vector<std::string> services;
  std::vector<std::string> hours;  ///< rules in the syntax of OpenStreetMap
  std::vector<std::string> languages;
};

/// Gathers locations, each once, in the order in which they are first named. Memory: all locations.
class HsdsLocations {
 public:
  /// The location of an id, made at `line` when it is new.
  HsdsLocation& at(const std::string& id, std::uint64_t line);

  /// Takes in a service as JSON, with its organisation and its places inside it. A service that is no longer active
  /// gives nothing. Unknown fields are passed over.
  void add_service(std::uint64_t line, const nlohmann::json& service);

  [[nodiscard]] const std::vector<HsdsLocation>& all() const { return locations_; }

 private:
  std::vector<HsdsLocation> locations_;
  std::map<std::string, std::size_t> by_id_;
};

/// A cell of a record by the name of its column; empty when there is none.
using HsdsFields = std::function<std::string(std::string_view name)>;

/// The records of HSDS, field by field, whatever they are written in.
void fill_location(Row& row, const HsdsFields& location);
void fill_hsds_address(Row& row, const HsdsFields& address);
void add_hsds_schedule(HsdsLocation& location, const HsdsFields& schedule);
void add_once(std::vector<std::string>& texts, const std::string& text);

/// Whether a service still is: "active", or nothing said.
bool is_active(std::string_view status);

/// The row of a location with everything that was gathered for it.
Row whole_row(const HsdsLocation& location);

}  // namespace nearme
