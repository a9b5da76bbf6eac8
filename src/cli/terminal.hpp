#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nearme {

/// What a piece of terminal output means; colour is only for state.
enum class Tone : std::uint8_t { plain, strong, secondary, good, caution };

/// How to write to a stream: with colours on a terminal that has them (and NO_COLOR is not set), plain when piped.
class Terminal {
 public:
  /// Looks at the standard output.
  static Terminal of_output();
  /// Looks at the standard error stream, where progress goes.
  static Terminal of_errors();

  [[nodiscard]] bool is_interactive() const { return is_interactive_; }
  [[nodiscard]] bool has_colours() const { return has_colours_; }

  [[nodiscard]] std::string paint(std::string_view text, Tone tone) const;

 private:
  explicit Terminal(int descriptor);

  bool is_interactive_;
  bool has_colours_;
};

/// The number of columns that a text takes on a terminal: wide characters count twice, combining ones not at all.
std::size_t columns_of(std::string_view utf8);

/// `left` and `right` on one line of `width` columns; two spaces apart when they do not fit.
std::string line_of(std::string_view left, std::string_view right, std::size_t width);

constexpr std::size_t kTerminalWidth = 80;

}  // namespace nearme
