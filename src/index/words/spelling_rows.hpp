#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// The rows of an edit-distance table (optimal string alignment) between one searched word and a word that is spelled
/// letter by letter. Words that share a beginning share its rows: step back to it and go on from there.
class SpellingRows {
 public:
  SpellingRows(std::u32string searched, int most);

  /// Keeps the rows of the first `letters` letters.
  void step_back_to(std::size_t letters);
  void append(char32_t letter);

  [[nodiscard]] std::size_t letters() const { return spelled_.size(); }
  /// Whether no word that begins with the letters so far can be near enough.
  [[nodiscard]] bool is_hopeless() const;
  /// The edits between the searched word and the letters so far.
  [[nodiscard]] int edits() const { return rows_.back().back(); }

 private:
  using Row = std::vector<int>;

  std::u32string searched_;
  int most_;
  std::u32string spelled_;
  std::vector<Row> rows_;   ///< rows_[i]: after i letters
  std::vector<int> least_;  ///< the least number of each row
};

/// The code points of some UTF-8; a byte that fits nowhere counts as a letter of its own.
std::u32string to_code_points(std::string_view utf8);

/// How many bytes the first `letters` code points take, in the same reading.
std::size_t bytes_of_letters(std::string_view utf8, std::size_t letters);

}  // namespace nearme
