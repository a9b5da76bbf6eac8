#include "search/understand/read_place.hpp"

#include <algorithm>

#include "search/understand/connecting_words.hpp"
#include "search/understand/coordinates.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

constexpr std::size_t kLongestPlace = 6;     ///< words
constexpr std::size_t kLongestMisspelt = 3;  ///< words
constexpr std::size_t kMostWhere = 3;        ///< words that say in which region or country

/// A place that no "near" announces must be a town of this size, unless no site knows its words.
constexpr std::uint32_t kTownThatNeedsNoWord = 15'000;
constexpr std::uint32_t kTownAfterOtherWords = 50'000;
constexpr std::uint32_t kAreaThatNeedsNoWord = 200'000;
/// Names of several words are seldom anything else.
constexpr std::uint32_t kTownOfLongName = 5'000;
/// What "in" or "a" announces may be many things; "near" hardly.
constexpr std::uint32_t kTownAfterWeakWord = 1'000;
constexpr std::uint32_t kMisspeltTown = 5'000;
constexpr std::uint32_t kMisspeltBareTown = 30'000;
constexpr std::size_t kShortestMisspeltBare = 5;  ///< letters
constexpr std::size_t kShortestMisspelt = 4;      ///< letters
constexpr std::size_t kShortestWeak = 3;
constexpr std::size_t kLongestYear = 4;  ///< digits

bool says_nothing(std::string_view word) { return is_filler(word) || is_filler_beside_concept(word); }

