#pragma once

#include <nlohmann/json_fwd.hpp>

#include "base/result.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// The one point that stands for a GeoJSON geometry (RFC 7946): a point is itself; of polygons it is the centroid, of
/// lines and several points the mean. Not yet checked for range. Errors: invalid_input, when there is no geometry or it
/// is none.
Result<Degrees> centre_of(const nlohmann::json& geometry);

}  // namespace nearme
