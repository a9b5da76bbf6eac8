#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// The rows of an edit-distance table (optimal string alignment) between one searched word and words that are spelled
/// letter by letter. Words that share a beginning share its rows: `spell` goes back to what the last word and the next
/// have in common, and on from there, until the word ends or nothing that begins so can be near enough.
///
/// The rows lie in one array that grows to the longest word and is kept. Cost of `spell`: the letters not shared, each
/// times the length of the searched word.
class SpellingRows {
 public:
  SpellingRows(std::u32string searched, int most);

  /// Spells a word, from what it shares with the one before it.
  void spell(std::string_view word);

  /// Whether no word that begins with the letters spelled can be near enough.
  [[nodiscard]] bool is_hopeless() const;
  /// The letters spelled: all of the word, or its hopeless beginning.
  [[nodiscard]] std::string_view spelled() const { return std::string_view(word_).substr(0, ends_.back()); }
  /// The edits between the searched word and the letters spelled.
  [[nodiscard]] int edits() const { return row(letters())[searched_.size()]; }

 private:
  [[nodiscard]] std::size_t letters() const { return ends_.size() - 1; }
  [[nodiscard]] const int* row(std::size_t number) const { return rows_.data() + number * (searched_.size() + 1); }
  void append(char32_t letter);

  std::u32string searched_;
  int most_;
  std::string word_;
  std::u32string letters_;
  std::vector<std::size_t> ends_{0};  ///< where each letter ends in the word, in bytes; the first stands for none
  std::vector<int> rows_;             ///< row i: after i letters
  std::vector<int> least_;            ///< the least number of each row
};

/// The code points of some UTF-8; a byte that fits nowhere counts as a letter of its own.
std::u32string to_code_points(std::string_view utf8);

}  // namespace nearme
