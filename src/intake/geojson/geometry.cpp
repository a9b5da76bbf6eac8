#include "intake/geojson/geometry.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "intake/centre.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr int kDeepestCollection = 8;

std::unexpected<Error> no_geometry() {
  return fail_parameter("geometry", "the geometry is not one that GeoJSON describes");
}

const json* member(const json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

Result<Degrees> point_of(const json& coordinates) {
  const bool are_numbers =
      coordinates.is_array() && std::ranges::all_of(coordinates, [](const json& number) { return number.is_number(); });
  if (!are_numbers || coordinates.size() < 2) return no_geometry();
  return Degrees{.lat = coordinates[1].get<double>(), .lon = coordinates[0].get<double>()};
}

Result<std::vector<Degrees>> points_of(const json& coordinates) {
  if (!coordinates.is_array()) return no_geometry();
  std::vector<Degrees> points;
  points.reserve(coordinates.size());
  for (const auto& point : coordinates) {
    TRY(const auto degrees, point_of(point));
    points.push_back(degrees);
  }
  return points;
}

Result<void> add_point(ShapeCentre& centre, const json& coordinates) {
  TRY(const auto point, point_of(coordinates));
  centre.add_point(point);
  return {};
}

Result<void> add_points(ShapeCentre& centre, const json& coordinates) {
  TRY(const auto points, points_of(coordinates));
  for (const auto& point : points) centre.add_point(point);
  return {};
}

Result<void> add_polygon(ShapeCentre& centre, const json& coordinates) {
  if (!coordinates.is_array()) return no_geometry();
  auto ring = ShapeCentre::Ring::outer;
  for (const auto& points : coordinates) {
    TRY(const auto degrees, points_of(points));
    centre.add_ring(degrees, ring);
    ring = ShapeCentre::Ring::hole;
  }
  return {};
}

template <class Add>
Result<void> add_each(ShapeCentre& centre, const json& parts, Add add) {
  if (!parts.is_array()) return no_geometry();
  for (const auto& part : parts) TRY_VOID(add(centre, part));
  return {};
}

Result<void> add_geometry(ShapeCentre& centre, const json& geometry, int depth) {
  const auto* type = geometry.is_object() ? member(geometry, "type") : nullptr;
  if (type == nullptr || !type->is_string() || depth > kDeepestCollection) return no_geometry();
  const auto& name = type->get_ref<const std::string&>();
  if (name == "GeometryCollection") {
    const auto* parts = member(geometry, "geometries");
    if (parts == nullptr) return no_geometry();
    return add_each(centre, *parts,
                    [&](ShapeCentre& sum, const json& part) { return add_geometry(sum, part, depth + 1); });
  }
  const auto* coordinates = member(geometry, "coordinates");
  if (coordinates == nullptr) return no_geometry();
  if (name == "Point") return add_point(centre, *coordinates);
  if (name == "Polygon") return add_polygon(centre, *coordinates);
  if (name == "MultiPolygon") return add_each(centre, *coordinates, add_polygon);
  if (name == "LineString" || name == "MultiPoint") return add_points(centre, *coordinates);
  if (name == "MultiLineString") return add_each(centre, *coordinates, add_points);
  return no_geometry();
}

}  // namespace

Result<Degrees> centre_of(const json& geometry) {
  if (geometry.is_null()) return fail_parameter("geometry", "the feature has no geometry");
  if (geometry.is_object() && geometry.value("type", json()) == "Point") {
    const auto* coordinates = member(geometry, "coordinates");
    return coordinates == nullptr ? Result<Degrees>(no_geometry()) : point_of(*coordinates);
  }
  ShapeCentre shape;
  TRY_VOID(add_geometry(shape, geometry, 0));
  const auto centre = shape.centre();
  if (!centre) return fail_parameter("geometry", "the geometry is empty");
  return *centre;
}

}  // namespace nearme
