#pragma once

#include <map>
#include <utility>

#include "gazetteer/gazetteer.hpp"
#include "search/understand/known_words.hpp"
#include "search/understand/phrase_book.hpp"
#include "search/understand/place_finder.hpp"
#include "search/understand/question_words.hpp"

namespace nearme {

/// Finds the place in the words of a question, step by step from the surest reading to the least sure; each step does
/// nothing once a place is known. Threads: one each.
///
/// Cost: a question makes at most kMostLookUps look-ups of names, and kMostSpellings of misspelt ones, whatever it
/// says.
class PlaceReader {
 public:
  static constexpr int kMostLookUps = 150;
  static constexpr int kMostSpellings = 4;

  PlaceReader(QuestionWords& words, const Gazetteer& gazetteer, const KnownWords& known)
      : words_(words), gazetteer_(gazetteer), known_(known), finder_(gazetteer, known) {}

  void read_coordinates();
  /// "near Leeds", "in Paris, Texas", "around LS1".
  void read_announced();
  /// "Leamington Spa", "Newcastle upon Tyne": names of several words, wherever they stand.
  void read_long_name();
  /// "micro-needling leeds": a town or a postcode that no word announces.
  void read_bare();
  /// "near Manchster".
  void read_misspelt_announced(const PhraseBook& phrases);
  void read_misspelt_bare();
  /// All the words, as what they are said to be.
  void read_all();

  [[nodiscard]] int look_ups() const { return look_ups_; }
  [[nodiscard]] int spellings() const { return spellings_; }

 private:
  /// Where a place may begin, with the words that announce it.
  struct Announcement {
    Run announcer;
    bool is_sure = false;
  };
  /// What a run of words may mean.
  struct Reading {
    Run run;
    PlaceReading meaning;
    bool says_where = false;  ///< also in which region or country: "Paris, Texas"

    [[nodiscard]] bool empty() const { return meaning.empty(); }
  };

  [[nodiscard]] std::vector<Announcement> announcements() const;
  [[nodiscard]] std::size_t end_of_words(std::size_t begin, std::size_t most) const;
  [[nodiscard]] std::size_t behind_area_words(std::size_t begin) const;
  [[nodiscard]] Reading longest_from(Run run, std::size_t fewest_words);
  [[nodiscard]] static Reading located(Run run, std::vector<LocalityMatch> localities);
  /// What all words of a run name. Looked up once.
  [[nodiscard]] const PlaceReading& named(Run run);
  [[nodiscard]] PlaceReading look_up(Run run);
  [[nodiscard]] bool may_be_an_area(Run run) const;
  [[nodiscard]] bool lies_in(const Locality& locality, Run where) const;
  [[nodiscard]] bool is_short_for_nothing(Run where) const;
  void drop_unlikely_areas(Reading& reading, Run stretch) const;
  [[nodiscard]] static bool is_all_of(Run stretch, const Reading& reading);
  [[nodiscard]] bool may_stand_bare(const Reading& reading, bool is_at_an_end, Run stretch) const;
  [[nodiscard]] bool is_large_enough(const Reading& reading, Run stretch) const;
  [[nodiscard]] std::vector<Run> stretches() const;
  [[nodiscard]] Reading announced_from(std::size_t begin, const Announcement& announcement);
  bool read_announced_at(const Announcement& announcement);
  bool read_bare_in(Run stretch);
  bool read_misspelt(Run run, std::uint32_t least_population);
  void take(Reading reading);
  void explain_announcement_before(std::size_t place);
  void explain_area_words_beside(Run place);

  QuestionWords& words_;
  const Gazetteer& gazetteer_;
  const KnownWords& known_;
  PlaceFinder finder_;
  std::map<std::pair<std::size_t, std::size_t>, PlaceReading> named_;  ///< by begin and end of the run
  int look_ups_ = 0;
  int spellings_ = 0;
};

}  // namespace nearme
