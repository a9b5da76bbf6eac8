#include "directory/json_fields.hpp"

#include <algorithm>

namespace nearme {

JsonFields::JsonFields(const JsonValue& object, const JsonFields* outer, std::string_view name,
                       std::optional<std::size_t> entry)
    : object_(object), outer_(outer), name_(name), entry_(entry), asked_(object.size()) {
  if (object_.is(JsonValue::Type::object)) return;
  const std::string here = path();
  error_ = Error{.kind = ErrorKind::invalid_input,
                 .message = fmt::format("{} is not a JSON object but {}",
                                        here.empty() ? "the record" : "'" + here + "'", object_.type_name()),
                 .parameter = here};
}

std::string JsonFields::text(std::string_view name) {
  const auto value = field(name);
  if (!value) return {};
  if (value->is(JsonValue::Type::text)) return std::string(value->text());
  refuse(name, fmt::format("'{}' is not text but {}", path_of(name), value->type_name()));
  return {};
}

std::optional<double> JsonFields::number(std::string_view name) {
  const auto value = field(name);
  if (!value) return std::nullopt;
  if (value->is(JsonValue::Type::number)) return value->number();
  refuse(name, fmt::format("'{}' is not a number but {}", path_of(name), value->type_name()));
  return std::nullopt;
}

std::optional<std::uint64_t> JsonFields::count(std::string_view name) {
  const auto value = field(name);
  if (!value) return std::nullopt;
  if (const auto whole = value->whole()) return whole;
  refuse(name, fmt::format("'{}' is {}, not a whole number from 0 up", path_of(name), value->dump()));
  return std::nullopt;
}

bool JsonFields::flag(std::string_view name) {
  const auto value = field(name);
  if (!value) return false;
  if (value->is(JsonValue::Type::boolean)) return value->truth();
  refuse(name, fmt::format("'{}' is neither true nor false but {}", path_of(name), value->type_name()));
  return false;
}

std::vector<std::string> JsonFields::texts(std::string_view name) {
  const auto entries = list(name);
  if (!entries) return {};
  std::vector<std::string> texts;
  texts.reserve(entries->size());
  for (const JsonValue entry : *entries) {
    if (!entry.is(JsonValue::Type::text)) {
      const auto here = fmt::format("{}[{}]", name, texts.size());
      refuse(here, fmt::format("'{}' is not text but {}", path_of(here), entry.type_name()));
      return {};
    }
    texts.emplace_back(entry.text());
  }
  return texts;
}

std::optional<JsonValue> JsonFields::field(std::string_view name) {
  if (error_) return std::nullopt;
  std::size_t place = 0;
  for (const JsonValue value : object_) {
    if (value.name() == name) {
      asked_[place] = true;
      return value;
    }
    ++place;
  }
  return std::nullopt;
}

std::optional<JsonValue> JsonFields::list(std::string_view name) {
  const auto value = field(name);
  if (!value || value->is(JsonValue::Type::list)) return value;
  refuse(name, fmt::format("'{}' is not a list but {}", path_of(name), value->type_name()));
  return std::nullopt;
}

void JsonFields::refuse(std::string_view name, std::string message) {
  refuse(Error{.kind = ErrorKind::invalid_input, .message = std::move(message), .parameter = path_of(name)});
}

void JsonFields::refuse(const Error& error) {
  if (!error_) error_ = error;
}

std::string JsonFields::path() const {
  if (outer_ == nullptr) return {};
  std::string path = outer_->path_of(name_);
  if (entry_) path += fmt::format("[{}]", *entry_);
  return path;
}

std::string JsonFields::path_of(std::string_view name) const {
  return outer_ == nullptr ? std::string(name) : fmt::format("{}.{}", path(), name);
}

Result<void> JsonFields::so_far() const {
  if (error_) return std::unexpected(*error_);
  return {};
}

Result<void> JsonFields::finish() const {
  TRY_VOID(so_far());
  const auto unknown = std::ranges::find(asked_, false);
  if (unknown == asked_.end()) return {};
  const auto path = path_of((*std::ranges::next(object_.begin(), unknown - asked_.begin())).name());
  return fail_parameter(path, "there is no field '{}' here; docs/data-model.md lists those that there are", path);
}

void write_text(nlohmann::json& json, const char* name, std::string_view text) {
  if (!text.empty()) json[name] = text;
}

void write_list(nlohmann::json& json, const char* name, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[name] = texts;
}

}  // namespace nearme
