#include "cli/terminal.hpp"

#include <cstdlib>

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unistd.h>

namespace nearme {
namespace {

constexpr std::string_view escape_of(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::strong:
      return "\x1b[1m";
    case Tone::secondary:
      return "\x1b[2m";
    case Tone::good:
      return "\x1b[32m";
    case Tone::caution:
      return "\x1b[33m";
  }
  return "";
}

std::size_t columns_of_code_point(UChar32 c) {
  const auto category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

Terminal Terminal::of_output() { return Terminal{STDOUT_FILENO}; }
Terminal Terminal::of_errors() { return Terminal{STDERR_FILENO}; }

Terminal::Terminal(int descriptor) : is_interactive_(::isatty(descriptor) == 1), has_colours_(is_interactive_) {
  const char* const kind = std::getenv("TERM");
  if (std::getenv("NO_COLOR") != nullptr || kind == nullptr || std::string_view{kind} == "dumb") has_colours_ = false;
}

std::string Terminal::paint(std::string_view text, Tone tone) const {
  const auto escape = escape_of(tone);
  if (!has_colours_ || escape.empty()) return std::string{text};
  return std::string{escape}.append(text).append("\x1b[0m");
}

std::size_t columns_of(std::string_view utf8) {
  std::size_t columns = 0;
  const auto size = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(utf8.data()), at, size, c);
    columns += columns_of_code_point(c);
  }
  return columns;
}

std::string line_of(std::string_view left, std::string_view right, std::size_t width) {
  constexpr std::size_t kLeastGap = 2;
  const auto taken = columns_of(left) + columns_of(right);
  const auto gap = taken + kLeastGap > width ? kLeastGap : width - taken;
  return std::string{left} + std::string(gap, ' ') + std::string{right};
}

}  // namespace nearme
