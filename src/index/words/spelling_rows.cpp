#include "index/words/spelling_rows.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace nearme {
namespace {

struct Letter {
  char32_t point = 0;
  std::size_t end = 0;  ///< in bytes
};

/// The letter at byte `start`: as long as its first byte promises and the text allows. Its bytes are its number: all
/// that matters here is which letters are the same.
Letter letter_at(std::string_view utf8, std::size_t start) {
  const auto first = static_cast<unsigned char>(utf8[start]);
  const std::size_t promised = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  Letter letter{.point = 0, .end = std::min(start + promised, utf8.size())};
  for (std::size_t i = start; i < letter.end; ++i)
    letter.point = letter.point << 8 | static_cast<unsigned char>(utf8[i]);
  return letter;
}

}  // namespace

std::u32string to_code_points(std::string_view utf8) {
  std::u32string points;
  for (std::size_t start = 0; start < utf8.size();) {
    const Letter letter = letter_at(utf8, start);
    points.push_back(letter.point);
    start = letter.end;
  }
  return points;
}

SpellingRows::SpellingRows(std::u32string searched, int most)
    : searched_(std::move(searched)), most_(most), rows_(searched_.size() + 1), least_{0} {
  std::iota(rows_.begin(), rows_.end(), 0);
}

void SpellingRows::spell(std::string_view word) {
  const auto shared = static_cast<std::size_t>(std::ranges::mismatch(word, word_).in1 - word.begin());
  while (ends_.back() > shared) ends_.pop_back();
  letters_.resize(letters());
  least_.resize(letters() + 1);
  word_ = word;
  while (ends_.back() < word.size() && !is_hopeless()) {
    const Letter letter = letter_at(word, ends_.back());
    append(letter.point);
    ends_.push_back(letter.end);
  }
}

void SpellingRows::append(char32_t letter) {
  const std::size_t width = searched_.size() + 1;
  const std::size_t number = letters() + 1;
  if (rows_.size() < (number + 1) * width) rows_.resize((number + 1) * width);
  int* const current = rows_.data() + number * width;
  const int* const above = current - width;
  current[0] = above[0] + 1;
  int least = current[0];
  for (std::size_t i = 1; i < width; ++i) {
    const int replaced = above[i - 1] + (searched_[i - 1] == letter ? 0 : 1);
    current[i] = std::min({replaced, above[i] + 1, current[i - 1] + 1});
    const bool swapped = i > 1 && number > 1 && searched_[i - 1] == letters_.back() && searched_[i - 2] == letter;
    if (swapped) current[i] = std::min(current[i], row(number - 2)[i - 2] + 1);
    least = std::min(least, current[i]);
  }
  letters_.push_back(letter);
  least_.push_back(least);
}

bool SpellingRows::is_hopeless() const {
  // A later row grows out of the last one, or out of the one before it by a swap, which costs one.
  if (least_.back() <= most_) return false;
  return least_.size() < 2 || least_[least_.size() - 2] + 1 > most_;
}

}  // namespace nearme
