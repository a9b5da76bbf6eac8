// Any bytes as GeoJSON: finding the features, their rows and their places must end without a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/json.hpp"
#include "intake/geojson/feature_row.hpp"
#include "intake/geojson/features.hpp"
#include "intake/geojson/geometry.hpp"

namespace {

nearme::Result<void> look_at(const nlohmann::json& feature) {
  if (!feature.is_object()) return {};
  static_cast<void>(nearme::centre_of(feature.value("geometry", nlohmann::json())));
  const auto properties = feature.value("properties", nlohmann::json());
  if (!properties.is_object()) return {};
  for (const auto& [name, value] : properties.items()) static_cast<void>(nearme::cell_of(value));
  return {};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nearme;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  const auto next = [&]() -> Result<std::string_view> {
    const auto piece = rest.substr(0, 11);
    rest.remove_prefix(piece.size());
    return piece;
  };
  static_cast<void>(
      read_features(next, {.on_feature = [](std::uint64_t, const nlohmann::json& feature) { return look_at(feature); },
                           .on_broken = [](std::uint64_t, const std::string&, std::string_view) {}}));
  return 0;
}
