#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "catalogue/tag_rules.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// A scalar, or a list of scalars joined by semicolons, as a cell: numbers that are whole without their ".0" (a phone
/// number that became 1617903377.0), true and false as yes and no, null and objects as nothing.
std::string cell_of(const nlohmann::json& value);

enum class FeatureStyle : std::uint8_t {
  osm,       ///< properties are OpenStreetMap's tags
  overture,  ///< properties follow the Overture Maps schema of places
  columns,   ///< properties are named like columns
};

/// What a feature's properties speak: Overture has names and categories as objects; OpenStreetMap an object's id in
/// "@id", or as the id of a feature without a name, or a key that some kind has a rule for.
FeatureStyle style_of(const nlohmann::json& feature, const TagRules& rules);

enum class Found : std::uint8_t { site, other };

/// Fills a row from a feature's properties and id, its position apart. `other`: it is sound, but of none of our kinds;
/// never so for properties named like columns.
Found fill_from_feature(Row& row, const nlohmann::json& feature, const TagRules& rules, RowContext& context);

}  // namespace nearme
