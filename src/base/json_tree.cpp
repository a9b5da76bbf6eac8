#include "base/json_tree.hpp"

#include <array>
#include <optional>

#include <simdjson.h>

#include "base/json.hpp"

namespace nearme {
namespace {

using Type = JsonValue::Type;

constexpr std::size_t kMostNested = 1024;

/// The same questions for the values of both libraries: which type, what is in it.
Type type_of(const nlohmann::json& value) {
  if (value.is_object()) return Type::object;
  if (value.is_array()) return Type::list;
  if (value.is_string()) return Type::text;
  if (value.is_boolean()) return Type::boolean;
  return value.is_number() ? Type::number : Type::null;
}

Type type_of(simdjson::dom::element value) {
  using Element = simdjson::dom::element_type;
  switch (value.type()) {
    case Element::OBJECT:
      return Type::object;
    case Element::ARRAY:
      return Type::list;
    case Element::STRING:
      return Type::text;
    case Element::BOOL:
      return Type::boolean;
    case Element::INT64:
    case Element::UINT64:
    case Element::DOUBLE:
      return Type::number;
    case Element::NULL_VALUE:
      break;
  }
  return Type::null;
}

std::string_view text_of(const nlohmann::json& value) { return value.get_ref<const std::string&>(); }
std::string_view text_of(simdjson::dom::element value) { return value.get_string().value_unsafe(); }

bool truth_of(const nlohmann::json& value) { return value.get<bool>(); }
bool truth_of(simdjson::dom::element value) { return value.get_bool().value_unsafe(); }

double number_of(const nlohmann::json& value) { return value.get<double>(); }
double number_of(simdjson::dom::element value) { return value.get_double().value_unsafe(); }

struct Whole {
  std::uint64_t bits = 0;
  bool is_negative = false;
};

std::optional<Whole> whole_of(const nlohmann::json& value) {
  if (!value.is_number_integer()) return std::nullopt;
  // A number that was built in a program rather than parsed may be signed and not negative.
  const bool is_negative = !value.is_number_unsigned() && value.get<std::int64_t>() < 0;
  return Whole{.bits = value.get<std::uint64_t>(), .is_negative = is_negative};
}

std::optional<Whole> whole_of(simdjson::dom::element value) {
  std::uint64_t natural = 0;
  if (value.get(natural) == simdjson::SUCCESS) return Whole{.bits = natural};
  std::int64_t negative = 0;
  if (value.get(negative) == simdjson::SUCCESS)
    return Whole{.bits = static_cast<std::uint64_t>(negative), .is_negative = true};
  return std::nullopt;
}

void for_each_entry(const nlohmann::json& list, const auto& visit) {
  for (const auto& entry : list) visit(std::string_view{}, entry);
}
void for_each_entry(simdjson::dom::element list, const auto& visit) {
  const simdjson::dom::array entries = list.get_array().value_unsafe();
  for (const auto entry : entries) visit(std::string_view{}, entry);
}

void for_each_field(const nlohmann::json& object, const auto& visit) {
  for (const auto& [name, value] : object.get_ref<const nlohmann::json::object_t&>())
    visit(std::string_view(name), value);
}
void for_each_field(simdjson::dom::element object, const auto& visit) {
  const simdjson::dom::object fields = object.get_object().value_unsafe();
  for (const auto field : fields) visit(field.key, field.value);
}

}  // namespace

class JsonTree::Parser : public simdjson::dom::parser {};

JsonTree::JsonTree() : parser_(std::make_unique<Parser>()) {}
JsonTree::JsonTree(JsonTree&&) noexcept = default;
JsonTree& JsonTree::operator=(JsonTree&&) noexcept = default;
JsonTree::~JsonTree() = default;

std::optional<JsonValue> JsonTree::read(std::string_view json) {
  nodes_.clear();
  simdjson::dom::element document;
  if (parser_->parse(json.data(), json.size()).get(document) != simdjson::SUCCESS) return std::nullopt;
  add({}, document, 0);
  return JsonValue(nodes_.data());
}

JsonValue JsonTree::take(const nlohmann::json& json) {
  nodes_.clear();
  add({}, json, 0);
  return JsonValue(nodes_.data());
}

template <class Value>
void JsonTree::add(std::string_view name, const Value& value, std::size_t depth) {
  const std::size_t place = nodes_.size();
  JsonValue::Node& node = nodes_.emplace_back();
  node.name = name;
  node.type = type_of(value);
  if (node.type == Type::text) node.text = text_of(value);
  if (node.type == Type::boolean) node.number = truth_of(value) ? 1 : 0;
  if (node.type == Type::number) {
    node.number = number_of(value);
    if (const auto whole = whole_of(value)) {
      node.bits = whole->bits;
      node.form = whole->is_negative ? JsonValue::Form::negative : JsonValue::Form::natural;
    }
  }
  if (depth < kMostNested) add_children(place, value, depth + 1);
  nodes_[place].nodes = static_cast<std::uint32_t>(nodes_.size() - place);
}

template <class Value>
void JsonTree::add_children(std::size_t parent, const Value& value, std::size_t depth) {
  const auto add_child = [&](std::string_view name, const auto& child) {
    ++nodes_[parent].children;
    add(name, child, depth);
  };
  if (nodes_[parent].type == Type::object) for_each_field(value, add_child);
  if (nodes_[parent].type == Type::list) for_each_entry(value, add_child);
}

std::string_view JsonValue::type_name() const {
  constexpr std::array<std::string_view, 6> kNames{"null", "boolean", "number", "string", "array", "object"};
  return kNames.at(static_cast<std::size_t>(type()));
}

std::string JsonValue::dump() const { return to_json().dump(); }

nlohmann::json JsonValue::to_json() const {
  switch (type()) {
    case Type::object: {
      auto object = nlohmann::json::object();
      for (const JsonValue field : *this) object[std::string(field.name())] = field.to_json();
      return object;
    }
    case Type::list: {
      auto list = nlohmann::json::array();
      for (const JsonValue entry : *this) list.push_back(entry.to_json());
      return list;
    }
    case Type::text:
      return text();
    case Type::boolean:
      return truth();
    case Type::number:
      if (node_->form == Form::natural) return node_->bits;
      if (node_->form == Form::negative) return static_cast<std::int64_t>(node_->bits);
      return number();
    case Type::null:
      break;
  }
  return nullptr;
}

}  // namespace nearme
