#include "search/plan/cursor.hpp"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/checksum.hpp"
#include "base/result.hpp"

namespace nearme {
namespace {

constexpr char kSeparator = '.';
constexpr std::size_t kNumbers = 5;
constexpr std::size_t kTexts = 2;

/// Stands for a cursor without a distance that counts as near.
constexpr double kNoNear = 0;

std::string hex_of_text(std::string_view text) {
  std::string hex;
  for (const char c : text) hex += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return hex;
}

std::optional<std::uint64_t> number_from_hex(std::string_view hex) {
  std::uint64_t number = 0;
  const auto [stop, failure] = std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  if (failure != std::errc{} || stop != hex.data() + hex.size()) return std::nullopt;
  return number;
}

std::optional<std::string> text_from_hex(std::string_view hex) {
  if (hex.size() % 2 != 0) return std::nullopt;
  std::string text;
  for (std::size_t i = 0; i < hex.size(); i += 2) {
    const auto byte = number_from_hex(hex.substr(i, 2));
    if (!byte) return std::nullopt;
    text += static_cast<char>(*byte);
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto end = text.find(kSeparator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// A checksum is no secret: anybody can make one. What no answer hands out is not worked with.
bool is_plausible(const Cursor& cursor) {
  static constexpr Instant kEarliest{std::chrono::sys_days{std::chrono::year{1970} / 1 / 1}};
  static constexpr Instant kLatest{std::chrono::sys_days{std::chrono::year{3000} / 1 / 1}};
  const bool is_finite = std::isfinite(cursor.score) && std::isfinite(cursor.chord_squared) &&
                         (!cursor.near || std::isfinite(cursor.near->count()));
  return is_finite && cursor.moment >= kEarliest && cursor.moment < kLatest;
}

}  // namespace

std::string to_text(const Cursor& cursor) {
  const auto body =
      fmt::format("{:x}.{:x}.{:x}.{:x}.{:x}.{}.{}", cursor.question,
                  static_cast<std::uint64_t>(cursor.moment.time_since_epoch().count()),
                  std::bit_cast<std::uint64_t>(cursor.near ? cursor.near->count() : kNoNear),
                  std::bit_cast<std::uint64_t>(cursor.score), std::bit_cast<std::uint64_t>(cursor.chord_squared),
                  hex_of_text(cursor.id), hex_of_text(cursor.name));
  return body + kSeparator + to_hex(checksum(body));
}

Result<Cursor> cursor_from(std::string_view text) {
  const auto damaged = [] {
    return fail_parameter("cursor", "cursor is damaged; take it unchanged from 'next' of an answer");
  };
  const auto end_of_body = text.rfind(kSeparator);
  if (end_of_body == std::string_view::npos) return damaged();
  const auto body = text.substr(0, end_of_body);
  if (text.substr(end_of_body + 1) != to_hex(checksum(body))) return damaged();
  const auto parts = split(body);
  if (parts.size() != kNumbers + kTexts) return damaged();
  std::array<std::uint64_t, kNumbers> numbers{};
  for (std::size_t i = 0; i < kNumbers; ++i) {
    const auto number = number_from_hex(parts[i]);
    if (!number) return damaged();
    numbers[i] = *number;
  }
  auto id = text_from_hex(parts[kNumbers]);
  auto name = text_from_hex(parts[kNumbers + 1]);
  if (!id || !name) return damaged();
  const auto near = std::bit_cast<double>(numbers[2]);
  Cursor cursor{.question = numbers[0],
                .moment = Instant{std::chrono::seconds{static_cast<std::int64_t>(numbers[1])}},
                .near = near > 0 ? std::optional{Metres{near}} : std::nullopt,
                .score = std::bit_cast<double>(numbers[3]),
                .chord_squared = std::bit_cast<double>(numbers[4]),
                .id = *std::move(id),
                .name = *std::move(name)};
  if (!is_plausible(cursor)) return damaged();
  return cursor;
}

}  // namespace nearme
