#include "search/understand/question_reader.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "catalogue/words.hpp"
#include "search/understand/connecting_words.hpp"
#include "search/understand/coordinates.hpp"
#include "search/understand/place_finder.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

constexpr std::size_t kLongestPhrase = 6;  ///< words
constexpr std::size_t kLongestPlace = 7;
/// A place that no "near" announces must be a town of this size, unless no site knows its words.
constexpr std::uint32_t kTownThatNeedsNoWord = 15'000;
constexpr std::uint32_t kTownAfterOtherWords = 50'000;

/// Words [begin, end) of the question.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_number(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::string_view to_string(ConceptType type) {
  constexpr std::array<std::string_view, 3> kNames{"treatment", "concern", "kind"};
  return kNames[static_cast<std::size_t>(type)];
}

/// One question being read: its words, and which of them have been explained.
class Reading {
 public:
  Reading(std::string_view text, const PhraseBook& phrases, const Gazetteer& gazetteer, const KnownWords& known)
      : text_(text),
        phrases_(phrases),
        finder_(gazetteer, known),
        known_(known),
        tokens_(tokenize(text)),
        explained_(tokens_.size()) {}

  Question read() {
    read_coordinates();
    read_word_runs(words_for_near_me(), "near-me", question_.near_me);
    read_announced_place(&Reading::place_of);
    read_phrases();
    read_word_runs(words_for_open_now(), "open", question_.open_now);
    read_open_alone();
    if (!has_place()) read_announced_place(&Reading::misspelt_place_of);
    if (!has_place()) read_bare_place();
    widen_misspelt_phrases();
    read_misspelt_phrases();
    read_rest();
    return std::move(question_);
  }

  Question read_place() {
    read_coordinates();
    const Run all{0, tokens_.size()};
    if (!has_place() && !is_empty(all) && !place_of(all)) misspelt_place_of(all);
    return std::move(question_);
  }

 private:
  using ReadPlace = bool (Reading::*)(Run);

  static bool is_empty(Run run) { return run.begin == run.end; }
  [[nodiscard]] bool has_place() const {
    return question_.position || !question_.places.empty() || !question_.areas.empty() || !question_.postcodes.empty();
  }

  [[nodiscard]] std::string_view text_of(Run run) const {
    const auto begin = tokens_[run.begin].begin;
    return text_.substr(begin, tokens_[run.end - 1].end - begin);
  }

  [[nodiscard]] std::string joined(Run run) const {
    std::string all;
    for (std::size_t i = run.begin; i < run.end; ++i) all += tokens_[i].word;
    return all;
  }

  [[nodiscard]] bool is_unexplained(Run run) const {
    return std::none_of(explained_.begin() + static_cast<std::ptrdiff_t>(run.begin),
                        explained_.begin() + static_cast<std::ptrdiff_t>(run.end), std::identity{});
  }

