#include "gazetteer/kd_tree.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>

namespace nearme {
namespace {

constexpr int kAxes = 3;

double coordinate(const UnitVector& point, int axis) { return std::array{point.x, point.y, point.z}[axis]; }

int next_axis(int axis) { return (axis + 1) % kAxes; }

void order_by_axis(std::span<std::uint32_t> order, const std::vector<UnitVector>& points, int axis) {
  if (order.size() < 2) return;
  const auto middle = order.begin() + static_cast<std::ptrdiff_t>(order.size() / 2);
  std::ranges::nth_element(order, middle, {},
                           [&](std::uint32_t point) { return std::pair{coordinate(points[point], axis), point}; });
  order_by_axis({order.begin(), middle}, points, next_axis(axis));
  order_by_axis({middle + 1, order.end()}, points, next_axis(axis));
}

/// A walk down the tree that leaves out every half further away than the nearest point so far.
struct Walk {
  const UnitVector from;
  const std::function<LatLon(std::size_t)>& point_at;
  double nearest = std::numeric_limits<double>::infinity();  ///< chord, squared
  std::size_t place = 0;

  void visit(std::size_t begin, std::size_t end, int axis) {
    if (begin >= end) return;
    const std::size_t middle = begin + (end - begin) / 2;
    const auto point = to_unit_vector(point_at(middle));
    consider(middle, chord_squared(from, point));
    const double beyond = coordinate(from, axis) - coordinate(point, axis);
    const auto before = [&] { visit(begin, middle, next_axis(axis)); };
    const auto behind = [&] { visit(middle + 1, end, next_axis(axis)); };
    const bool crosses_later = beyond < 0;
    crosses_later ? before() : behind();
    if (beyond * beyond <= nearest) crosses_later ? behind() : before();
  }

  void consider(std::size_t candidate, double chord) {
    if (chord > nearest || (chord == nearest && candidate > place)) return;
    nearest = chord;
    place = candidate;
  }
};

}  // namespace

std::vector<std::uint32_t> kd_order(std::span<const LatLon> points) {
  std::vector<UnitVector> vectors;
  vectors.reserve(points.size());
  for (const auto point : points) vectors.push_back(to_unit_vector(point));
  std::vector<std::uint32_t> order(points.size());
  std::iota(order.begin(), order.end(), 0U);
  order_by_axis(order, vectors, 0);
  return order;
}

std::optional<std::size_t> kd_nearest(LatLon position, std::size_t size,
                                      const std::function<LatLon(std::size_t)>& point_at) {
  if (size == 0) return std::nullopt;
  Walk walk{.from = to_unit_vector(position), .point_at = point_at};
  walk.visit(0, size, 0);
  return walk.place;
}

}  // namespace nearme
