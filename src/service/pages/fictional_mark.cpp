#include "service/pages/fictional_mark.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/json.hpp"

namespace nearme {
namespace {

constexpr std::string_view kMark = "(fictional)";

/// The fields in which readers see their own words again.
constexpr std::array<std::string_view, 4> kTyped{"question", "kept", "hidden", "near_asked"};

void replace_mark(nlohmann::json& value, const std::string& mark) {
  if (value.is_string()) {
    auto& text = value.get_ref<std::string&>();
    for (auto at = text.find(kMark); at != std::string::npos; at = text.find(kMark, at + mark.size()))
      text.replace(at, kMark.size(), mark);
  } else if (value.is_array()) {
    for (auto& item : value) replace_mark(item, mark);
  } else if (value.is_object()) {
    for (auto& [name, item] : value.items()) {
      if (std::ranges::find(kTyped, name) == kTyped.end()) replace_mark(item, mark);
    }
  }
}

}  // namespace

void say_fictional_mark(nlohmann::json& view, const Language& language) {
  replace_mark(view, "(" + language.say("card.fictional") + ")");
}

}  // namespace nearme
