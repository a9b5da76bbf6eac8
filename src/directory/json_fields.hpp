#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "base/result.hpp"

namespace nearme {

/// Reads the fields of one JSON object, each by its name, and keeps the first thing that is wrong: a missing object, a
/// wrong type, in the end a field that nobody asked for. After an error every read gives nothing; `finish` tells.
///
/// Errors name the field as a path from the outermost object: "offers[2].price". The object, the object around it and
/// the names, literals as a rule, must outlive the reader.
class JsonFields {
 public:
  explicit JsonFields(const JsonValue& object) : JsonFields(object, nullptr, {}, std::nullopt) {}

  /// Of an object that is a field of `outer`, or an entry of one of its lists.
  JsonFields(const JsonValue& object, const JsonFields& outer, std::string_view name,
             std::optional<std::size_t> entry = std::nullopt)
      : JsonFields(object, &outer, name, entry) {}

  /// A missing field is empty, absent or false; null is a wrong type.
  std::string text(std::string_view name);
  std::optional<double> number(std::string_view name);
  std::optional<std::uint64_t> count(std::string_view name);
  bool flag(std::string_view name);
  std::vector<std::string> texts(std::string_view name);

  /// The field itself, if it is there: for objects and lists with readers of their own.
  std::optional<JsonValue> field(std::string_view name);

  /// The same, where only a list will do.
  std::optional<JsonValue> list(std::string_view name);

  /// Notes an error at a field, unless there is one already.
  void refuse(std::string_view name, std::string message);
  void refuse(const Error& error);

  /// The path of a field, as errors write it.
  [[nodiscard]] std::string path_of(std::string_view name) const;

  /// Errors: the first that was met so far.
  [[nodiscard]] Result<void> so_far() const;

  /// Errors: the first that was met, else the first field of the object that was never asked for.
  [[nodiscard]] Result<void> finish() const;

 private:
  JsonFields(const JsonValue& object, const JsonFields* outer, std::string_view name, std::optional<std::size_t> entry);

  /// Its own path; empty for the outermost object.
  [[nodiscard]] std::string path() const;

  JsonValue object_;
  const JsonFields* outer_;  ///< with the two that follow, what errors are told by
  std::string_view name_;
  std::optional<std::size_t> entry_;
  std::vector<bool> asked_;  ///< of each field of the object, whether anybody did
  std::optional<Error> error_;
};

/// A list of ids from a list of texts.
template <class Id>
std::vector<Id> ids_from(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

/// Adds a field unless it is empty.
void write_text(nlohmann::json& json, const char* name, std::string_view text);

/// Adds a list of texts or ids unless it is empty.
void write_list(nlohmann::json& json, const char* name, const std::vector<std::string>& texts);

template <class Id>
void write_list(nlohmann::json& json, const char* name, const std::vector<Id>& ids) {
  std::vector<std::string> texts;
  texts.reserve(ids.size());
  for (const auto& id : ids) texts.push_back(id.text());
  write_list(json, name, texts);
}

}  // namespace nearme
