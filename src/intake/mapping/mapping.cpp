#include "intake/mapping/mapping.hpp"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

#include "base/file.hpp"
#include "catalogue/toml_value.hpp"
#include "intake/csv/table.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// A mapping on its way from TOML. Every step says where it stands when something is wrong.
class MappingReader {
 public:
  explicit MappingReader(std::string_view file) : file_(file) {}

  Result<Mapping> read(const TomlValue& root) {
    // The table decides what the names of fields mean, wherever it stands in the file.
    for (const auto& [name, value] : std::get<TomlValue::Table>(root.value)) {
      if (name == "table") TRY_VOID(read_table_name(value));
    }
    for (const auto& [name, value] : std::get<TomlValue::Table>(root.value)) TRY_VOID(read_member(name, value));
    if (mapping_.fields.empty()) return wrong(root, "a mapping needs a table [fields] with at least one field");
    const bool has_id = std::ranges::find(mapping_.fields, Column::id, &FieldRule::field) != mapping_.fields.end();
    if (mapping_.opening_times && (mapping_.table != Subject::sites || !has_id)) {
      return wrong(root, "[opening_times] is for tables of sites with a field 'id', by which the two are joined");
    }
    return std::move(mapping_);
  }

 private:
  template <class... Arguments>
  std::unexpected<Error> wrong(const TomlValue& at, fmt::format_string<Arguments...> format, Arguments&&... arguments) {
    return fail(ErrorKind::invalid_input, "{}:{}: {}", file_, at.line,
                fmt::format(format, std::forward<Arguments>(arguments)...));
  }

  Result<std::string> text_of(std::string_view name, const TomlValue& value) {
    if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
    if (const auto* number = std::get_if<double>(&value.value)) return fmt::format("{}", *number);
    return wrong(value, "'{}' must be a text in quotes", name);
  }

  Result<std::vector<std::string>> texts_of(std::string_view name, const TomlValue& value) {
    std::vector<std::string> texts;
    const auto* list = std::get_if<TomlValue::List>(&value.value);
    if (list == nullptr) {
      TRY(auto text, text_of(name, value));
      texts.push_back(std::move(text));
      return texts;
    }
    for (const auto& each : *list) {
      TRY(auto text, text_of(name, each));
      texts.push_back(std::move(text));
    }
    return texts;
  }

  Result<const TomlValue::Table*> table_of(std::string_view name, const TomlValue& value) {
    if (const auto* table = std::get_if<TomlValue::Table>(&value.value)) return table;
    return wrong(value, "'{}' must be a table", name);
  }

  Result<void> read_table_name(const TomlValue& value) {
    TRY(const auto name, text_of("table", value));
    for (const auto subject : {Subject::sites, Subject::practitioners, Subject::claims}) {
      if (name == to_string(subject)) {
        mapping_.table = subject;
        return {};
      }
    }
    return wrong(value, "'{}' is no table; there are sites, practitioners and claims", name);
  }

  Result<void> read_member(std::string_view name, const TomlValue& value) {
    if (name == "table") return {};
    if (name == "fields") return read_fields(value);
    if (name == "only") return read_conditions(name, value, mapping_.only);
    if (name == "skip") return read_conditions(name, value, mapping_.skip);
    if (name == "opening_times") return read_opening_times(value);
    if (name == "delimiter") return read_delimiter(value);
    if (name == "headers") return keep(mapping_.headers, texts_of(name, value));
    if (name == "licence") return keep(mapping_.licence, text_of(name, value));
    if (name == "attribution") return keep(mapping_.attribution, text_of(name, value));
    return wrong(value,
                 "'{}' is not known here; there are table, licence, attribution, delimiter, headers, fields, "
                 "only, skip and opening_times",
                 name);
  }

  template <class T>
  static Result<void> keep(T& place, Result<T> value) {
    TRY(place, std::move(value));
    return {};
  }

  Result<void> read_delimiter(const TomlValue& value) {
    TRY(const auto text, text_of("delimiter", value));
    mapping_.delimiter = delimiter_called(text);
    if (!mapping_.delimiter) return wrong(value, "'{}' is no delimiter; there are , ; | ¬ and tab", text);
    return {};
  }

