#pragma once

#include <functional>
#include <string_view>

#include "base/json.hpp"
#include "base/result.hpp"
#include "intake/json_characters.hpp"
#include "intake/json_lines.hpp"

namespace nearme {

/// Hands over the objects of a list of a document one by one while it is parsed, so that it is never held as a whole.
class JsonElements {
 public:
  using Json = nlohmann::json;
  using Event = Json::parse_event_t;
  /// Whether the parser shall keep what it has read.
  using Keep = std::function<bool(int depth, Event event, const Json& parsed)>;
  using Finish = std::function<Result<void>(const Json& rest)>;

  /// `not_an_object` is what is said of other elements.
  JsonElements(JsonCharacters& characters, const JsonVisitor& visitor, std::string_view not_an_object)
      : characters_(characters), visitor_(visitor), not_an_object_(not_an_object), watch_(characters) {}

  /// Parses the document and gives `finish` what was kept. Errors: corrupt, with line and column, for what is no JSON,
  /// too deep or too long; those of the visitor and of `finish`.
  Result<void> read(const Keep& keep, const Finish& finish);

  /// To be asked instead by `keep` for events at the depth of the elements.
  bool on_element(Event event, const Json& parsed);

 private:
  JsonCharacters& characters_;
  const JsonVisitor& visitor_;
  std::string_view not_an_object_;
  JsonWatch watch_;
};

}  // namespace nearme