bool is_number(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_below(const PlaceReading& meaning, std::uint32_t population) {
  return meaning.postcodes.empty() && meaning.population() < population;
}

bool is_in_capitals(std::string_view written) {
  return std::ranges::all_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

void PlaceReader::read_coordinates() {
  const auto searched = find_position(words_.text());
  auto& question = words_.question;
  if (!searched) question.fault = searched.error();
  if (!searched || !*searched) return;
  const auto& found = *searched;
  question.position = found->position;
  Run run{words_.size(), 0};
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto& token = words_.tokens()[i];
    if (token.begin < found->begin || token.end > found->end) continue;
    run = {std::min(run.begin, i), i + 1};
  }
  if (run.begin >= run.end) return;
  words_.explain(run, "place", words_.text().substr(found->begin, found->end - found->begin));
  question.pieces.back().begin = found->begin;
  question.pieces.back().end = found->end;
  explain_announcement_before(run.begin);
}

void PlaceReader::read_announced() {
  if (words_.has_place()) return;
  for (const auto& announcement : announcements()) {
    if (read_announced_at(announcement)) return;
  }
}

/// Sure ones first, then those of more than a letter, each sort from left to right.
std::vector<PlaceReader::Announcement> PlaceReader::announcements() const {
  std::vector<Announcement> all;
  if (words_.place_expected) all.push_back({{*words_.place_expected, *words_.place_expected}, true});
  for (std::size_t begin = 0; begin < words_.size();) {
    const auto match = words_before_a_place().find(words_.tokens(), begin);
    const Run announcer{begin, begin + std::max<std::size_t>(match.words, 1)};
    if (match.words > 0 && words_.is_unexplained(announcer)) {
      all.push_back({announcer, match.meaning == Announces::surely});
    }
    begin = announcer.end;
  }
  // "a nice salon in Leeds": words of one letter are tried last.
  std::ranges::stable_sort(all, std::ranges::greater{}, [&](const Announcement& each) {
    const auto [begin, end] = each.announcer;
    return std::pair(each.is_sure, end > begin && words_.tokens()[begin].word.size() > 1);
  });
  return all;
}

/// The end of the words from `begin` on that nothing has explained.
std::size_t PlaceReader::end_of_words(std::size_t begin, std::size_t most) const {
  std::size_t end = begin;
  while (end < words_.size() && end - begin < most && !words_.is_explained(end)) ++end;
  return end;
}

std::size_t PlaceReader::behind_area_words(std::size_t begin) const {
  constexpr std::size_t kMost = 3;
  std::size_t at = begin;
  while (at - begin < kMost && is_area_word_before(words_.word(at))) ++at;
  return at;
}

bool PlaceReader::read_announced_at(const Announcement& announcement) {
  const auto first = announcement.announcer.end;
  const auto behind = behind_area_words(first);
  auto reading = announced_from(first, announcement);
  // "the hague" and "north vancouver" are names; "the city of leeds" and "central london" have one behind them.
  if (behind > first && (reading.empty() || reading.run.end <= behind)) {
    if (auto further = announced_from(behind, announcement); !further.empty()) reading = std::move(further);
  }
  if (reading.empty()) return false;
  take(std::move(reading));
  if (announcement.announcer.size() > 0 && words_.is_unexplained(announcement.announcer)) {
    words_.explain(announcement.announcer, "near", "");
  }
  return true;
}

PlaceReader::Reading PlaceReader::announced_from(std::size_t begin, const Announcement& announcement) {
  auto reading = longest_from({begin, end_of_words(begin, kLongestPlace)}, 1);
  if (reading.empty() || announcement.is_sure) return reading;
  const bool is_short = words_.joined(reading.run).size() < kShortestWeak;
  return is_short || is_below(reading.meaning, kTownAfterWeakWord) ? Reading{} : reading;
}

/// What the longest beginning of the run names, or a shorter one whose region the words behind it say: "Paris, Texas".
PlaceReader::Reading PlaceReader::longest_from(Run run, std::size_t fewest_words) {
  static const PlaceReading kNothing;
  std::vector<const PlaceReading*> by_end;
  for (std::size_t end = run.begin + 1; end <= run.end; ++end) {
    const Run part{run.begin, end};
    by_end.push_back(part.size() < fewest_words ? &kNothing : &named(part));
  }
  for (std::size_t end = run.end; end > run.begin; --end) {
    if (const auto& whole = *by_end[end - run.begin - 1]; !whole.empty()) return {{run.begin, end}, whole};
    const auto shortest = std::max(run.begin + 1, end - std::min(end, kMostWhere));
    for (std::size_t middle = end - 1; middle >= shortest; --middle) {
      auto there = by_end[middle - run.begin - 1]->localities;
      std::erase_if(there, [&](const auto& match) { return !lies_in(match.locality, {middle, end}); });
      if (!there.empty()) return located({run.begin, end}, std::move(there));
    }
  }
  return {};
}

PlaceReader::Reading PlaceReader::located(Run run, std::vector<LocalityMatch> localities) {
  Reading reading{.run = run, .meaning = {}, .says_where = true};
  reading.meaning.name = localities.front().locality.name;
  reading.meaning.localities = std::move(localities);
  return reading;
}

const PlaceReading& PlaceReader::named(Run run) {
  const auto known = named_.find({run.begin, run.end});
  return known != named_.end() ? known->second : named_[{run.begin, run.end}] = look_up(run);
}

PlaceReading PlaceReader::look_up(Run run) {
  const bool is_one_word = run.size() == 1;
  if (look_ups_ == kMostLookUps || (is_one_word && says_nothing(words_.tokens()[run.begin].word))) return {};
  ++look_ups_;
  auto found = finder_.named(words_.text_of(run));
  if (!may_be_an_area(run)) found.areas.clear();
  return found;
}

/// Two letters are the code of a country ("UK") only in capitals: "no" and "me" are words.
bool PlaceReader::may_be_an_area(Run run) const {
  constexpr std::size_t kCodeLetters = 2;
  const auto written = words_.text_of(run);
  return written.size() > kCodeLetters || is_in_capitals(written);
}

/// "in", "or" and "me" are Indiana, Oregon and Maine only in capitals or behind a comma.
bool PlaceReader::is_short_for_nothing(Run where) const {
  if (where.size() > 1 || !is_filler(words_.tokens()[where.begin].word)) return false;
  const auto written = words_.text_of(where);
  return !is_in_capitals(written) && words_.between(where.begin - 1, where.begin).find(',') == std::string_view::npos;
}

/// "england", or "england uk".
bool PlaceReader::lies_in(const Locality& locality, Run where) const {
  if (is_short_for_nothing(where)) return false;
  if (gazetteer_.lies_in(locality, words_.text_of(where))) return true;
  for (std::size_t middle = where.begin + 1; middle < where.end; ++middle) {
    if (gazetteer_.lies_in(locality, words_.text_of({where.begin, middle})) &&
        gazetteer_.lies_in(locality, words_.text_of({middle, where.end})))
      return true;
  }
  return false;
}

void PlaceReader::read_long_name() {
  for (std::size_t begin = 0; begin + 1 < words_.size() && !words_.has_place(); ++begin) {
    const Run run{begin, end_of_words(begin, kLongestPlace)};
    if (run.size() < 2 || (is_filler(words_.word(begin)) && is_filler(words_.word(begin + 1)))) continue;
    auto reading = longest_from(run, 2);
    reading.meaning.areas.clear();
    if (reading.empty() || is_below(reading.meaning, kTownOfLongName)) continue;
    take(std::move(reading));
  }
}

/// Runs of words that nothing has explained and that could be names.
std::vector<Run> PlaceReader::stretches() const {
  std::vector<Run> all;
  for (std::size_t at = 0; at < words_.size(); ++at) {
    if (words_.is_explained(at) || says_nothing(words_.tokens()[at].word)) continue;
    // "city centre" behind a town is no place by itself.
    if (const auto area = area_words_behind().find(words_.tokens(), at).words; at > 0 && area > 0) {
      at += area - 1;
      continue;
    }
    if (all.empty() || all.back().end != at) all.push_back({at, at});
    all.back().end = at + 1;
  }
  return all;
}

void PlaceReader::read_bare() {
  // From the back, where places mostly stand.
  const auto all = stretches();
  for (auto stretch = all.rbegin(); stretch != all.rend() && !words_.has_place(); ++stretch) read_bare_in(*stretch);
}

bool PlaceReader::read_bare_in(Run stretch) {
  for (std::size_t begin = stretch.begin; begin < stretch.end; ++begin) {
    auto reading = longest_from({begin, end_of_words(begin, kLongestPlace)}, 1);
    const bool is_at_an_end = reading.run.end >= stretch.end || begin == stretch.begin;
    drop_unlikely_areas(reading, stretch);
    if (reading.empty() || !may_stand_bare(reading, is_at_an_end, stretch)) continue;
    take(std::move(reading));
    return true;
  }
  return false;
}

bool PlaceReader::may_stand_bare(const Reading& reading, bool is_at_an_end, Run stretch) const {
  if (reading.meaning.postcodes.empty()) return is_at_an_end && is_large_enough(reading, stretch);
  // Four digits alone may be a year or a price.
  const auto written = words_.joined(reading.run);
  return written.size() > kLongestYear || !is_number(written);
}

/// Countries, regions and counties stand bare only by themselves, and small ones only where no site has the word.
void PlaceReader::drop_unlikely_areas(Reading& reading, Run stretch) const {
  auto& areas = reading.meaning.areas;
  if (reading.empty() || areas.empty()) return;
  if (!is_all_of(stretch, reading)) return areas.clear();
  const bool is_known = known_.has_word(words_.tokens()[reading.run.begin].word);
  std::erase_if(areas, [&](const auto& area) { return is_known && area.population < kAreaThatNeedsNoWord; });
}

bool PlaceReader::is_all_of(Run stretch, const Reading& reading) {
  return reading.run.begin == stretch.begin && reading.run.end >= stretch.end;
}

bool PlaceReader::is_large_enough(const Reading& reading, Run stretch) const {
  if (reading.says_where) return true;
  const auto population = reading.meaning.population();
  if (is_all_of(stretch, reading)) {
    return population >= kTownThatNeedsNoWord || !known_.has_word(words_.tokens()[reading.run.begin].word);
  }
  if (population < kTownAfterOtherWords) return false;
  if (reading.run.end >= stretch.end) return true;
  // At the beginning a place is often somebody's name: "Charlotte Stanmore". With a number it is a district.
  std::vector<std::string> all;
  bool has_other_words = false;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    all.push_back(words_.tokens()[i].word);
    has_other_words |= i >= reading.run.end && !is_number(all.back());
  }
  return !has_other_words || !known_.has_words_together(all);
}

