#include "intake/json_member.hpp"

#include "base/json.hpp"
#include "intake/geojson/feature_row.hpp"

namespace nearme {

using nlohmann::json;

const json& member(const json& object, std::string_view name) {
  static const json kNothing;
  if (!object.is_object()) return kNothing;
  const auto found = object.find(name);
  return found == object.end() ? kNothing : *found;
}

const json& first_of(const json& list) {
  static const json kNothing;
  return list.is_array() && !list.empty() ? list.front() : kNothing;
}

const json& list_in(const json& object, std::string_view name) {
  static const json kEmpty = json::array();
  const auto& list = member(object, name);
  return list.is_array() ? list : kEmpty;
}

std::string text_in(const json& object, std::string_view name) { return cell_of(member(object, name)); }

}  // namespace nearme
