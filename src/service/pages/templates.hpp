#pragma once

#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "base/result.hpp"

namespace nearme {

/// Mustache templates by name, each usable in the others as a partial: `{{>_card}}` is the template `card`. Every value
/// is escaped for HTML; the templates hold no unescaped tag. Immutable; threads: any.
class Templates {
 public:
  /// Parses each once, so that `render` cannot meet a broken one. Errors: corrupt, with the template's name and the
  /// parser's reason.
  [[nodiscard]] static Result<Templates> make(std::map<std::string, std::string> texts);

  [[nodiscard]] bool has(const std::string& name) const { return texts_.contains(name); }

  /// Fills a template with a JSON object. Beside each list stands whether it has items: `has_cards` of `cards`. Empty
  /// text, empty lists, null and false count as absent. A name that an object lacks is looked for in the objects around
  /// it. Precondition: the template exists.
  [[nodiscard]] std::string render(std::string_view name, const nlohmann::json& view) const;

 private:
  explicit Templates(std::map<std::string, std::string> texts) : texts_(std::move(texts)) {}

  std::map<std::string, std::string> texts_;
};

}  // namespace nearme
