#include "catalogue/toml_value.hpp"

#include <toml++/toml.h>

namespace nearme {
namespace {

TomlValue to_value(const toml::node& node);

TomlValue::List to_list(const toml::array& array) {
  TomlValue::List list;
  list.reserve(array.size());
  for (const auto& item : array) list.push_back(to_value(item));
  return list;
}

TomlValue::Table to_table(const toml::table& table) {
  TomlValue::Table fields;
  for (const auto& [key, item] : table) fields.push_back({std::string(key.str()), to_value(item)});
  return fields;
}

TomlValue to_value(const toml::node& node) {
  TomlValue made{.value = {}, .line = node.source().begin.line};
  if (const auto* table = node.as_table()) {
    made.value = to_table(*table);
  } else if (const auto* array = node.as_array()) {
    made.value = to_list(*array);
  } else if (node.is_string()) {
    made.value = *node.value<std::string>();
  } else if (node.is_number()) {
    made.value = *node.value<double>();
  }
  return made;
}

}  // namespace

Result<TomlValue> parse_toml(std::string_view file, std::string_view text) {
  try {
    const toml::table table = toml::parse(text, file);
    return TomlValue{.value = to_table(table), .line = 1};
  } catch (const toml::parse_error& error) {
    return fail(ErrorKind::invalid_input, "{}:{}: this is not TOML: {}", file, error.source().begin.line,
                error.description());
  }
}

}  // namespace nearme
