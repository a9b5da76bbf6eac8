#include "intake/geojson/import_geojson.hpp"

#include "base/json.hpp"
#include "intake/csv/encoding.hpp"
#include "intake/geojson/feature_row.hpp"
#include "intake/geojson/features.hpp"
#include "intake/geojson/geometry.hpp"
#include "intake/json_member.hpp"
#include "intake/osm/tags.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::string_view kOvertureLicence = "CDLA-Permissive-2.0";
constexpr std::string_view kOvertureAttribution = "Overture Maps Foundation";

/// Says whose data this is where the properties give it away.
void name_licence(FeatureStyle style, Importer& importer) {
  if (style == FeatureStyle::osm) importer.licensed_under(std::string(kOsmLicence), std::string(kOsmAttribution));
  if (style == FeatureStyle::overture) {
    importer.licensed_under(std::string(kOvertureLicence), std::string(kOvertureAttribution));
  }
}

/// Why a value is no feature of RFC 7946, section 3.2; empty when it is one. Features without properties are let pass:
/// they have no name, which is said of them then.
std::string_view fault_of(const json& feature) {
  if (!feature.is_object() || member(feature, "type") != "Feature") {
    return "this is no GeoJSON feature: its 'type' is not \"Feature\"";
  }
  const auto& properties = member(feature, "properties");
  if (!properties.is_null() && !properties.is_object()) return "the feature's 'properties' are no JSON object";
  if (member(feature, "id").is_structured()) return "the feature's 'id' is neither text nor number";
  return {};
}

Result<void> take_feature(std::uint64_t line, const json& feature, const TagRules& rules, Importer& importer) {
  if (const auto fault = fault_of(feature); !fault.empty()) {
    importer.reject(line, std::string(fault), feature.dump());
    return {};
  }
  auto row = row_at(line);
  if (fill_from_feature(row, feature, rules, importer.context()) == Found::other) {
    importer.skip();
    return {};
  }
  const auto centre = centre_of(feature.value("geometry", json()));
  if (!centre) {
    importer.reject(line, centre.error().message, row[Column::name]);
    return {};
  }
  row[Column::lat] = fmt::format("{:.7f}", centre->lat);
  row[Column::lon] = fmt::format("{:.7f}", centre->lon);
  name_licence(style_of(feature, rules), importer);
  return importer.take(row);
}

}  // namespace

Result<void> import_geojson(const InputFile& file, Importer& importer) {
  TRY(const auto encoding, encoding_of(file));
  Utf8Reader reader(file, encoding);
  const TagRules rules(importer.context().catalogue);
  const auto next_text = [&]() -> Result<std::string_view> {
    importer.at_byte(reader.bytes_read(), file.size());
    return reader.next();
  };
  return read_features(next_text,
                       {.on_feature = [&](std::uint64_t line,
                                          const json& feature) { return take_feature(line, feature, rules, importer); },
                        .on_broken = [&](std::uint64_t line, const std::string& reason,
                                         std::string_view text) { importer.reject(line, reason, text); }});
}

}  // namespace nearme
