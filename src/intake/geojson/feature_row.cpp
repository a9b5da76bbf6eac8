#include "intake/geojson/feature_row.hpp"

#include <cmath>

#include "base/json.hpp"
#include "intake/json_member.hpp"
#include "intake/osm/tags.hpp"

namespace nearme {
namespace {

using nlohmann::json;

std::string number_cell(const json& number) {
  constexpr double kExact = 9e15;
  if (!number.is_number_float()) return number.dump();
  const auto value = number.get<double>();
  if (value == std::floor(value) && std::abs(value) < kExact) return fmt::format("{:.0f}", value);
  return fmt::format("{}", value);
}

Tags tags_of(const json& properties) {
  Tags tags;
  for (const auto& [key, value] : properties.items()) {
    if (auto cell = cell_of(value); !cell.empty()) tags.emplace(key, std::move(cell));
  }
  return tags;
}

std::string id_of(const json& feature, const json& properties) {
  for (const auto* name : {"@id", "id", "osm_id"}) {
    if (auto id = cell_of(member(properties, name)); !id.empty()) return id;
  }
  return cell_of(member(feature, "id"));
}

Found fill_from_osm(Row& row, const json& feature, const TagRules& rules, RowContext& context) {
  const auto& properties = member(feature, "properties");
  const auto tags = tags_of(properties);
  const auto kinds = rules.kinds_of(tags);
  if (kinds.empty()) return Found::other;
  fill_from_tags(row, tags, kinds, context);
  const auto id = id_of(feature, properties);
  row[Column::id] = osm_id_from(id).value_or(id);
  row[Column::updated_at] = cell_of(member(properties, "@timestamp"));
  return Found::site;
}

/// The kinds of a place's categories that the catalogue knows. The alternate ones count only beside a known first one:
/// Overture gives a hotel with a spa the alternate category of a spa.
std::string kinds_of_categories(const json& categories, const Catalogue& catalogue) {
  const auto known = [&](const std::string& category) {
    const auto* kind = catalogue.kind_called(category);
    return kind == nullptr ? std::string{} : kind->id.text();
  };
  auto kinds = known(cell_of(member(categories, "primary")));
  const auto& alternates = member(categories, "alternate");
  if (kinds.empty() || !alternates.is_array()) return kinds;
  for (const auto& alternate : alternates) {
    if (const auto kind = known(cell_of(alternate)); !kind.empty()) kinds += ";" + kind;
  }
  return kinds;
}

Found fill_from_overture(Row& row, const json& feature, RowContext& context) {
  const auto& properties = member(feature, "properties");
  row[Column::kind] = kinds_of_categories(member(properties, "categories"), context.catalogue);
  if (row[Column::kind].empty()) return Found::other;
  const auto& address = first_of(member(properties, "addresses"));
  row[Column::id] = id_of(feature, properties);
  row[Column::name] = cell_of(member(member(properties, "names"), "primary"));
  row[Column::street] = cell_of(member(address, "freeform"));
  row[Column::city] = cell_of(member(address, "locality"));
  row[Column::region] = cell_of(member(address, "region"));
  row[Column::postcode] = cell_of(member(address, "postcode"));
  row[Column::country] = cell_of(member(address, "country"));
  row[Column::phone] = cell_of(first_of(member(properties, "phones")));
  row[Column::email] = cell_of(first_of(member(properties, "emails")));
  row[Column::website] = cell_of(first_of(member(properties, "websites")));
  row[Column::updated_at] = cell_of(member(first_of(member(properties, "sources")), "update_time"));
  return Found::site;
}

void fill_from_columns(Row& row, const json& feature) {
  const auto& properties = member(feature, "properties");
  std::vector<std::string> names;
  for (const auto& [name, value] : properties.items()) names.push_back(name);
  const auto headers = match_headers(Subject::sites, names);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (headers[i]) row[*headers[i]] = cell_of(member(properties, names[i]));
  }
  if (row[Column::id].empty()) row[Column::id] = id_of(feature, properties);
}

}  // namespace

std::string cell_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return number_cell(value);
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  std::string cells;
  if (!value.is_array()) return cells;
  for (const auto& element : value) {
    if (element.is_structured()) continue;
    cells += (cells.empty() ? "" : ";") + cell_of(element);
  }
  return cells;
}

FeatureStyle style_of(const json& feature, const TagRules& rules) {
  const auto& properties = member(feature, "properties");
  if (!properties.is_object()) return FeatureStyle::columns;
  if (member(properties, "categories").is_object() && member(properties, "names").is_object()) {
    return FeatureStyle::overture;
  }
  const bool has_osm_id = osm_id_from(cell_of(member(feature, "id"))).has_value();
  if (properties.contains("@id") || (has_osm_id && !properties.contains("name"))) return FeatureStyle::osm;
  for (const auto& [key, value] : properties.items()) {
    if (rules.knows_key(key)) return FeatureStyle::osm;
  }
  return FeatureStyle::columns;
}

Found fill_from_feature(Row& row, const json& feature, const TagRules& rules, RowContext& context) {
  switch (style_of(feature, rules)) {
    case FeatureStyle::osm:
      return fill_from_osm(row, feature, rules, context);
    case FeatureStyle::overture:
      return fill_from_overture(row, feature, context);
    case FeatureStyle::columns:
      fill_from_columns(row, feature);
      return Found::site;
  }
  return Found::other;
}

}  // namespace nearme
