#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace nearme {

/// Writes JSON straight into a text, without a tree of values in between: what
/// the records of an image and every answer are made with. Commas come
/// by themselves; that objects and arrays are closed as they were opened is up to the caller.
///
/// Texts are escaped as nlohmann::json does; bytes that are no UTF-8 become U+FFFD. A fraction has the fewest digits
/// that are read back as the same number.
class JsonText {
 public:
  [[nodiscard]] std::string take() { return std::move(text_); }
  void reserve(std::size_t bytes) { text_.reserve(bytes); }

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  /// The name of the value that follows; plain ASCII without quotes.
  void key(std::string_view name);

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view{text}); }
  void value(double number);  ///< finite
  void value(std::integral auto number) { integer(static_cast<std::int64_t>(number)); }
  void value(bool truth) { raw(truth ? "true" : "false"); }
  void null() { raw("null"); }
  /// A whole value that is JSON already.
  void raw(std::string_view json);

  template <class Value>
  void field(std::string_view name, const Value& written) {
    key(name);
    value(written);
  }

  /// The same of a text, unless there is none.
  void field_unless_empty(std::string_view name, std::string_view text);

  /// An object that is JSON already, left open for more fields. `json` is a whole object, written without spaces.
  void reopen_object(std::string_view json);

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void integer(std::int64_t number);

  std::string text_;
  bool needs_comma_ = false;
};

}  // namespace nearme
