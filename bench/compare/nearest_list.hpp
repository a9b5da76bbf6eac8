#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace nearme {

/// A row of a table and how it stands: the smaller the better.
struct Ranked {
  double rank = 0;
  std::uint32_t site = 0;

  friend auto operator<=>(const Ranked&, const Ranked&) = default;
};

/// Leaves the `limit` best, best first.
inline void keep_best(std::vector<Ranked>& rows, std::size_t limit) {
  const auto kept = std::min(limit, rows.size());
  std::ranges::partial_sort(rows, rows.begin() + static_cast<std::ptrdiff_t>(kept));
  rows.resize(kept);
}

/// Puts a row where it belongs in a sorted list of at most `limit`.
inline void insert_ranked(std::vector<Ranked>& rows, Ranked row, std::size_t limit) {
  rows.insert(std::ranges::upper_bound(rows, row), row);
  if (rows.size() > limit) rows.pop_back();
}

}  // namespace nearme
