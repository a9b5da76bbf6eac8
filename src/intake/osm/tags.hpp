#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/tag_rules.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

inline constexpr std::string_view kOsmLicence = "ODbL-1.0";
inline constexpr std::string_view kOsmAttribution = "© OpenStreetMap contributors";

/// Fills the cells of a row from the tags of an OpenStreetMap object that is of these kinds (at least one). An object
/// without name, brand and operator is called by its kind's English name, and that is noted.
void fill_from_tags(Row& row, const Tags& tags, const std::vector<KindId>& kinds, RowContext& context);

/// Our id for an object: "osm-node-1" for node 1.
std::string osm_id(std::string_view type, std::int64_t number);

/// The same from the ways in which GeoJSON files write it: "node/1", "n1", "way/2", "r3", and "a4" and "a7" for the
/// areas of way 2 and relation 3. None when it is none of them.
std::optional<std::string> osm_id_from(std::string_view text);

}  // namespace nearme
