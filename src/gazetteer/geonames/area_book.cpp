#include "gazetteer/geonames/area_book.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "gazetteer/layer.hpp"

namespace nearme {

AreaBook::AreaBook(const Gazetteer& known) : gazetteer_(known) {
  for (const auto& [layer, first] : known.layers()) {
    const auto& tables = layer->tables();
    for (std::uint32_t i = 0; i < tables.areas.size(); ++i)
      known_.try_emplace(tables.string(tables.areas[i].code), Known{.layer = layer.get(), .number = i});
  }
}

std::optional<std::size_t> AreaBook::find(const std::string& code) const {
  const auto found = numbers_.find(code);
  return found == numbers_.end() ? std::nullopt : std::optional(found->second);
}

std::size_t AreaBook::add(const std::string& code, std::optional<std::size_t> parent, NamedArea::Kind kind) {
  if (const auto number = find(code)) return *number;
  if (const auto known = known_.find(code); known != known_.end()) return add_known(code, known->second);
  numbers_.emplace(code, areas_.size());
  areas_.push_back({.key = code, .parent = parent, .kind = kind, .name = {}, .other_names = {}});
  return areas_.size() - 1;
}

/// With its own parents, which may be finer than the codes say: a county between district and region.
std::size_t AreaBook::add_known(const std::string& code, const Known& known) {
  const auto& tables = known.layer->tables();
  const auto record = tables.areas[known.number];
  std::optional<std::size_t> parent;
  if (record.parent != known.number) {
    const std::string parent_code{tables.string(tables.areas[record.parent].code)};
    parent = find(parent_code);
    if (!parent) parent = add_known(parent_code, {.layer = known.layer, .number = record.parent});
  }
  NamedArea area{.key = code,
                 .parent = parent,
                 .kind = static_cast<NamedArea::Kind>(record.kind),
                 .name = std::string(tables.string(record.name)),
                 .other_names = {}};
  for (auto i = record.first_key; i < record.first_key + record.key_count; ++i)
    area.other_names.emplace_back(tables.string(tables.area_keys[i]));
  numbers_.emplace(code, areas_.size());
  areas_.push_back(std::move(area));
  return areas_.size() - 1;
}

std::size_t AreaBook::area_of(std::string_view country, std::string_view admin1, std::string_view admin2) {
  std::string code{country};
  auto area = add(code, std::nullopt, NamedArea::Kind::country);
  if (admin1.empty() || admin1 == "00") return area;
  code.append(".").append(admin1);
  area = add(code, area, NamedArea::Kind::region);
  if (admin2.empty()) return area;
  code.append(".").append(admin2);
  return add(code, area, NamedArea::Kind::district);
}

std::size_t AreaBook::region_named(std::string_view country, std::string_view name, std::string_view code) {
  if (name.empty()) return area_of(country, "", "");
  // Under a code that no other table uses: those of the postcodes differ from those of the places.
  const auto own_code = fmt::format("{}.~{}", country, code.empty() ? name : code);
  if (const auto number = find(own_code)) return *number;
  for (const auto& area : gazetteer_.areas_named(name)) {
    if (area.country != country || area.kind != GazetteerArea::Kind::region) continue;
    const auto number = add(std::string(area.code), std::nullopt, NamedArea::Kind::region);
    numbers_.emplace(own_code, number);
    return number;
  }
  const auto number = add(own_code, area_of(country, "", ""), NamedArea::Kind::region);
  areas_[number].name = name;
  return number;
}

void AreaBook::name(const std::string& code, std::string_view name, std::string_view other_names) {
  const auto number = find(code);
  if (!number || !areas_[*number].name.empty()) return;
  areas_[*number].name = name;
  for (const auto other : split_names(other_names)) areas_[*number].other_names.emplace_back(other);
}

std::vector<std::string_view> split_names(std::string_view names) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < names.size();) {
    const auto end = std::min(names.find(',', begin), names.size());
    const auto part = names.substr(begin, end - begin);
    if (!part.empty() && part.find("://") == std::string_view::npos) parts.push_back(part);
    begin = end + 1;
  }
  return parts;
}

}  // namespace nearme