  Result<void> read_conditions(std::string_view name, const TomlValue& value, std::vector<RowCondition>& conditions) {
    TRY(const auto* table, table_of(name, value));
    for (const auto& [column, values] : *table) {
      RowCondition condition{.column = column, .values = {}};
      TRY(const auto texts, texts_of(column, values));
      for (const auto& text : texts) condition.values.push_back(fold(text));
      conditions.push_back(std::move(condition));
    }
    return {};
  }

  Result<void> read_opening_times(const TomlValue& value) {
    TRY(const auto* table, table_of("opening_times", value));
    OpeningTimesFile times;
    std::string file;
    const std::array<std::pair<std::string_view, std::string*>, 5> places{
        {{"file", &file}, {"id", &times.id}, {"day", &times.day}, {"times", &times.times}, {"date", &times.date}}};
    for (const auto& [name, text] : *table) {
      const auto* const place = std::ranges::find(places, name, [](const auto& each) { return each.first; });
      if (place == places.end())
        return wrong(text, "'{}' is not known here; there are file, id, day, times and date", name);
      TRY_VOID(keep(*place->second, text_of(name, text)));
    }
    for (const auto& [name, text] : places) {
      if (text->empty() && name != "date") return wrong(value, "[opening_times] needs '{}'", name);
    }
    times.file = file;
    mapping_.opening_times = std::move(times);
    return {};
  }

  Result<void> read_fields(const TomlValue& value) {
    TRY(const auto* table, table_of("fields", value));
    for (const auto& [name, rule] : *table) {
      const auto match = column_called(mapping_.table, name);
      if (!match) {
        return wrong(rule, "'{}' is no field of {}; the fields are those of docs/importing.md", name,
                     to_string(mapping_.table));
      }
      TRY(auto read, read_rule(name, rule));
      read.field = match->column;
      mapping_.fields.push_back(std::move(read));
    }
    return {};
  }

  Result<FieldRule> read_rule(std::string_view name, const TomlValue& value) {
    FieldRule rule;
    if (!std::holds_alternative<TomlValue::Table>(value.value)) {
      TRY(rule.columns, texts_of(name, value));
      return rule;
    }
    for (const auto& [part, of] : std::get<TomlValue::Table>(value.value)) TRY_VOID(read_rule_part(rule, part, of));
    if (rule.columns.empty() && rule.fallback.empty()) {
      return wrong(value, "'{}' needs a column, columns or a constant", name);
    }
    return rule;
  }

  Result<void> read_rule_part(FieldRule& rule, std::string_view name, const TomlValue& value) {
    if (name == "column" || name == "columns") return keep(rule.columns, texts_of(name, value));
    if (name == "constant" || name == "default") return keep(rule.fallback, text_of(name, value));
    if (name == "join") return keep(rule.join, text_of(name, value));
    if (name == "split") return keep(rule.split, text_of(name, value));
    if (name == "part") return read_part(rule, value);
    if (name == "translate") return read_translation(rule, value);
    return wrong(value,
                 "'{}' is not known here; there are column, columns, constant, default, join, split, part and "
                 "translate",
                 name);
  }

  Result<void> read_part(FieldRule& rule, const TomlValue& value) {
    const auto* number = std::get_if<double>(&value.value);
    constexpr double kMostParts = 1000;
    if (number == nullptr || *number < 1 || *number > kMostParts) return wrong(value, "'part' must be a number from 1");
    rule.part = static_cast<std::size_t>(*number);
    return {};
  }

  Result<void> read_translation(FieldRule& rule, const TomlValue& value) {
    TRY(const auto* table, table_of("translate", value));
    for (const auto& [from, to] : *table) {
      TRY(auto text, text_of(from, to));
      rule.translate.emplace(from == "*" ? from : fold(from), std::move(text));
    }
    return {};
  }

  std::string_view file_;
  Mapping mapping_;
};

}  // namespace

Result<Mapping> mapping_from(std::string_view file, std::string_view toml) {
  TRY(const auto root, parse_toml(file, toml));
  return MappingReader(file).read(root);
}

Result<Mapping> read_mapping(const std::filesystem::path& path) {
  TRY(const auto text, read_file(path));
  TRY(auto mapping, mapping_from(path.filename().string(), text));
  if (mapping.opening_times && mapping.opening_times->file.is_relative()) {
    mapping.opening_times->file = path.parent_path() / mapping.opening_times->file;
  }
  return mapping;
}

}  // namespace nearme
