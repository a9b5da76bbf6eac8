#include "search/understand/read_distance.hpp"

#include <fmt/format.h>

#include "search/understand/numbers.hpp"
#include "search/understand/word_runs.hpp"

namespace nearme {
namespace {

constexpr double kMetresOfAMile = 1609.344;
constexpr double kMetresOfAKilometre = 1000;
constexpr double kFarthest = 20'000'000;  ///< half the way round the globe

const WordRuns<bool>& words_before_a_distance() {
  static const WordRuns<bool> kRuns{{true,
                                     {"within",
                                      "within about",
                                      "in",
                                      "inside",
                                      "less than",
                                      "under",
                                      "max",
                                      "maximum",
                                      "up to",
                                      "no more than",
                                      "at most",
                                      "not more than",
                                      "in a",
                                      "within a radius of",
                                      "in a radius of",
                                      "radius",
                                      "radius of",
                                      "about",
                                      "around",
                                      "im umkreis von",
                                      "umkreis",
                                      "umkreis von",
                                      "in einem umkreis von",
                                      "hochstens",
                                      "maximal",
                                      "unter",
                                      "weniger als",
                                      "bis",
                                      "bis zu",
                                      "a moins de",
                                      "moins de",
                                      "dans un rayon de",
                                      "rayon",
                                      "rayon de",
                                      "a",
                                      "en un radio de",
                                      "a menos de",
                                      "menos de",
                                      "radio",
                                      "radio de",
                                      "w promieniu",
                                      "promien",
                                      "do",
                                      "w odleglosci",
                                      "mniej niz",
                                      "nie dalej niz"}}};
  return kRuns;
}

const WordRuns<bool>& words_behind_a_distance() {
  static const WordRuns<bool> kRuns{{true, {"radius",
                                            "away",
                                            "away from",
                                            "radius of",
                                            "radius from",
                                            "radius around",
                                            "of",
                                            "from",
                                            "around",
                                            "or less",
                                            "max",
                                            "distance",
                                            "umkreis",
                                            "umkreis von",
                                            "um",
                                            "von",
                                            "entfernt",
                                            "entfernt von",
                                            "rund um",
                                            "de",
                                            "autour de",
                                            "a la ronde",
                                            "de rayon",
                                            "de distance",
                                            "de distancia de",
                                            "od",
                                            "wokol",
                                            "stad"}}};
  return kRuns;
}

const WordRuns<double>& distance_units() {
  static const WordRuns<double> kUnits{
      {kMetresOfAMile, {"mile", "miles", "mi", "mls", "meile", "meilen", "milla", "millas", "mila", "mil", "mille"}},
      {kMetresOfAKilometre,
       {"km", "kms", "k", "kilometer", "kilometers", "kilometre", "kilometres", "kilometern", "kilometro", "kilometros",
        "kilometr", "kilometry", "kilometrow"}},
      {1.0, {"metres", "meters", "meter", "metern", "metre", "metros", "metrow", "metry"}},
      {0.9144, {"yards", "yard", "yds"}}};
  return kUnits;
}

const WordRuns<bool>& time_units() {
  static const WordRuns<bool> kUnits{
      {true,
       {"min", "mins", "minute", "minutes", "minuten", "minutos", "minuto", "minut", "minuty", "hour",    "hours",
        "hr",  "hrs",  "h",      "stunde",  "stunden", "heure",   "heures", "hora",  "horas",  "godzina", "godziny"}}};
  return kUnits;
}

const WordRuns<bool>& ways_of_travel() {
  static const WordRuns<bool> kRuns{{true, {"walk",       "walking",      "on foot",    "drive",    "driving",
                                            "by car",     "by bus",       "by train",   "away",     "away from",
                                            "from",       "of",           "travel",     "ride",     "by bike",
                                            "cycle",      "bus ride",     "train ride", "commute",  "walk from",
                                            "walk of",    "walk away",    "drive from", "drive of", "walking distance",
                                            "zu fuss",    "mit dem auto", "fahrt",      "entfernt", "a pied",
                                            "en voiture", "en coche",     "a pie",      "andando",  "pieszo",
                                            "samochodem", "autem",        "drogi"}}};
  return kRuns;
}

/// A quantity with its unit, as in "5 miles" or "5km".
struct Quantity {
  std::size_t end = 0;
  double metres = 0;  ///< none for a time
  bool is_time = false;
};

/// The unit of a number, whether it stands beside it or sticks to it; its `words` are where it ends.
template <class Meaning>
typename WordRuns<Meaning>::Match unit_of(const QuestionWords& words, const WrittenNumber& number,
                                          const WordRuns<Meaning>& units) {
  if (!number.unit.empty()) {
    const auto stuck = units.find({{.word = std::string{number.unit}, .begin = 0, .end = 0}}, 0);
    return {stuck.words == 0 ? 0 : number.end, stuck.meaning};
  }
  const auto match = units.find(words.tokens(), number.end);
  if (match.words == 0 || !words.is_unexplained({number.end, number.end + match.words})) return {};
  return {number.end + match.words, match.meaning};
}

/// "500m" are metres; nobody writes so few that it could be miles.
std::optional<Quantity> plain_metres(const QuestionWords& words, const WrittenNumber& number) {
  constexpr double kFewest = 50;
  const bool sticks = number.unit == "m";
  const bool stands_beside = number.unit.empty() && words.word(number.end) == "m";
  if (number.value < kFewest || !(sticks || stands_beside)) return std::nullopt;
  return Quantity{.end = number.end + (sticks ? 0 : 1), .metres = number.value, .is_time = false};
}

std::optional<Quantity> quantity_at(const QuestionWords& words, std::size_t at) {
  auto number = number_at(words, at);
  if (!number) return std::nullopt;
  if (words.word(number->end) == "a") ++number->end;  // "half a mile"
  if (const auto unit = unit_of(words, *number, distance_units()); unit.words > 0) {
    return Quantity{.end = unit.words, .metres = number->value * unit.meaning, .is_time = false};
  }
  if (auto metres = plain_metres(words, *number)) return metres;
  const auto unit = unit_of(words, *number, time_units());
  if (unit.words == 0) return std::nullopt;
  return Quantity{.end = unit.words, .metres = 0, .is_time = true};
}

std::size_t behind(const QuestionWords& words, const WordRuns<bool>& runs, std::size_t at) {
  const auto match = runs.find(words.tokens(), at);
  return match.words > 0 && words.is_unexplained({at, at + match.words}) ? at + match.words : at;
}

/// The words of a travel time; none for the length of a session.
std::size_t end_of_travel(const QuestionWords& words, const Quantity& time, bool is_announced) {
  std::size_t end = behind(words, ways_of_travel(), time.end);
  if (end == time.end && !is_announced) return 0;
  return behind(words, words_behind_a_distance(), end);
}

void refuse_travel_time(QuestionWords& words, Run run) {
  words.question.hints.push_back(
      {.message = fmt::format("How far '{}' reaches is not known here; say a distance, such as 'within 5 miles'.",
                              words.text_of(run)),
       .begin = words.tokens()[run.begin].begin,
       .end = words.tokens()[run.end - 1].end,
       .meaning = "travel-time",
       .value = std::string{words.text_of(run)}});
  words.explain(run, "refused", "travel-time");
}

bool take_quantity(QuestionWords& words, std::size_t begin, const Quantity& quantity, bool is_announced) {
  if (quantity.is_time) {
    const auto end = end_of_travel(words, quantity, is_announced);
    if (end == 0) return false;
    refuse_travel_time(words, {begin, end});
    words.place_expected = end;
    return true;
  }
  if (quantity.metres <= 0 || quantity.metres > kFarthest) return false;
  const auto end = behind(words, words_behind_a_distance(), quantity.end);
  words.question.radius = Metres{quantity.metres};
  words.explain({begin, end}, "radius", fmt::format("{:.4g} km", quantity.metres / kMetresOfAKilometre));
  words.place_expected = end;
  return true;
}

/// The distance or the travel time that begins at a word; false when there is none.
bool read_distance_at(QuestionWords& words, std::size_t begin) {
  const auto number = behind(words, words_before_a_distance(), begin);
  if (const auto announced = quantity_at(words, number); announced && number > begin) {
    return take_quantity(words, begin, *announced, true);
  }
  const auto plain = quantity_at(words, begin);
  return plain && take_quantity(words, begin, *plain, false);
}

}  // namespace

void read_distance(QuestionWords& words) {
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    if (read_distance_at(words, begin)) return;
  }
}

}  // namespace nearme
