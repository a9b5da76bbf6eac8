#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/understand/question.hpp"
#include "text/tokens.hpp"

namespace nearme {

/// Words [begin, end) of a question.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
};

/// A question being read: its words, which of them have been explained so far, and what they were found to say. The
/// readers take turns with it; what one has explained the next ones leave alone.
class QuestionWords {
 public:
  /// Words behind these are not read, and a hint says so: no person writes so many.
  static constexpr std::size_t kMostWords = 64;

  /// The text must outlive it.
  explicit QuestionWords(std::string_view text);

  Question question;

  /// Where a place is likely to begin, because of what stands before it: "5 miles from".
  std::optional<std::size_t> place_expected;

  [[nodiscard]] std::string_view text() const { return text_; }
  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] std::size_t size() const { return tokens_.size(); }
  [[nodiscard]] bool is_explained(std::size_t at) const { return explained_[at]; }
  [[nodiscard]] bool is_unexplained(Run run) const;

  /// The word at `at` as long as nothing has explained it; else empty, as behind the end.
  [[nodiscard]] std::string_view word(std::size_t at) const;

  /// What stands in the text between two neighbouring words.
  [[nodiscard]] std::string_view between(std::size_t at, std::size_t next) const;

  [[nodiscard]] std::string_view text_of(Run run) const;
  [[nodiscard]] std::string joined(Run run) const;  ///< the folded words without spaces

  void explain(Run run, std::string_view meaning, std::string_view value);
  [[nodiscard]] bool has_place() const;

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  std::vector<bool> explained_;
};

}  // namespace nearme
