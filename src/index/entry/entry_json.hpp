#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace nearme {

/// Writes JSON from front to back, without a tree in memory: each value is named (or an element of the list that was
/// opened last), commas come by themselves. Texts that are no UTF-8 have their wrong bytes replaced by U+FFFD.
class EntryJson {
 public:
  EntryJson& open_object();
  EntryJson& close_object();
  EntryJson& open_list();
  EntryJson& close_list();

  /// The name of the value that follows; plain letters only.
  EntryJson& name(std::string_view name);

  EntryJson& text(std::string_view text);
  EntryJson& number(std::int64_t number);
  EntryJson& number(double number);  ///< in as few digits as give it back; whole ones end in ".0"
  EntryJson& truth();

  /// A named text, unless it is empty.
  void put(std::string_view field, std::string_view value);

  [[nodiscard]] std::string take() && { return std::move(written_); }

 private:
  void begin_value();
  EntryJson& close(char bracket);

  std::string written_;
  bool needs_comma_ = false;
};

}  // namespace nearme