void PlaceReader::read_misspelt_announced(const PhraseBook& phrases) {
  if (words_.has_place()) return;
  for (const auto& announcement : announcements()) {
    const auto begin = behind_area_words(announcement.announcer.end);
    auto end = end_of_words(begin, kLongestMisspelt);
    const auto is_sure_end = std::find_if(words_.tokens().begin() + static_cast<std::ptrdiff_t>(begin),
                                          words_.tokens().begin() + static_cast<std::ptrdiff_t>(end),
                                          [](const Token& token) { return says_nothing(token.word); });
    end = static_cast<std::size_t>(is_sure_end - words_.tokens().begin());
    for (; end > begin; --end) {
      const Run run{begin, end};
      if (phrases.find_misspelt(words_.joined(run)) || !read_misspelt(run, kMisspeltTown)) continue;
      if (announcement.announcer.size() > 0) words_.explain(announcement.announcer, "near", "");
      return;
    }
  }
}

void PlaceReader::read_misspelt_bare() {
  if (words_.has_place()) return;
  for (const auto& stretch : stretches()) {
    if (stretch.size() > kLongestMisspelt) continue;
    const auto is_known = [&](std::size_t at) { return known_.has_word(words_.tokens()[at].word); };
    for (std::size_t begin = stretch.begin; begin < stretch.end; ++begin) {
      if (is_known(begin) || is_known(stretch.end - 1)) continue;
      if (length(words_.joined({begin, stretch.end})) < kShortestMisspeltBare) continue;
      if (read_misspelt({begin, stretch.end}, kMisspeltBareTown)) return;
    }
  }
}

