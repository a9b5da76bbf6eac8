#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nearme {

/// Writes JSON from front to back, without a tree in memory: each value is named (or an element of the list that was
/// opened last), commas come by themselves. Texts that are no UTF-8 have their wrong bytes replaced by U+FFFD.
class JsonText {
 public:
  JsonText& open_object();
  JsonText& close_object();
  JsonText& open_list();
  JsonText& close_list();

  /// The name of the value that follows; plain letters only.
  JsonText& name(std::string_view name);

  JsonText& text(std::string_view text);
  JsonText& number(std::int64_t number);
  JsonText& number(double number);  ///< in as few digits as give it back; whole ones end in ".0"
  JsonText& truth();

  /// A named text, unless it is empty.
  void put(std::string_view field, std::string_view value);

  [[nodiscard]] std::string take() && { return std::move(written_); }

 private:
  void begin_value();
  JsonText& close(char bracket);

  std::string written_;
  bool needs_comma_ = false;
};

}  // namespace nearme
