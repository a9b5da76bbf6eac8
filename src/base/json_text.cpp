#include "base/json_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/json.hpp"

namespace nearme {
namespace {

/// Between these bounds numbers are written without an exponent.
constexpr double kLeastPlain = 1e-4;
constexpr double kMostPlain = 1e15;

constexpr std::size_t kLongestNumber = 40;

/// A letter that stands in JSON as it is and needs no look at its neighbours.
bool is_plain(char letter) { return letter >= ' ' && letter < '\x7f' && letter != '"' && letter != '\\'; }

}  // namespace

void JsonText::key(std::string_view name) {
  separate();
  text_.append("\"").append(name).append("\":");
  needs_comma_ = false;
}

void JsonText::value(std::string_view text) {
  separate();
  if (std::ranges::all_of(text, is_plain)) {
    text_.append("\"").append(text).append("\"");
  } else {
    text_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
}

void JsonText::value(double number) {
  const double size = std::abs(number);
  if (size != 0 && (size < kLeastPlain || size >= kMostPlain)) return raw(nlohmann::json(number).dump());
  separate();
  std::array<char, kLongestNumber> digits{};
  const auto written = std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed);
  const std::string_view plain{digits.data(), written.ptr};
  text_.append(plain);
  // A number that could have a fraction is written so, even when it is whole.
  if (plain.find('.') == std::string_view::npos) text_.append(".0");
}

void JsonText::field_unless_empty(std::string_view name, std::string_view text) {
  if (!text.empty()) field(name, text);
}

void JsonText::integer(std::int64_t number) {
  separate();
  std::array<char, kLongestNumber> digits{};
  text_.append(digits.data(), std::to_chars(digits.begin(), digits.end(), number).ptr);
}

void JsonText::raw(std::string_view json) {
  separate();
  text_.append(json);
}

void JsonText::reopen_object(std::string_view json) {
  raw(json.substr(0, json.size() - 1));
  needs_comma_ = json.size() > 2;
}

void JsonText::open(char bracket) {
  separate();
  text_.push_back(bracket);
  needs_comma_ = false;
}

void JsonText::close(char bracket) {
  text_.push_back(bracket);
  needs_comma_ = true;
}

void JsonText::separate() {
  if (needs_comma_) text_.push_back(',');
  needs_comma_ = true;
}

}  // namespace nearme
