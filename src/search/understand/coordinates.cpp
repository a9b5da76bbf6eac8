#include "search/understand/coordinates.hpp"

#include <charconv>

namespace nearme {
namespace {

constexpr bool starts_number(char c) { return (c >= '0' && c <= '9') || c == '-' || c == '+'; }

/// Reads a number at `at` and moves behind it.
std::optional<double> take_number(std::string_view text, std::size_t& at) {
  const std::size_t begin = at < text.size() && text[at] == '+' ? at + 1 : at;
  double number = 0;
  const auto [stop, failure] =
      std::from_chars(text.data() + begin, text.data() + text.size(), number, std::chars_format::fixed);
  if (failure != std::errc{}) return std::nullopt;
  at = static_cast<std::size_t>(stop - text.data());
  return number;
}

std::optional<WrittenPosition> position_at(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  const auto lat = take_number(text, at);
  if (!lat) return std::nullopt;
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || text[at] != ',') return std::nullopt;
  ++at;
  while (at < text.size() && text[at] == ' ') ++at;
  const auto lon = take_number(text, at);
  if (!lon || text.substr(begin, at - begin).find('.') == std::string_view::npos) return std::nullopt;
  const auto position = LatLon::make({.lat = *lat, .lon = *lon});
  if (!position) return std::nullopt;
  return WrittenPosition{.position = *position, .begin = begin, .end = at};
}

}  // namespace

std::optional<WrittenPosition> find_position(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    const bool is_inside_number = begin > 0 && (starts_number(text[begin - 1]) || text[begin - 1] == '.');
    if (!starts_number(text[begin]) || is_inside_number) continue;
    if (auto found = position_at(text, begin)) {
      constexpr std::string_view kScheme = "geo:";
      const bool has_scheme = found->begin >= kScheme.size() && text.substr(0, found->begin).ends_with(kScheme);
      if (has_scheme) found->begin -= kScheme.size();
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace nearme
