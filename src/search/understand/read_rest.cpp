#include "search/understand/read_rest.hpp"

#include <algorithm>

#include "search/understand/connecting_words.hpp"

namespace nearme {
namespace {

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_currency_sign(std::string_view word) { return word == "£" || word == "€" || word == "$"; }

/// A title is no part of how a site writes the name.
bool is_title(std::string_view word) {
  return word == "dr" || word == "prof" || word == "mr" || word == "mrs" || word == "ms" || word == "miss";
}

bool says_nothing(const Question& question, std::string_view word) {
  if (is_filler(word)) return true;
  if (question.concepts.empty() && question.unwanted.empty()) return false;
  return is_filler_beside_concept(word) || is_number(word) || is_currency_sign(word) || is_refusal(word);
}

void add_name_word(Question& question, const Token& token, std::string_view written) {
  question.pieces.push_back({"text", std::string{written}, token.begin, token.end});
  question.words.push_back(token.word);
  question.text += (question.text.empty() ? "" : " ") + std::string{written};
}

}  // namespace

void read_rest(QuestionWords& words) {
  auto& question = words.question;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& token = words.tokens()[i];
    if (words.is_explained(i) || says_nothing(question, token.word)) continue;
    add_name_word(question, token, words.text_of({i, i + 1}));
  }
  if (std::ranges::any_of(question.words, [](const auto& word) { return !is_title(word); })) {
    std::erase_if(question.words, is_title);
  }
  if (question.sort == Sort::distance && !words.has_place()) question.near_me = true;
  std::ranges::sort(question.pieces, {}, &Piece::begin);
}

}  // namespace nearme
