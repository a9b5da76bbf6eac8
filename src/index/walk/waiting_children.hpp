#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace nearme {

/// Those children of a node that have not been looked at, handed out best first.
///
/// Each is kept as one whole number whose order is that of the bounds and whose last six bits are the child's: the
/// greatest of 64 such numbers is found without a branch. A bound loses six bits by it and becomes greater by at most a
/// part in 100,000, never less.
class WaitingChildren {
 public:
  /// The children `among`, with an upper bound each of what their sites may score.
  WaitingChildren(std::span<const float, 64> bounds, std::uint64_t among);

  [[nodiscard]] bool empty() const { return greatest_ == kNone; }
  /// The bound of the best of them. Only where there is one.
  [[nodiscard]] float bound() const;
  /// The best of them. Only where there is one.
  [[nodiscard]] int next() const;
  /// Hands out the best one. Only where there is one.
  int take();

 private:
  static constexpr std::int32_t kNone = INT32_MIN;

  std::array<std::int32_t, 64> keys_;
  std::int32_t greatest_;
};

}  // namespace nearme