  [[nodiscard]] bool stands_at(std::size_t begin, const WordRun& words) const {
    if (begin + words.size() > tokens_.size() || !is_unexplained({begin, begin + words.size()})) return false;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (tokens_[begin + i].word != words[i]) return false;
    }
    return true;
  }

  void explain(Run run, std::string_view meaning, std::string_view value) {
    std::fill(explained_.begin() + static_cast<std::ptrdiff_t>(run.begin),
              explained_.begin() + static_cast<std::ptrdiff_t>(run.end), true);
    question_.pieces.push_back({.meaning = std::string{meaning},
                                .value = std::string{value},
                                .begin = tokens_[run.begin].begin,
                                .end = tokens_[run.end - 1].end});
  }

  void read_coordinates() {
    const auto searched = find_position(text_);
    if (!searched) question_.fault = searched.error();
    if (!searched || !*searched) return;
    const auto& found = *searched;
    question_.position = found->position;
    question_.pieces.push_back(
        {"place", std::string{text_.substr(found->begin, found->end - found->begin)}, found->begin, found->end});
    std::size_t first = tokens_.size();
    for (std::size_t i = tokens_.size(); i-- > 0;) {
      if (tokens_[i].begin < found->begin || tokens_[i].end > found->end) continue;
      explained_[i] = true;
      first = i;
    }
    explain_announcement_before(first);
  }

  /// "around" before a position that is written out has done its work.
  void explain_announcement_before(std::size_t place) {
    for (const auto& words : words_before_a_place()) {
      if (words.size() > place || !stands_at(place - words.size(), words)) continue;
      explain({place - words.size(), place}, "near", "");
      return;
    }
  }

  void read_word_runs(std::span<const WordRun> runs, std::string_view meaning, bool& said) {
    for (const auto& words : runs) {
      for (std::size_t begin = 0; begin < tokens_.size(); ++begin) {
        if (!stands_at(begin, words)) continue;
        said = true;
        explain({begin, begin + words.size()}, meaning, "");
      }
    }
  }

  /// "open" by itself means now; with a day or an hour behind it, it does not.
  void read_open_alone() {
    const WordRun open{"open"};
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const bool is_alone = at + 1 == tokens_.size() || explained_[at + 1];
      if (!is_alone || !stands_at(at, open)) continue;
      question_.open_now = true;
      explain({at, at + 1}, "open", "");
    }
  }

  /// Finds "near" and its likes, and reads the longest place behind it.
  void read_announced_place(ReadPlace take_place) {
    if (has_place()) return;
    for (const auto& words : words_before_a_place()) {
      for (std::size_t begin = 0; begin < tokens_.size(); ++begin) {
        const Run announced{begin, begin + words.size()};
        if (!stands_at(begin, words) || !read_longest_place(announced.end, take_place)) continue;
        explain(announced, "near", "");
        return;
      }
    }
  }

  bool read_longest_place(std::size_t begin, ReadPlace take_place) {
    for (std::size_t end = std::min(tokens_.size(), begin + kLongestPlace); end > begin; --end) {
      if (is_unexplained({begin, end}) && (this->*take_place)({begin, end})) return true;
    }
    return false;
  }

  /// Takes the words for a place when they are one: a postcode, a name, or a name and its region.
  bool place_of(Run run) { return accept(run, finder_.called(text_of(run))); }

  bool misspelt_place_of(Run run) {
    if (!accept(run, finder_.misspelt(text_of(run)))) return false;
    question_.misspelt_place = text_of(run);
    return true;
  }

  bool accept(Run run, PlaceReading reading) {
    if (reading.empty()) return false;
    explain(run, "place", reading.name);
    question_.places = std::move(reading.localities);
    question_.areas = std::move(reading.areas);
    question_.postcodes = std::move(reading.postcodes);
    std::ranges::move(reading.corrections, std::back_inserter(question_.corrections));
    return true;
  }

  /// Explains runs of words by `look_up`, the longest first, then from left to right.
  template <class LookUp>
  void read_concepts(const LookUp& look_up) {
    for (std::size_t words = std::min(kLongestPhrase, tokens_.size()); words > 0; --words) {
      for (std::size_t begin = 0; begin + words <= tokens_.size(); ++begin) {
        const Run run{begin, begin + words};
        if (!is_unexplained(run)) continue;
        if (const auto match = look_up(run)) take_concept(run, *match);
      }
    }
  }

  void take_concept(Run run, const PhraseMatch& match) {
    explain(run, to_string(match.meaning.type), match.meaning.id);
    if (std::ranges::find(question_.concepts, match.meaning) == question_.concepts.end()) {
      question_.concepts.push_back(match.meaning);
    }
    if (match.edits > 0) question_.corrections.push_back({std::string{text_of(run)}, match.phrase});
  }

  void read_phrases() {
    read_concepts([&](Run run) { return phrases_.find(joined(run)); });
  }

  /// A misspelt word beside a phrase may belong to it: "chemcal peel" is "chemical peel", not a peel and a name.
  void widen_misspelt_phrases() {
    for (std::size_t begin = 0; begin + 1 < tokens_.size(); ++begin) {
      const Run pair{begin, begin + 2};
      if (explained_[begin] == explained_[begin + 1]) continue;
      const Run other = explained_[begin] ? Run{begin + 1, begin + 2} : Run{begin, begin + 1};
      const auto match = phrases_.find_misspelt(joined(pair));
      const bool is_same = match && std::ranges::find(question_.concepts, match->meaning) != question_.concepts.end();
      if (!is_same || known_.has_word(tokens_[other.begin].word)) continue;
      explain(other, to_string(match->meaning.type), match->meaning.id);
      question_.corrections.push_back({std::string{text_of(pair)}, match->phrase});
    }
  }

  /// A word that some site has in its name is no typo.
  void read_misspelt_phrases() {
    read_concepts([&](Run run) -> std::optional<PhraseMatch> {
      for (std::size_t i = run.begin; i < run.end; ++i) {
        if (known_.has_word(tokens_[i].word) || (run.end - run.begin > 1 && is_filler(tokens_[i].word)))
          return std::nullopt;
      }
      return phrases_.find_misspelt(joined(run));
    });
  }

  /// A town at the end of the words that are left: "micro-needling leeds".
  void read_bare_place() {
    const auto last = std::ranges::find(explained_.rbegin(), explained_.rend(), false);
    if (last == explained_.rend()) return;
    const auto end = static_cast<std::size_t>(explained_.rend() - last);
    std::size_t begin = end;
    while (begin > 0 && !explained_[begin - 1]) --begin;
    for (std::size_t first = begin; first < end; ++first) {
      if (is_bare_place({first, end}, first == begin) && place_of({first, end})) return;
    }
  }

  [[nodiscard]] bool is_bare_place(Run run, bool is_all_that_is_left) const {
    if (run.end - run.begin > kLongestPlace) return false;
    const auto found = finder_.called(text_of(run));
    if (found.empty()) return false;
    // Four digits alone may be a year or a price.
    if (!found.postcodes.empty()) return joined(run).size() > 4 || !is_number(joined(run));
    if (!found.areas.empty() && found.localities.empty() && !may_be_an_area(text_of(run))) return false;
    if (says_where(run, found)) return true;
    const auto population = found.population();
    if (!is_all_that_is_left) return population >= kTownAfterOtherWords;
    return population >= kTownThatNeedsNoWord || !known_.has_word(tokens_[run.begin].word);
  }

  /// "Leeds AL": a name and where it is are meant as a place, however small.
  static bool says_where(Run run, const PlaceReading& found) {
    return !found.localities.empty() && run.end - run.begin > tokenize(found.localities.front().matched_name).size();
  }

  /// Two letters are the code of a country ("UK") only in capitals: "no" and "me" are words.
  static bool may_be_an_area(std::string_view written) {
    constexpr std::size_t kCodeLetters = 2;
    const auto is_capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    return written.size() > kCodeLetters || std::ranges::all_of(written, is_capital);
  }

  /// What nothing explains are words of names.
  void read_rest() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (explained_[i] || is_filler(tokens_[i].word)) continue;
      const auto written = text_of({i, i + 1});
      question_.pieces.push_back({"text", std::string{written}, tokens_[i].begin, tokens_[i].end});
      question_.words.push_back(tokens_[i].word);
      question_.text += (question_.text.empty() ? "" : " ") + std::string{written};
    }
    std::ranges::sort(question_.pieces, {}, &Piece::begin);
  }

  std::string_view text_;
  const PhraseBook& phrases_;
  PlaceFinder finder_;
  const KnownWords& known_;
  std::vector<Token> tokens_;
  std::vector<bool> explained_;
  Question question_;
};

}  // namespace

QuestionReader::QuestionReader(const PhraseBook& phrases, const Gazetteer& gazetteer, const KnownWords& known)
    : phrases_(phrases), gazetteer_(gazetteer), known_(known) {}

Question QuestionReader::read(std::string_view text) const {
  return Reading{text, phrases_, gazetteer_, known_}.read();
}

Question QuestionReader::read_place(std::string_view text) const {
  if (const auto locality = gazetteer_.with_slug(text)) {
    Question question;
    question.places.push_back({.locality = *locality, .matched_name = std::string{locality->name}});
    return question;
  }
  return Reading{text, phrases_, gazetteer_, known_}.read_place();
}

}  // namespace nearme
