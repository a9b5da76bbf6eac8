#include "service/http/url.hpp"

#include <algorithm>
#include <optional>

#include "text/percent_encoding.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

std::optional<unsigned> digit_of(char letter) {
  if (letter >= '0' && letter <= '9') return static_cast<unsigned>(letter - '0');
  if (letter >= 'a' && letter <= 'f') return static_cast<unsigned>(letter - 'a') + 10;
  if (letter >= 'A' && letter <= 'F') return static_cast<unsigned>(letter - 'A') + 10;
  return std::nullopt;
}

/// The byte that "%XX" at the front of `text` stands for.
std::optional<char> escaped_byte(std::string_view text) {
  if (text.size() < 3) return std::nullopt;
  const auto high = digit_of(text[1]);
  const auto low = digit_of(text[2]);
  if (!high || !low) return std::nullopt;
  return static_cast<char>(*high * 16 + *low);
}

/// Cuts `text` at the first `mark`; the mark is lost.
std::string_view take_until(std::string_view& text, char mark) {
  const auto at = std::min(text.find(mark), text.size());
  const auto taken = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return taken;
}

Result<Parameters> parse_query_string(std::string_view query) {
  Parameters parameters;
  while (!query.empty()) {
    auto piece = take_until(query, '&');
    if (piece.empty()) continue;
    TRY(auto name, percent_decode(take_until(piece, '='), Plus::is_space));
    auto value = percent_decode(piece, Plus::is_space);
    if (!value) return fail_parameter(name, "{}", value.error().message);
    parameters.emplace_back(std::move(name), *std::move(value));
  }
  return parameters;
}

/// The pieces between slashes, decoded: one empty piece for "/".
Result<std::vector<std::string>> parse_segments(std::string_view raw_path) {
  std::vector<std::string> segments;
  auto rest = raw_path.substr(1);
  for (bool more = true; more;) {
    more = rest.find('/') != std::string_view::npos;
    TRY(auto segment, percent_decode(take_until(rest, '/'), Plus::is_itself));
    segments.push_back(std::move(segment));
  }
  return segments;
}

/// Takes "http://host" off an absolute target, as proxies send it.
std::string_view without_origin(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto path = target.find_first_of("/?", scheme.size());
    return path == std::string_view::npos ? std::string_view{"/"} : target.substr(path);
  }
  return target;
}

}  // namespace

Result<std::string> percent_decode(std::string_view text, Plus plus) {
  std::string decoded;
  decoded.reserve(text.size());
  for (auto rest = text; !rest.empty(); rest.remove_prefix(1)) {
    if (rest.front() == '%') {
      const auto byte = escaped_byte(rest);
      if (!byte) return fail(ErrorKind::invalid_input, "'{}' is not a percent-encoded byte", rest.substr(0, 3));
      decoded.push_back(*byte);
      rest.remove_prefix(2);
    } else {
      decoded.push_back(rest.front() == '+' && plus == Plus::is_space ? ' ' : rest.front());
    }
  }
  if (decoded.find('\0') != std::string::npos) {
    return fail(ErrorKind::invalid_input, "'{}' holds a NUL byte", percent_encode(decoded.substr(0, 60)));
  }
  if (!is_valid_utf8(decoded)) {
    return fail(ErrorKind::invalid_input, "'{}' is not UTF-8 when its percent-encoding is undone",
                percent_encode(decoded.substr(0, 60)));
  }
  return decoded;
}

Result<Target> parse_target(std::string_view target) {
  auto rest = without_origin(target);
  rest = rest.substr(0, rest.find('#'));
  if (!rest.starts_with('/') && !rest.starts_with('?')) {
    return fail(ErrorKind::invalid_input, "the address must begin with a slash");
  }
  const auto before_query = take_until(rest, '?');
  const auto raw_path = before_query.empty() ? std::string_view{"/"} : before_query;
  TRY(auto path, percent_decode(raw_path, Plus::is_itself));
  TRY(auto segments, parse_segments(raw_path));
  TRY(auto parameters, parse_query_string(rest));
  return Target{.path = std::move(path), .segments = std::move(segments), .parameters = std::move(parameters)};
}

}  // namespace nearme
