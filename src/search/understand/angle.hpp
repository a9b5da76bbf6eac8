#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nearme {

/// How an angle was written: what tells it from any other number.
struct WrittenAngle {
  double degrees = 0;      ///< with its sign, or by its letter: S and W are below zero
  char letter = 0;         ///< N, S, E or W; 0: none
  bool is_marked = false;  ///< by a sign of degrees or minutes
  bool is_signed = false;
  int decimals = 0;     ///< behind the point of its last part
  int parts = 1;        ///< degrees; minutes; seconds
  std::size_t end = 0;  ///< behind its last byte
  std::string fault;    ///< what is wrong with it, though it is one; empty: nothing

  [[nodiscard]] bool is_longitude() const { return letter == 'E' || letter == 'W'; }
};

/// The mark between the whole part of a number and its decimals.
enum class DecimalMark : char { point = '.', comma = ',' };

/// Reads "51.5", "-0.12", "51.5°N", "N 51° 30.5'", "51°30′26″ N", "51 30 26 N" at `begin`; the letter may stand before
/// or behind. None when no angle stands there.
std::optional<WrittenAngle> read_angle(std::string_view text, std::size_t begin, DecimalMark mark);

}  // namespace nearme
