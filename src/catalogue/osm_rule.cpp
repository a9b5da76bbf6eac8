#include "catalogue/osm_rule.hpp"

#include <algorithm>

namespace nearme {
namespace {

bool is_tag_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_' || letter == ':' ||
         letter == '-';
}

bool is_tag_word(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_tag_letter); }

}  // namespace

std::optional<OsmRule> parse_osm_rule(std::string_view text) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto key = text.substr(0, equals);
  const auto value = text.substr(equals + 1);
  if (!is_tag_word(key) || value == "no") return std::nullopt;
  if (value == "*") return OsmRule{.key = key, .value = {}};
  if (!is_tag_word(value)) return std::nullopt;
  return OsmRule{.key = key, .value = value};
}

}  // namespace nearme
