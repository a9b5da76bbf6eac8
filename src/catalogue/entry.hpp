#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/result.hpp"
#include "catalogue/toml_value.hpp"

namespace nearme {

/// One table of a catalogue file, read field by field. Every error begins with the file and the line, and says what
/// would be right.
///
/// The `take` family fills its target when the table states the field and leaves it alone when not: so a later file
/// overrides only what it states. The value and the file's name must outlive the entry.
class Entry {
 public:
  /// Precondition: the value is a table.
  Entry(std::string_view file, const TomlValue& table) : file_(file), table_(&table) {}

  /// "treatments.toml:12", for messages.
  [[nodiscard]] std::string where() const;
  [[nodiscard]] std::unexpected<Error> wrong(std::string_view reason) const;
  /// The same with the line of one of its fields, where it states that.
  [[nodiscard]] std::unexpected<Error> wrong_in(std::string_view key, std::string_view reason) const;

  /// A key that is not among these is an error that lists them.
  [[nodiscard]] Result<void> allow_only(std::initializer_list<std::string_view> keys) const;

  /// The text that must be there, and not be empty.
  [[nodiscard]] Result<std::string> text(std::string_view key) const;
  /// The same for an id: kebab case.
  [[nodiscard]] Result<std::string> id(std::string_view key) const;

  [[nodiscard]] Result<void> take(std::string_view key, std::string& text) const;
  [[nodiscard]] Result<void> take(std::string_view key, double& number) const;
  [[nodiscard]] Result<void> take(std::string_view key, std::vector<std::string>& texts) const;
  template <class Tag>
  [[nodiscard]] Result<void> take(std::string_view key, std::vector<Id<Tag>>& ids) const;

  /// Adds the texts of a table `{ en = "...", de = "..." }`, over those of the same key.
  [[nodiscard]] Result<void> take(std::string_view key, std::map<std::string, std::string>& texts) const;

  /// The tables of a list of tables; none when the field is not stated.
  [[nodiscard]] Result<std::vector<Entry>> entries(std::string_view key) const;
  [[nodiscard]] bool states(std::string_view key) const { return field(key) != nullptr; }

 private:
  [[nodiscard]] const TomlValue* field(std::string_view key) const;
  [[nodiscard]] std::unexpected<Error> wrong_at(const TomlValue& value, std::string_view reason) const;

  std::string_view file_;
  const TomlValue* table_;
};

/// Whether this is lower-case words of letters and digits, joined by single hyphens: "rf-micro-needling".
bool is_kebab_case(std::string_view text);

template <class Tag>
Result<void> Entry::take(std::string_view key, std::vector<Id<Tag>>& ids) const {
  if (!states(key)) return {};
  std::vector<std::string> texts;
  TRY_VOID(take(key, texts));
  ids.clear();
  for (const auto& text : texts) ids.emplace_back(text);
  return {};
}

}  // namespace nearme