bool PlaceReader::read_misspelt(Run run, std::uint32_t least_population) {
  if (spellings_ == kMostSpellings || length(words_.joined(run)) < kShortestMisspelt) return false;
  ++spellings_;
  auto meaning = finder_.misspelt(words_.text_of(run), least_population);
  if (meaning.empty()) return false;
  words_.question.misspelt_place = words_.text_of(run);
  take({.run = run, .meaning = std::move(meaning)});
  return true;
}

void PlaceReader::read_all() {
  const Run all{0, words_.size()};
  if (words_.has_place() || all.size() == 0) return;
  if (auto reading = longest_from(all, 1); reading.run.size() == all.size()) return take(std::move(reading));
  if (all.size() <= kLongestPlace) read_misspelt(all, 0);
}

void PlaceReader::take(Reading reading) {
  auto& [run, meaning, says_where] = reading;
  words_.explain(run, "place", meaning.name);
  auto& question = words_.question;
  question.places = std::move(meaning.localities);
  question.areas = std::move(meaning.areas);
  question.postcodes = std::move(meaning.postcodes);
  std::ranges::move(meaning.corrections, std::back_inserter(question.corrections));
  if (!question.places.empty()) explain_area_words_beside(run);
}

/// "around" before a position that is written out has done its work.
void PlaceReader::explain_announcement_before(std::size_t place) {
  for (std::size_t begin = place > kLongestPlace ? place - kLongestPlace : 0; begin < place; ++begin) {
    const auto match = words_before_a_place().find(words_.tokens(), begin);
    const Run announcer{begin, place};
    if (begin + match.words != place || !words_.is_unexplained(announcer)) continue;
    return words_.explain(announcer, "near", "");
  }
}

/// "central", "city centre" and the like, and the number of a district: "Dublin 2".
void PlaceReader::explain_area_words_beside(Run place) {
  auto begin = place.begin;
  while (begin > 0 && is_area_word_before(words_.word(begin - 1))) --begin;
  if (begin < place.begin) words_.explain({begin, place.begin}, "near", "");
  const auto behind = area_words_behind().find(words_.tokens(), place.end);
  const auto count = is_number(words_.word(place.end)) ? 1 : behind.words;
  const Run area{place.end, place.end + count};
  if (area.size() > 0 && words_.is_unexplained(area)) words_.explain(area, "near", "");
}

}  // namespace nearme
