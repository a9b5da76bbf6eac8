#include "search/understand/question_words.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace nearme {

QuestionWords::QuestionWords(std::string_view text) : text_(text), tokens_(tokenize(text)) {
  if (tokens_.size() > kMostWords) {
    question.hints.push_back({.message = fmt::format("Only the first {} words were read.", kMostWords),
                              .begin = tokens_[kMostWords].begin,
                              .end = text.size(),
                              .meaning = "many-words",
                              .value = fmt::to_string(kMostWords)});
    tokens_.resize(kMostWords);
  }
  explained_.resize(tokens_.size());
}

bool QuestionWords::is_unexplained(Run run) const {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (explained_[i]) return false;
  }
  return true;
}

std::string_view QuestionWords::word(std::size_t at) const {
  return at < tokens_.size() && !explained_[at] ? std::string_view{tokens_[at].word} : std::string_view{};
}

std::string_view QuestionWords::between(std::size_t at, std::size_t next) const {
  return text_.substr(tokens_[at].end, tokens_[next].begin - tokens_[at].end);
}

std::string_view QuestionWords::text_of(Run run) const {
  const auto begin = tokens_[run.begin].begin;
  return text_.substr(begin, tokens_[run.end - 1].end - begin);
}

std::string QuestionWords::joined(Run run) const {
  std::string all;
  for (std::size_t i = run.begin; i < run.end; ++i) all += tokens_[i].word;
  return all;
}

void QuestionWords::explain(Run run, std::string_view meaning, std::string_view value) {
  std::fill(explained_.begin() + static_cast<std::ptrdiff_t>(run.begin),
            explained_.begin() + static_cast<std::ptrdiff_t>(run.end), true);
  question.pieces.push_back({.meaning = std::string{meaning},
                             .value = std::string{value},
                             .begin = tokens_[run.begin].begin,
                             .end = tokens_[run.end - 1].end});
}

bool QuestionWords::has_place() const {
  return question.position || !question.places.empty() || !question.areas.empty() || !question.postcodes.empty();
}

}  // namespace nearme
