#pragma once

#include <string>
#include <vector>

#include "directory/site.hpp"

namespace nearme {

/// A country or a part of one, and how addresses in it are told: by any of the regions, towns or postcode areas (the
/// letters that UK postcodes begin with). Without these the whole country is meant.
struct Jurisdiction {
  std::string id;    ///< as in ISO 3166 where that has one: "GB-WLS"
  std::string name;  ///< "Wales"
  std::string country;
  std::vector<std::string> regions;  ///< folded, as the next
  std::vector<std::string> towns;
  std::vector<std::string> postcode_areas;
};

/// What of an address tells where it lies, folded once for all jurisdictions. A region or town that is written in
/// parts, "Islington, London", counts by each of them.
struct PlaceOfAddress {
  explicit PlaceOfAddress(const Address& address);

  std::string country;
  std::vector<std::string> regions;
  std::vector<std::string> towns;
  std::string postcode_area;
};

bool holds(const Jurisdiction& jurisdiction, const PlaceOfAddress& place);

}  // namespace nearme
