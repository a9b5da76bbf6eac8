#include "service/pages/fields.hpp"

#include "base/json.hpp"

namespace nearme {
namespace {

const nlohmann::json* field(const nlohmann::json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string text_of(const nlohmann::json& object, const char* name) {
  const auto* value = field(object, name);
  return value != nullptr && value->is_string() ? value->get<std::string>() : std::string{};
}

std::optional<double> number_of(const nlohmann::json& object, const char* name) {
  const auto* value = field(object, name);
  if (value == nullptr || !value->is_number()) return std::nullopt;
  return value->get<double>();
}

bool is_set(const nlohmann::json& object, const char* name) {
  const auto* value = field(object, name);
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

const nlohmann::json& part_of(const nlohmann::json& object, const char* name) {
  static const auto kNothing = nlohmann::json::array();
  const auto* value = field(object, name);
  return value != nullptr && value->is_structured() ? *value : kNothing;
}

std::string safe_link(const std::string& address) {
  return address.starts_with("https://") || address.starts_with("http://") ? address : std::string{};
}

std::string telephone_link(const std::string& number) {
  std::string digits;
  for (const char c : number) {
    if (is_digit(c) || (c == '+' && digits.empty())) digits += c;
    if (c == ';' || c == '/') break;
  }
  return digits.find_first_of("0123456789") == std::string::npos ? std::string{} : "tel:" + digits;
}

}  // namespace nearme
