#include "directory/json_fields.hpp"

#include <algorithm>

namespace nearme {

JsonFields::JsonFields(const nlohmann::json& object, std::string path) : object_(object), path_(std::move(path)) {
  if (object_.is_object()) return;
  const std::string name = path_.empty() ? "the record" : "'" + path_ + "'";
  error_ = Error{.kind = ErrorKind::invalid_input,
                 .message = fmt::format("{} is not a JSON object but {}", name, object_.type_name()),
                 .parameter = path_};
}

std::string JsonFields::text(std::string_view name) {
  const auto* value = field(name);
  if (value == nullptr) return {};
  if (value->is_string()) return value->get<std::string>();
  refuse(name, fmt::format("'{}' is not text but {}", path_of(name), value->type_name()));
  return {};
}

std::optional<double> JsonFields::number(std::string_view name) {
  const auto* value = field(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number()) return value->get<double>();
  refuse(name, fmt::format("'{}' is not a number but {}", path_of(name), value->type_name()));
  return std::nullopt;
}

std::optional<std::uint64_t> JsonFields::count(std::string_view name) {
  const auto* value = field(name);
  if (value == nullptr) return std::nullopt;
  if (value->is_number_unsigned()) return value->get<std::uint64_t>();
  // A number that was built in a program rather than parsed may be signed.
  if (value->is_number_integer() && value->get<std::int64_t>() >= 0) return value->get<std::uint64_t>();
  refuse(name, fmt::format("'{}' is {}, not a whole number from 0 up", path_of(name), value->dump()));
  return std::nullopt;
}

bool JsonFields::flag(std::string_view name) {
  const auto* value = field(name);
  if (value == nullptr) return false;
  if (value->is_boolean()) return value->get<bool>();
  refuse(name, fmt::format("'{}' is neither true nor false but {}", path_of(name), value->type_name()));
  return false;
}

std::vector<std::string> JsonFields::texts(std::string_view name) {
  const auto* entries = list(name);
  if (entries == nullptr) return {};
  std::vector<std::string> texts;
  texts.reserve(entries->size());
  for (const auto& entry : *entries) {
    if (!entry.is_string()) {
      const auto here = fmt::format("{}[{}]", name, texts.size());
      refuse(here, fmt::format("'{}' is not text but {}", path_of(here), entry.type_name()));
      return {};
    }
    texts.push_back(entry.get<std::string>());
  }
  return texts;
}

const nlohmann::json* JsonFields::field(std::string_view name) {
  if (error_) return nullptr;
  asked_.push_back(name);
  const auto found = object_.find(name);
  return found == object_.end() ? nullptr : &*found;
}

const nlohmann::json* JsonFields::list(std::string_view name) {
  const auto* value = field(name);
  if (value == nullptr || value->is_array()) return value;
  refuse(name, fmt::format("'{}' is not a list but {}", path_of(name), value->type_name()));
  return nullptr;
}

void JsonFields::refuse(std::string_view name, std::string message) {
  refuse(Error{.kind = ErrorKind::invalid_input, .message = std::move(message), .parameter = path_of(name)});
}

void JsonFields::refuse(const Error& error) {
  if (!error_) error_ = error;
}

std::string JsonFields::path_of(std::string_view name) const {
  return path_.empty() ? std::string(name) : fmt::format("{}.{}", path_, name);
}

Result<void> JsonFields::so_far() const {
  if (error_) return std::unexpected(*error_);
  return {};
}

Result<void> JsonFields::finish() const {
  TRY_VOID(so_far());
  for (const auto& [name, value] : object_.items()) {
    if (std::ranges::find(asked_, name) != asked_.end()) continue;
    const auto path = path_of(name);
    return fail_parameter(path, "there is no field '{}' here; docs/data-model.md lists those that there are", path);
  }
  return {};
}

void write_text(nlohmann::json& json, const char* name, std::string_view text) {
  if (!text.empty()) json[name] = text;
}

void write_list(nlohmann::json& json, const char* name, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[name] = texts;
}

}  // namespace nearme
