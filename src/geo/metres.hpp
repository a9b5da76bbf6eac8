#pragma once

#include <compare>

namespace nearme {

/// A length on the ground. Made by name, so that a bare number never stands for one.
class Metres {
 public:
  constexpr Metres() = default;
  constexpr explicit Metres(double count) : count_(count) {}
  [[nodiscard]] static constexpr Metres from_kilometres(double kilometres) { return Metres{kilometres * 1000}; }

  [[nodiscard]] constexpr double count() const { return count_; }
  [[nodiscard]] constexpr double kilometres() const { return count_ / 1000; }

  friend constexpr auto operator<=>(Metres, Metres) = default;

 private:
  double count_ = 0;
};

}  // namespace nearme
