#pragma once

#include <string>

#include "search/search_answer.hpp"

namespace nearme {

/// Answers as GeoJSON FeatureCollections (RFC 7946), with what else they say beside the features.

/// One point a result, with all fields of `to_json`.
std::string to_geojson(const SearchAnswer& answer);

/// The points of a map, with little more than their names (api/openapi.yaml, PointsAnswer).
std::string to_geojson(const PointsAnswer& answer);

}  // namespace nearme
