#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "service/pages/language/formats.hpp"

namespace nearme {

/// One language of the pages: its messages (messages/de.toml) and its ways to write quantities.
///
/// A message is a pattern of ICU's MessageFormat under a key of two words, "card.call". Immutable; threads: any.
class Language {
 public:
  using Messages = std::map<std::string, std::string, std::less<>>;
  using Values = std::vector<std::pair<std::string_view, std::string>>;

  /// Reads a file of messages: tables of texts. Errors: invalid_input, as "file:line: reason".
  [[nodiscard]] static Result<Language> read(std::string_view tag, std::string_view toml);

  [[nodiscard]] const std::string& tag() const { return tag_; }
  [[nodiscard]] const Formats& formats() const { return formats_; }
  [[nodiscard]] const Messages& messages() const { return messages_; }

  /// A message with its places filled: `say("chip.near", {{"place", "Leeds"}})`. An unknown key is its own message.
  [[nodiscard]] std::string say(std::string_view key, const Values& values = {}) const;

  /// The same for a message that depends on a number, its place `count`: "1 place", "41 places".
  [[nodiscard]] std::string count(std::string_view key, std::uint64_t count, const Values& values = {}) const;

 private:
  Language(std::string_view tag, Messages messages) : tag_(tag), messages_(std::move(messages)), formats_(tag) {}

  std::string tag_;
  Messages messages_;
  Formats formats_;
};

/// A pattern of plain places with each of them replaced: "near {place}" by what `value_of("place")` gives.
std::string replace_places(std::string_view pattern, const std::function<std::string(std::string_view)>& value_of);

}  // namespace nearme
