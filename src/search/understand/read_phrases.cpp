#include "search/understand/read_phrases.hpp"

#include <algorithm>
#include <array>

#include "search/understand/connecting_words.hpp"

namespace nearme {
namespace {

constexpr std::size_t kLongestPhrase = 7;  ///< words

constexpr std::string_view to_string(ConceptType type) {
  constexpr std::array<std::string_view, 4> kNames{"treatment", "concern", "kind", "family"};
  return kNames[static_cast<std::size_t>(type)];
}

bool is_asked(const Question& question, const Concept& meaning) {
  return std::ranges::find(question.concepts, meaning) != question.concepts.end();
}

void take(QuestionWords& words, Run run, const PhraseMatch& match) {
  words.explain(run, to_string(match.meaning.type), match.meaning.id);
  auto& question = words.question;
  if (!is_asked(question, match.meaning)) question.concepts.push_back(match.meaning);
  if (match.edits > 0) question.corrections.push_back({std::string{words.text_of(run)}, match.phrase});
}

/// Explains runs of words by `look_up`, the longest first, then from left to right.
template <class LookUp>
void read_runs(QuestionWords& words, std::size_t shortest, const LookUp& look_up) {
  for (std::size_t count = std::min(kLongestPhrase, words.size()); count >= shortest; --count) {
    for (std::size_t begin = 0; begin + count <= words.size(); ++begin) {
      const Run run{begin, begin + count};
      if (!words.is_unexplained(run)) continue;
      if (const auto match = look_up(run)) take(words, run, *match);
    }
  }
}

std::optional<ConceptType> type_of(const Piece& piece) {
  for (const auto type : {ConceptType::treatment, ConceptType::concern, ConceptType::kind, ConceptType::family}) {
    if (piece.meaning == to_string(type)) return type;
  }
  return std::nullopt;
}

bool may_be_misspelt(std::string_view word, const KnownWords& known) {
  return !is_filler(word) && !is_refusal(word) && !known.has_word(word);
}

/// The concept that exactly the word at `at` was taken for.
Piece* concept_at(QuestionWords& words, std::size_t at) {
  const auto& token = words.tokens()[at];
  for (auto& piece : words.question.pieces) {
    if (piece.begin == token.begin && piece.end == token.end && type_of(piece)) return &piece;
  }
  return nullptr;
}

/// "acne scaring" is "acne scarring", and not acne beside something else.
void widen_misspelt(QuestionWords& words, const PhraseBook& phrases, const KnownWords& known) {
  for (std::size_t begin = 0; begin + 1 < words.size(); ++begin) {
    const Run pair{begin, begin + 2};
    if (words.is_explained(begin) == words.is_explained(begin + 1)) continue;
    const auto other = words.is_explained(begin) ? begin + 1 : begin;
    auto* const piece = concept_at(words, other == begin ? begin + 1 : begin);
    if (piece == nullptr || !may_be_misspelt(words.tokens()[other].word, known)) continue;
    const auto match = phrases.find_misspelt(words.joined(pair));
    if (!match) continue;
    std::erase(words.question.concepts, Concept{*type_of(*piece), piece->value});
    piece->meaning = to_string(match->meaning.type);
    piece->value = match->meaning.id;
    words.explain({other, other + 1}, to_string(match->meaning.type), match->meaning.id);  // moves the pieces
    if (!is_asked(words.question, match->meaning)) words.question.concepts.push_back(match->meaning);
    words.question.corrections.push_back({std::string{words.text_of(pair)}, match->phrase});
  }
}

/// Whether there is no word in the run that could be a slip of the pen. Beside one that is, others may be right.
bool is_right(const QuestionWords& words, Run run, const KnownWords& known) {
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const auto& word = words.tokens()[i].word;
    if (is_filler(word) || is_refusal(word) || (run.size() == 1 && is_filler_beside_concept(word))) return true;
  }
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (may_be_misspelt(words.tokens()[i].word, known)) return false;
  }
  return true;
}

/// The words between a refusal and what it refuses: "without any", "not a".
bool may_stand_between(std::string_view word) {
  return word == "any" || word == "a" || word == "the" || word == "more" || word == "de" || word == "using" ||
         word == "for";
}

/// The refusal that stands before the word at `at`; none when there is none.
std::optional<std::size_t> refusal_before(const QuestionWords& words, std::size_t at) {
  for (std::size_t steps = 0; steps < 2 && at > 0; ++steps) {
    --at;
    if (is_refusal(words.word(at))) return at;
    if (!may_stand_between(words.word(at))) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<std::size_t> token_at(const QuestionWords& words, std::size_t byte) {
  const auto found = std::ranges::find(words.tokens(), byte, &Token::begin);
  if (found == words.tokens().end()) return std::nullopt;
  return static_cast<std::size_t>(found - words.tokens().begin());
}

}  // namespace

void read_phrases(QuestionWords& words, const PhraseBook& phrases, PhraseWords which) {
  read_runs(words, which == PhraseWords::several ? 2 : 1, [&](Run run) { return phrases.find(words.joined(run)); });
}

void read_misspelt_phrases(QuestionWords& words, const PhraseBook& phrases, const KnownWords& known) {
  widen_misspelt(words, phrases, known);
  read_runs(words, 1, [&](Run run) -> std::optional<PhraseMatch> {
    if (is_right(words, run, known)) return std::nullopt;
    return phrases.find_misspelt(words.joined(run));
  });
}

void read_refusals(QuestionWords& words) {
  auto& question = words.question;
  // By number, because explaining the refusal itself adds a piece.
  for (std::size_t number = 0, count = question.pieces.size(); number < count; ++number) {
    const auto type = type_of(question.pieces[number]);
    const auto at = type ? token_at(words, question.pieces[number].begin) : std::nullopt;
    const auto refusal = at ? refusal_before(words, *at) : std::nullopt;
    if (!refusal) continue;
    Concept meaning{*type, question.pieces[number].value};
    std::erase(question.concepts, meaning);
    question.pieces[number].meaning = "without";
    words.explain({*refusal, *at}, "not", meaning.id);
    question.unwanted.push_back(std::move(meaning));
  }
}

}  // namespace nearme
