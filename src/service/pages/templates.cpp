#include "service/pages/templates.hpp"

#include <cassert>

#include <kainjow/mustache.hpp>

#include "base/json.hpp"

namespace nearme {
namespace {

namespace mustache = kainjow::mustache;
using nlohmann::json;

mustache::data to_data(const json& value);

mustache::data to_list(const json& values) {
  mustache::data list{mustache::data::type::list};
  for (const auto& value : values) list.push_back(to_data(value));
  return list;
}

mustache::data to_object(const json& values) {
  mustache::data object{mustache::data::type::object};
  for (const auto& [name, value] : values.items()) {
    object.set(name, to_data(value));
    if (value.is_array()) object.set("has_" + name, mustache::data{!value.empty()});
  }
  return object;
}

mustache::data to_data(const json& value) {
  if (value.is_object()) return value.empty() ? mustache::data{false} : to_object(value);
  if (value.is_array()) return to_list(value);
  if (value.is_null()) return mustache::data{false};
  if (value.is_boolean()) return mustache::data{value.get<bool>()};
  if (!value.is_string()) return mustache::data{value.dump()};
  const auto& text = value.get_ref<const std::string&>();
  return text.empty() ? mustache::data{false} : mustache::data{text};
}

}  // namespace

Result<Templates> Templates::make(std::map<std::string, std::string> texts) {
  for (const auto& [name, text] : texts) {
    const mustache::mustache parsed{text};
    if (!parsed.is_valid())
      return fail(ErrorKind::corrupt, "the template '{}' cannot be parsed: {}", name, parsed.error_message());
  }
  return Templates{std::move(texts)};
}

std::string Templates::render(std::string_view name, const json& view) const {
  const auto found = texts_.find(std::string{name});
  assert(found != texts_.end());
  auto data = to_data(view);
  if (!data.is_object()) data = mustache::data{mustache::data::type::object};
  for (const auto& [other, text] : texts_) {
    data.set("_" + other, mustache::partial{[&text] { return text; }});
  }
  mustache::mustache parsed{found->second};
  return parsed.render(data);
}

}  // namespace nearme
