#include "text/edit_distance.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory_resource>
#include <string>
#include <vector>

#include <unicode/utf8.h>

namespace nearme {
namespace {

using Letters = std::u32string_view;

/// Room for the letters and rows of usual words without asking the heap, which would cost more than the comparison.
struct Scratch {
  std::array<std::byte, 2048> room;
  std::pmr::monotonic_buffer_resource memory{room.data(), room.size()};
};

std::pmr::u32string to_letters(std::string_view utf8, Scratch& scratch) {
  std::pmr::u32string letters(&scratch.memory);
  letters.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(utf8.data(), i, utf8.size(), code_point);
    letters.push_back(static_cast<char32_t>(code_point));
  }
  return letters;
}

/// Takes off what both begin and end with: it costs no edit.
void drop_common_ends(Letters& a, Letters& b) {
  const auto prefix = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  a.remove_prefix(prefix);
  b.remove_prefix(prefix);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

/// Three rows of the table of distances between the beginnings of `a` and of `b`, filled only `most` cells to either
/// side of the diagonal: what lies further off costs more than `most`.
class BandedTable {
 public:
  BandedTable(Letters a, Letters b, int most, Scratch& scratch)
      : a_(a),
        b_(b),
        band_(static_cast<std::size_t>(most)),
        too_far_(most + 1),
        row_(b.size() + 1, too_far_, &scratch.memory),
        above_(row_, &scratch.memory),
        two_above_(row_, &scratch.memory) {
    for (std::size_t j = 0; j <= std::min(band_, b.size()); ++j) row_[j] = static_cast<int>(j);
  }

  int distance() {
    for (std::size_t i = 1; i <= a_.size(); ++i) {
      std::swap(two_above_, above_);
      std::swap(above_, row_);
      if (fill_row(i) >= too_far_) return too_far_;
    }
    return row_.back();
  }

 private:
  /// Gives the least distance in the row.
  int fill_row(std::size_t i) {
    const std::size_t first = i > band_ ? i - band_ : 0;
    const std::size_t last = std::min(b_.size(), i + band_);
    if (first > 0) row_[first - 1] = too_far_;
    if (last < b_.size()) row_[last + 1] = too_far_;
    int least = too_far_;
    for (std::size_t j = first; j <= last; ++j) least = std::min(least, row_[j] = cell(i, j));
    return least;
  }

  [[nodiscard]] int cell(std::size_t i, std::size_t j) const {
    if (j == 0) return std::min(static_cast<int>(i), too_far_);
    const int replaced = above_[j - 1] + (a_[i - 1] == b_[j - 1] ? 0 : 1);
    int least = std::min({replaced, above_[j] + 1, row_[j - 1] + 1, too_far_});
    if (i > 1 && j > 1 && a_[i - 1] == b_[j - 2] && a_[i - 2] == b_[j - 1]) {
      least = std::min(least, two_above_[j - 2] + 1);
    }
    return least;
  }

  Letters a_;
  Letters b_;
  std::size_t band_;
  int too_far_;
  std::pmr::vector<int> row_;
  std::pmr::vector<int> above_;
  std::pmr::vector<int> two_above_;
};

}  // namespace

std::optional<int> edit_distance(std::string_view a, std::string_view b, int most) {
  if (most < 0) return std::nullopt;
  Scratch scratch;
  const auto letters_of_a = to_letters(a, scratch);
  const auto letters_of_b = to_letters(b, scratch);
  Letters rest_of_a = letters_of_a;
  Letters rest_of_b = letters_of_b;
  drop_common_ends(rest_of_a, rest_of_b);
  const auto longer = std::max(rest_of_a.size(), rest_of_b.size());
  const auto shorter = std::min(rest_of_a.size(), rest_of_b.size());
  if (longer - shorter > static_cast<std::size_t>(most)) return std::nullopt;
  const auto reachable = static_cast<int>(std::min(static_cast<std::size_t>(most), longer));
  const int distance = BandedTable(rest_of_a, rest_of_b, reachable, scratch).distance();
  return distance <= reachable ? std::optional(distance) : std::nullopt;
}

int edits_allowed(std::size_t letters) {
  constexpr std::size_t kShort = 3;
  constexpr std::size_t kMiddling = 7;
  if (letters <= kShort) return 0;
  return letters <= kMiddling ? 1 : 2;
}

}  // namespace nearme
