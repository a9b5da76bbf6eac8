#include "intake/json_lines.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "intake/parse_json.hpp"

namespace nearme {
namespace {

constexpr std::size_t kLongestValue = std::size_t{64} * 1024 * 1024;

Result<void> visit(std::uint64_t line, std::string_view text, const JsonVisitor& visitor) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  line += static_cast<std::uint64_t>(std::ranges::count(text.substr(0, begin), '\n'));
  const auto value = parse_json(text);
  if (value) return visitor.on_value(line, *value);
  visitor.on_broken(line, fmt::format("the line is not JSON (column {}: {})", value.error().byte, value.error().words),
                    text.substr(begin));
  return {};
}

}  // namespace

Result<void> read_json_lines(const NextText& next_text, char separator, const JsonVisitor& visitor) {
  std::string text;
  std::uint64_t line = 1;
  while (true) {
    TRY(const auto more, next_text());
    const auto searched = text.size();
    text += more;
    std::size_t begin = 0;
    for (auto end = text.find(separator, searched); end != std::string::npos; end = text.find(separator, begin)) {
      const auto value = std::string_view(text).substr(begin, end - begin);
      TRY_VOID(visit(line, value, visitor));
      line += static_cast<std::uint64_t>(std::ranges::count(value, '\n')) + (separator == '\n' ? 1 : 0);
      begin = end + 1;
    }
    text.erase(0, begin);
    if (more.empty()) return visit(line, text, visitor);
    if (text.size() > kLongestValue) {
      return fail(ErrorKind::corrupt, "the JSON value that begins on line {} is longer than {} MiB", line,
                  kLongestValue / (1024 * 1024));
    }
  }
}

}  // namespace nearme
