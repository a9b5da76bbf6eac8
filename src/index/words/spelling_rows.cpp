#include "index/words/spelling_rows.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace nearme {
namespace {

/// How many bytes the code point at `start` takes, as its first byte promises and the text allows.
std::size_t bytes_of_letter(std::string_view utf8, std::size_t start) {
  const auto first = static_cast<unsigned char>(utf8[start]);
  const std::size_t promised = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return std::min(promised, utf8.size() - start);
}

}  // namespace

std::u32string to_code_points(std::string_view utf8) {
  std::u32string points;
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t bytes = bytes_of_letter(utf8, i);
    char32_t point = 0;
    for (std::size_t k = 0; k < bytes; ++k) point = point << 8 | static_cast<unsigned char>(utf8[i + k]);
    points.push_back(point);
    i += bytes;
  }
  return points;
}

std::size_t bytes_of_letters(std::string_view utf8, std::size_t letters) {
  std::size_t bytes = 0;
  for (; letters > 0 && bytes < utf8.size(); --letters) bytes += bytes_of_letter(utf8, bytes);
  return bytes;
}

SpellingRows::SpellingRows(std::u32string searched, int most) : searched_(std::move(searched)), most_(most) {
  Row first(searched_.size() + 1);
  std::iota(first.begin(), first.end(), 0);
  rows_.push_back(std::move(first));
  least_.push_back(0);
}

void SpellingRows::step_back_to(std::size_t letters) {
  spelled_.resize(letters);
  rows_.resize(letters + 1);
  least_.resize(letters + 1);
}

void SpellingRows::append(char32_t letter) {
  const Row& above = rows_.back();
  Row row(above.size());
  row[0] = above[0] + 1;
  for (std::size_t i = 1; i < row.size(); ++i) {
    const int replaced = above[i - 1] + (searched_[i - 1] == letter ? 0 : 1);
    row[i] = std::min({replaced, above[i] + 1, row[i - 1] + 1});
    const bool swapped =
        i > 1 && !spelled_.empty() && searched_[i - 1] == spelled_.back() && searched_[i - 2] == letter;
    if (swapped) row[i] = std::min(row[i], rows_[rows_.size() - 2][i - 2] + 1);
  }
  spelled_.push_back(letter);
  least_.push_back(*std::ranges::min_element(row));
  rows_.push_back(std::move(row));
}

bool SpellingRows::is_hopeless() const {
  // A later row grows out of the last one, or out of the one before it by a swap, which costs one.
  if (least_.back() <= most_) return false;
  return least_.size() < 2 || least_[least_.size() - 2] + 1 > most_;
}

}  // namespace nearme
