#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "intake/input_file.hpp"
#include "intake/parse_json.hpp"

namespace nearme {

/// Thrown through the JSON parser, which has no other way out, and caught where it was called.
struct JsonStop {
  Error error;
};

/// The characters of a text one after the other, with their line and column, for a parser that never holds the text as
/// a whole. Throws JsonStop for errors of `next_text` and for NUL bytes, which the parser would take for the end.
class JsonCharacters {
 public:
  JsonCharacters(std::string head, const NextText& next_text)
      : head_(std::move(head)), piece_(head_), next_text_(next_text) {}
  JsonCharacters(const JsonCharacters&) = delete;
  JsonCharacters& operator=(const JsonCharacters&) = delete;

  /// Whether there is a character at all; fetches the next piece where needed.
  bool has_more() {
    if (at_ < piece_.size()) return true;
    auto more = next_text_();
    if (!more) throw JsonStop{more.error()};
    piece_ = *more;
    at_ = 0;
    return !piece_.empty();
  }

  [[nodiscard]] char current() const {
    if (piece_[at_] != '\0') return piece_[at_];
    throw JsonStop{{.kind = ErrorKind::corrupt,
                    .message = fmt::format("line {} is not JSON: there is a NUL byte in column {}", line_, column_)}};
  }
  void advance() {
    const bool is_line_end = piece_[at_] == '\n';
    line_ += is_line_end ? 1 : 0;
    column_ = is_line_end ? 1 : column_ + 1;
    ++at_;
    ++bytes_;
  }
  [[nodiscard]] std::uint64_t line() const { return line_; }
  [[nodiscard]] std::uint64_t last_column() const { return std::max<std::uint64_t>(column_, 2) - 1; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }

 private:
  std::string head_;
  std::string_view piece_;
  const NextText& next_text_;
  std::size_t at_ = 0;
  std::uint64_t bytes_ = 0;
  std::uint64_t line_ = 1;
  std::uint64_t column_ = 1;
};

/// What the JSON parser wants to read from. All iterators over one text move together.
class JsonCharacterIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = char;

  JsonCharacterIterator() = default;
  explicit JsonCharacterIterator(JsonCharacters& characters) : characters_(&characters) {}

  char operator*() const { return characters_->current(); }
  JsonCharacterIterator& operator++() {
    characters_->advance();
    return *this;
  }
  friend bool operator==(const JsonCharacterIterator& a, const JsonCharacterIterator& b) {
    return a.at_end() == b.at_end();
  }

 private:
  [[nodiscard]] bool at_end() const { return characters_ == nullptr || !characters_->has_more(); }

  JsonCharacters* characters_ = nullptr;
};

/// Keeps watch over a document while it is parsed element by element: ends it where a value is nested too deep, or so
/// long that memory would not be bounded.
class JsonWatch {
 public:
  explicit JsonWatch(const JsonCharacters& characters) : characters_(characters) {}

  /// To be told of every event, with its depth.
  void at(int depth) const {
    if (depth > kDeepestJson) stop(fmt::format("is nested more than {} levels deep", kDeepestJson));
    if (characters_.bytes() - begin_ > kLongest) stop(fmt::format("is longer than {} MiB", kLongest / (1024 * 1024)));
  }

  /// An element begins, or one has ended.
  void next() {
    begin_ = characters_.bytes();
    line_ = characters_.line();
  }
  [[nodiscard]] std::uint64_t line() const { return line_; }  ///< where the element begins

 private:
  static constexpr std::uint64_t kLongest = std::uint64_t{64} * 1024 * 1024;

  [[noreturn]] void stop(const std::string& what) const {
    throw JsonStop{
        {.kind = ErrorKind::corrupt, .message = fmt::format("the JSON value that begins on line {} {}", line_, what)}};
  }

  const JsonCharacters& characters_;
  std::uint64_t begin_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace nearme
