#include "catalogue/entry.hpp"

#include <algorithm>

#include <fmt/ranges.h>

namespace nearme {

bool is_kebab_case(std::string_view text) {
  char before = '-';
  for (const char letter : text) {
    const bool is_word = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    if (!is_word && (letter != '-' || before == '-')) return false;
    before = letter;
  }
  return before != '-';
}

std::string Entry::where() const { return fmt::format("{}:{}", file_, table_->line); }

std::unexpected<Error> Entry::wrong(std::string_view reason) const { return wrong_at(*table_, reason); }

std::unexpected<Error> Entry::wrong_in(std::string_view key, std::string_view reason) const {
  const auto* value = field(key);
  return wrong_at(value == nullptr ? *table_ : *value, reason);
}

std::unexpected<Error> Entry::wrong_at(const TomlValue& value, std::string_view reason) const {
  return fail(ErrorKind::invalid_input, "{}:{}: {}", file_, value.line, reason);
}

const TomlValue* Entry::field(std::string_view key) const {
  const auto& fields = std::get<TomlValue::Table>(table_->value);
  const auto found = std::ranges::find(fields, key, &TomlField::key);
  return found == fields.end() ? nullptr : &found->value;
}

Result<void> Entry::allow_only(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : std::get<TomlValue::Table>(table_->value)) {
    if (std::ranges::find(keys, std::string_view(key)) != keys.end()) continue;
    return wrong_at(value, fmt::format("unknown key '{}'; known here: {}", key, fmt::join(keys, ", ")));
  }
  return {};
}

Result<std::string> Entry::text(std::string_view key) const {
  std::string text;
  TRY_VOID(take(key, text));
  if (text.empty()) return wrong(fmt::format("'{0}' is missing; write {0} = \"...\"", key));
  return text;
}

Result<std::string> Entry::id(std::string_view key) const {
  TRY(auto id, text(key));
  if (is_kebab_case(id)) return id;
  return wrong(fmt::format("the id '{}' is not in kebab case, such as \"micro-needling\"", id));
}

Result<void> Entry::take(std::string_view key, std::string& text) const {
  const auto* value = field(key);
  if (value == nullptr) return {};
  const auto* given = std::get_if<std::string>(&value->value);
  if (given == nullptr) return wrong_at(*value, fmt::format("'{}' wants text in quotation marks", key));
  text = *given;
  return {};
}

Result<void> Entry::take(std::string_view key, double& number) const {
  const auto* value = field(key);
  if (value == nullptr) return {};
  const auto* given = std::get_if<double>(&value->value);
  if (given == nullptr) return wrong_at(*value, fmt::format("'{}' wants a number, such as 0.5", key));
  number = *given;
  return {};
}

Result<void> Entry::take(std::string_view key, std::vector<std::string>& texts) const {
  const auto* value = field(key);
  if (value == nullptr) return {};
  const auto* list = std::get_if<TomlValue::List>(&value->value);
  if (list == nullptr) return wrong_at(*value, fmt::format("'{}' wants a list, such as [\"one\", \"two\"]", key));
  texts.clear();
  for (const auto& item : *list) {
    const auto* given = std::get_if<std::string>(&item.value);
    if (given == nullptr || given->empty()) {
      return wrong_at(item, fmt::format("'{}' wants texts in quotation marks that are not empty", key));
    }
    texts.push_back(*given);
  }
  return {};
}

Result<void> Entry::take(std::string_view key, std::map<std::string, std::string>& texts) const {
  const auto* value = field(key);
  if (value == nullptr) return {};
  const auto* table = std::get_if<TomlValue::Table>(&value->value);
  if (table == nullptr) return wrong_at(*value, fmt::format("'{}' wants a table, such as {{ en = \"...\" }}", key));
  for (const auto& [name, item] : *table) {
    const auto* given = std::get_if<std::string>(&item.value);
    if (given == nullptr || given->empty()) {
      return wrong_at(item, fmt::format("'{}.{}' wants text in quotation marks that is not empty", key, name));
    }
    texts[name] = *given;
  }
  return {};
}

Result<std::vector<Entry>> Entry::entries(std::string_view key) const {
  const auto* value = field(key);
  if (value == nullptr) return std::vector<Entry>{};
  const auto as_tables = fmt::format("'{0}' wants a list of tables, each begun with [[{0}]]", key);
  const auto* list = std::get_if<TomlValue::List>(&value->value);
  if (list == nullptr) return wrong_at(*value, as_tables);
  std::vector<Entry> entries;
  for (const auto& item : *list) {
    if (!std::holds_alternative<TomlValue::Table>(item.value)) return wrong_at(item, as_tables);
    entries.emplace_back(file_, item);
  }
  return entries;
}

}  // namespace nearme
