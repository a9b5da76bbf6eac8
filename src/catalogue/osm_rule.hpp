#pragma once

#include <optional>
#include <string_view>

namespace nearme {

/// A rule of a kind, taken apart: `healthcare=clinic`, or `healthcare=*` with an empty value. Points into its text.
struct OsmRule {
  std::string_view key;
  std::string_view value;  ///< empty: any
};

/// How a rule is written, for messages.
inline constexpr std::string_view kOsmRuleForm =
    "write key=value or key=*, in lower case and without spaces, such as healthcare=clinic";

/// Nothing when the text is no rule. `no` is never a match, so a rule for it is none.
std::optional<OsmRule> parse_osm_rule(std::string_view text);

}  // namespace nearme
