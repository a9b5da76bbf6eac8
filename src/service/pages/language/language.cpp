#include "service/pages/language/language.hpp"

#include <algorithm>
#include <cassert>

#include "catalogue/toml_value.hpp"

namespace nearme {
namespace {

Result<void> take_table(const std::string& file, const TomlField& table, Language::Messages& messages) {
  const auto* fields = std::get_if<TomlValue::Table>(&table.value.value);
  if (fields == nullptr)
    return fail(ErrorKind::invalid_input, "{}:{}: '{}' must be a table of messages", file, table.value.line, table.key);
  for (const auto& [key, value] : *fields) {
    const auto* text = std::get_if<std::string>(&value.value);
    if (text == nullptr) return fail(ErrorKind::invalid_input, "{}:{}: '{}' must be a text", file, value.line, key);
    messages.emplace(table.key + "." + key, *text);
  }
  return {};
}

}  // namespace

Result<Language> Language::read(std::string_view tag, std::string_view toml) {
  const auto file = std::string(tag) + ".toml";
  TRY(const auto read, parse_toml(file, toml));
  Messages messages;
  for (const auto& table : std::get<TomlValue::Table>(read.value)) TRY_VOID(take_table(file, table, messages));
  return Language(tag, std::move(messages));
}

std::string Language::say(std::string_view key, const Values& values) const {
  const auto found = messages_.find(key);
  if (found == messages_.end()) return std::string(key);
  return replace_places(found->second, [&](std::string_view place) {
    const auto value = std::ranges::find(values, place, &Values::value_type::first);
    assert(value != values.end());
    return value == values.end() ? std::string{} : value->second;
  });
}

std::string Language::count(std::string_view key, std::uint64_t count, const Values& values) const {
  const auto found = messages_.find(key);
  return found == messages_.end() ? std::string(key) : formats_.fill(found->second, count, values);
}

std::string replace_places(std::string_view pattern, const std::function<std::string(std::string_view)>& value_of) {
  std::string text;
  while (!pattern.empty()) {
    const auto open = std::min(pattern.find('{'), pattern.size());
    text += pattern.substr(0, open);
    pattern.remove_prefix(open);
    const auto close = pattern.find('}');
    if (close == std::string_view::npos) return text.append(pattern);
    text += value_of(pattern.substr(1, close - 1));
    pattern.remove_prefix(close + 1);
  }
  return text;
}

}  // namespace nearme
