#include "index/entry/entry_json.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <nlohmann/json.hpp>

namespace nearme {
namespace {

constexpr std::size_t kUsualLength = 1024;

/// Letters that JSON writes as they are; others are left to the library.
bool is_plain(char letter) { return letter >= 0x20 && letter < 0x7f && letter != '"' && letter != '\\'; }

}  // namespace

void EntryJson::begin_value() {
  if (written_.empty()) written_.reserve(kUsualLength);
  if (needs_comma_) written_ += ',';
  needs_comma_ = true;
}

EntryJson& EntryJson::open_object() {
  begin_value();
  written_ += '{';
  needs_comma_ = false;
  return *this;
}

EntryJson& EntryJson::open_list() {
  begin_value();
  written_ += '[';
  needs_comma_ = false;
  return *this;
}

EntryJson& EntryJson::close_object() { return close('}'); }
EntryJson& EntryJson::close_list() { return close(']'); }

EntryJson& EntryJson::close(char bracket) {
  written_ += bracket;
  needs_comma_ = true;
  return *this;
}

EntryJson& EntryJson::name(std::string_view name) {
  begin_value();
  written_.append("\"").append(name).append("\":");
  needs_comma_ = false;
  return *this;
}

EntryJson& EntryJson::text(std::string_view text) {
  begin_value();
  if (std::ranges::all_of(text, is_plain)) {
    written_.append("\"").append(text).append("\"");
  } else {
    written_ += nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  return *this;
}

EntryJson& EntryJson::number(std::int64_t number) {
  begin_value();
  written_ += std::to_string(number);
  return *this;
}

EntryJson& EntryJson::number(double number) {
  begin_value();
  std::array<char, 32> digits;
  const char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
  written_ += written;
  if (written.find_first_of(".e") == std::string_view::npos) written_ += ".0";
  return *this;
}

EntryJson& EntryJson::truth() {
  begin_value();
  written_ += "true";
  return *this;
}

void EntryJson::put(std::string_view field, std::string_view value) {
  if (!value.empty()) name(field).text(value);
}

}  // namespace nearme
