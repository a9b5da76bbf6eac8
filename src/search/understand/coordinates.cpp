#include "search/understand/coordinates.hpp"

#include <algorithm>
#include <array>

#include "search/understand/angle.hpp"

namespace nearme {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What stands between two angles.
enum class Divider : std::uint8_t { none, space, semicolon, comma, slash };

/// Two angles beside one another, [begin, end) in the text.
struct Pair {
  WrittenAngle first;
  WrittenAngle second;
  Divider divider = Divider::none;
  std::size_t begin = 0;

  [[nodiscard]] bool has_letters() const { return first.letter != 0 && second.letter != 0; }
  [[nodiscard]] bool is_marked() const { return first.is_marked || second.is_marked; }
};

/// Moves behind the divider and the spaces round it.
Divider take_divider(std::string_view text, std::size_t& at, Divider allowed) {
  const auto begin = at;
  const auto skip = [&] {
    while (at < text.size() && text[at] == ' ') ++at;
  };
  skip();
  const char mark = at < text.size() ? text[at] : '\0';
  const bool is_comma = mark == ',' && allowed != Divider::semicolon;
  if (is_comma || mark == ';' || (mark == '/' && allowed == Divider::slash)) {
    ++at;
    skip();
    return mark == ',' ? Divider::comma : mark == ';' ? Divider::semicolon : Divider::slash;
  }
  return at > begin ? Divider::space : Divider::none;
}

/// Whether two numbers can hardly be anything but a position.
bool is_surely_position(std::string_view text, const Pair& pair) {
  constexpr int kManyDecimals = 3;
  const bool is_precise = pair.first.decimals >= kManyDecimals && pair.second.decimals >= kManyDecimals;
  const bool has_sign = pair.first.is_signed || pair.second.is_signed;
  const bool is_signed = has_sign && pair.first.decimals > 0 && pair.second.decimals > 0;
  const auto before = text.substr(0, pair.begin);
  return is_signed || pair.is_marked() || pair.has_letters() || is_precise || before.ends_with("geo:") ||
         before.ends_with('@');
}

/// Whether two numbers are written as positions are.
bool is_position(const Pair& pair) {
  const bool has_point = pair.first.decimals > 0 || pair.second.decimals > 0;
  if (pair.is_marked()) return pair.divider != Divider::none || pair.has_letters();
  if (pair.has_letters()) return has_point || pair.first.parts > 1 || pair.second.parts > 1;
  if (pair.first.letter != 0 || pair.second.letter != 0) return false;
  if (pair.divider == Divider::space) {
    const bool is_precise = pair.first.decimals > 1 || pair.second.decimals > 1 || pair.second.is_signed;
    return pair.first.decimals > 0 && pair.second.decimals > 0 && is_precise;
  }
  return pair.divider != Divider::none && has_point;
}

Result<LatLon> position_of(const Pair& pair) {
  for (const auto* angle : {&pair.first, &pair.second}) {
    if (!angle->fault.empty()) return fail(ErrorKind::invalid_input, "{}", angle->fault);
  }
  if (pair.has_letters() && pair.first.is_longitude() == pair.second.is_longitude()) {
    return fail(ErrorKind::invalid_input, "both parts are {}; one has N or S, the other E or W",
                pair.first.is_longitude() ? "longitudes" : "latitudes");
  }
  const bool is_turned = pair.first.is_longitude() && pair.has_letters();
  const auto& lat = is_turned ? pair.second : pair.first;
  const auto& lon = is_turned ? pair.first : pair.second;
  return LatLon::make({.lat = lat.degrees, .lon = lon.degrees});
}

std::optional<Pair> pair_at(std::string_view text, std::size_t begin, DecimalMark mark, Divider allowed) {
  const auto first = read_angle(text, begin, mark);
  if (!first) return std::nullopt;
  std::size_t at = first->end;
  const auto divider = take_divider(text, at, allowed);
  const auto second = read_angle(text, at, mark);
  if (!second) return std::nullopt;
  return Pair{.first = *first, .second = *second, .divider = divider, .begin = begin};
}

/// An address or a URI round [begin, end): all of it up to the next blanks.
WrittenPosition widened(std::string_view text, WrittenPosition found) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto blank = text.find_last_of(kBlanks, found.begin);
  const auto begin = blank == std::string_view::npos ? 0 : blank + 1;
  const auto end = std::min(text.find_first_of(kBlanks, found.end), text.size());
  const auto word = text.substr(begin, end - begin);
  const bool is_address = word.find("://") != std::string_view::npos || word.starts_with("geo:") ||
                          word.starts_with('@') || word.find("map=") != std::string_view::npos;
  if (!is_address) return found;
  return {.position = found.position, .begin = begin, .end = end};
}

/// Whether an angle can begin here: not inside a number, a word or a price.
bool can_begin(std::string_view text, std::size_t at) {
  const char c = text[at];
  const bool is_sign = c == '-' || c == '+' || c == '\xE2';
  const bool is_compass = std::string_view("NSEWnsew").find(c) != std::string_view::npos;
  if (!is_digit(c) && !is_sign && !is_compass) return false;
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_digit(before) || before == '.' || before == '-' || before == '+') return false;
  constexpr std::array<std::string_view, 3> kCurrencies{"$", "£", "€"};
  const auto head = text.substr(0, at);
  return !is_letter(before) && std::ranges::none_of(kCurrencies, [&](auto sign) { return head.ends_with(sign); });
}

bool has_between_digits(std::string_view text, char mark) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == mark && is_digit(text[i - 1]) && is_digit(text[i + 1])) return true;
  }
  return false;
}

Result<std::optional<WrittenPosition>> find_with(std::string_view text, DecimalMark mark, Divider allowed) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!can_begin(text, begin)) continue;
    const auto pair = pair_at(text, begin, mark, allowed);
    if (!pair || !is_position(*pair)) continue;
    const auto position = position_of(*pair);
    if (position) return widened(text, {.position = *position, .begin = begin, .end = pair->second.end});
    if (is_surely_position(text, *pair)) {
      return fail(ErrorKind::invalid_input, "'{}' is no position: {}", text.substr(begin, pair->second.end - begin),
                  position.error().message);
    }
  }
  return std::nullopt;
}

/// "#map=15/51.5/-0.12", as OpenStreetMap's own pages have it.
Result<std::optional<WrittenPosition>> find_in_map_address(std::string_view text) {
  const auto map = text.find("map=");
  const auto slash = map == std::string_view::npos ? map : text.find('/', map);
  if (slash == std::string_view::npos) return std::nullopt;
  const auto pair = pair_at(text, slash + 1, DecimalMark::point, Divider::slash);
  if (!pair || pair->divider != Divider::slash) return std::nullopt;
  TRY(const auto position, position_of(*pair));
  return widened(text, {.position = position, .begin = slash + 1, .end = pair->second.end});
}

}  // namespace

Result<std::optional<WrittenPosition>> find_position(std::string_view text) {
  TRY(auto found, find_in_map_address(text));
  if (found) return found;
  // A comma divides the parts, or it divides decimals and a semicolon divides the parts.
  if (text.find(';') != std::string_view::npos && !has_between_digits(text, '.')) {
    TRY(found, find_with(text, DecimalMark::comma, Divider::semicolon));
    if (found) return found;
  }
  return find_with(text, DecimalMark::point, Divider::comma);
}

}  // namespace nearme
