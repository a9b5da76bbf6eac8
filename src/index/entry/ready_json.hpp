#pragma once

#include <string>
#include <string_view>

#include "directory/listing.hpp"
#include "index/entry/evidence.hpp"

namespace nearme {

/// The fields of a result that do not depend on the question, as the API names them (api/openapi.yaml), in a fixed
/// order: equal listings give equal text. Empty fields are left out, except id, name, lat, lon, address, kinds, offers,
/// evidence and url.
std::string ready_json_of(const Listing& listing, const ListingEvidence& evidence, std::string_view slug, Date today);

}  // namespace nearme
