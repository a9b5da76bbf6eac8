#include "search/understand/clock_words.hpp"

#include <algorithm>
#include <array>

#include "search/understand/numbers.hpp"

namespace nearme {
namespace {

constexpr std::uint16_t kHour = 60;

constexpr std::uint16_t hours(int count) { return static_cast<std::uint16_t>(count * kHour); }

/// What a word that follows the hour makes of it.
enum class Half : std::uint8_t { none, morning, afternoon, day };

std::optional<Half> half_of(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, Half>, 10> kWords{{{"am", Half::morning},
                                                                             {"pm", Half::afternoon},
                                                                             {"uhr", Half::day},
                                                                             {"oclock", Half::day},
                                                                             {"h", Half::day},
                                                                             {"hrs", Half::day},
                                                                             {"heures", Half::day},
                                                                             {"horas", Half::day},
                                                                             {"godz", Half::day},
                                                                             {"hs", Half::day}}};
  const auto* const found = std::ranges::find(kWords, word, &std::pair<std::string_view, Half>::first);
  return found == kWords.end() ? std::nullopt : std::optional{found->second};
}

/// The minute of the day; none when there is no such time.
std::optional<std::uint16_t> minute_of(int hour, int minute, Half half) {
  constexpr int kNoon = 12;
  constexpr int kLastHour = 24;
  if (half != Half::none && half != Half::day && (hour < 1 || hour > kNoon)) return std::nullopt;
  if (half == Half::morning && hour == kNoon) hour = 0;
  if (half == Half::afternoon && hour < kNoon) hour += kNoon;
  if (hour > kLastHour || minute >= kHour || hour * kHour + minute > Opening::kWholeDay) return std::nullopt;
  return static_cast<std::uint16_t>(hour * kHour + minute);
}

/// Digits at the beginning of a word and what sticks to them: "30" and "pm" of "30pm".
struct Digits {
  int value = 0;
  std::string_view rest;
};

std::optional<Digits> digits_of(std::string_view word) {
  const auto end = std::ranges::find_if_not(word, [](char c) { return c >= '0' && c <= '9'; });
  const auto count = static_cast<std::size_t>(end - word.begin());
  if (count == 0 || count > 2) return std::nullopt;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) value = value * 10 + (word[i] - '0');
  return Digits{.value = value, .rest = word.substr(count)};
}

/// The time with its half of the day, which may stick to the digits or stand beside them.
std::optional<WrittenTime> with_half(const QuestionWords& words, Digits hour, int minute, WrittenTime time) {
  auto half = Half::none;
  if (const auto stuck = half_of(hour.rest)) {
    half = *stuck;
  } else if (!hour.rest.empty()) {
    return std::nullopt;
  } else if (const auto beside = half_of(words.word(time.end))) {
    half = *beside;
    ++time.end;
  }
  if (half != Half::none) time.is_plain = false;
  const auto of_day = minute_of(hour.value, minute, half);
  if (!of_day) return std::nullopt;
  time.minute = *of_day;
  return time;
}

/// "18h30", whose minutes stick to the letter.
std::optional<WrittenTime> with_minutes_behind_letter(Digits hour, std::size_t end) {
  if (hour.rest.size() < 2 || hour.rest.front() != 'h') return std::nullopt;
  const auto minutes = digits_of(hour.rest.substr(1));
  if (!minutes || !minutes->rest.empty()) return std::nullopt;
  const auto of_day = minute_of(hour.value, minutes->value, Half::day);
  if (!of_day) return std::nullopt;
  return WrittenTime{.minute = *of_day, .end = end, .is_plain = false};
}

}  // namespace

const WordRuns<AskedDay>& words_for_days() {
  static const WordRuns<AskedDay> kRuns{
      {AskedDay::monday,
       {"monday", "mondays", "montag", "montags", "lundi", "lundis", "lunes", "poniedzialek", "poniedzialki"}},
      {AskedDay::tuesday,
       {"tuesday", "tuesdays", "tues", "dienstag", "dienstags", "mardi", "mardis", "martes", "wtorek", "wtorki"}},
      {AskedDay::wednesday,
       {"wednesday", "wednesdays", "wensday", "mittwoch", "mittwochs", "mercredi", "mercredis", "miercoles", "sroda",
        "srode", "srody"}},
      {AskedDay::thursday,
       {"thursday", "thursdays", "thurs", "donnerstag", "donnerstags", "jeudi", "jeudis", "jueves", "czwartek",
        "czwartki"}},
      {AskedDay::friday,
       {"friday", "fridays", "freitag", "freitags", "vendredi", "vendredis", "viernes", "piatek", "piatki"}},
      {AskedDay::saturday,
       {"saturday", "saturdays", "saterday", "samstag", "samstags", "sonnabend", "samedi", "samedis", "sabado",
        "sabados", "sobota", "sobote", "soboty"}},
      {AskedDay::sunday,
       {"sunday", "sundays", "sonntag", "sonntags", "dimanche", "dimanches", "domingo", "domingos", "niedziela",
        "niedziele"}},
      {AskedDay::today, {"today", "heute", "aujourd'hui", "hoy", "dzis", "dzisiaj"}},
      {AskedDay::tomorrow, {"tomorrow", "tommorow", "tomorow", "tmrw", "morgen", "demain", "manana", "jutro"}},
      {AskedDay::weekend,
       {"weekend", "weekends", "week end", "week ends", "at weekends", "wochenende", "wochenenden", "wochenends",
        "fin de semana", "fines de semana", "weekendy", "w weekend"}},
  };
  return kRuns;
}

const WordRuns<AskedDay>& short_words_for_days() {
  static const WordRuns<AskedDay> kRuns{{AskedDay::monday, {"mon", "mons"}},
                                        {AskedDay::tuesday, {"tue"}},
                                        {AskedDay::wednesday, {"wed", "weds"}},
                                        {AskedDay::thursday, {"thu", "thur"}},
                                        {AskedDay::friday, {"fri"}},
                                        {AskedDay::saturday, {"sat", "sats", "sab", "sob"}},
                                        {AskedDay::sunday, {"sun", "suns", "ndz"}}};
  return kRuns;
}

const WordRuns<DayPart>& words_for_day_parts() {
  static const WordRuns<DayPart> kRuns{
      {{.from = hours(6), .to = hours(12), .name = "morning"},
       {"morning", "mornings", "in the morning", "vormittag", "vormittags", "am vormittag", "morgens", "am morgen",
        "matin", "le matin", "por la manana", "de la manana", "rano"}},
      {{.from = hours(12), .to = hours(18), .name = "afternoon"},
       {"afternoon", "afternoons", "in the afternoon", "nachmittag", "nachmittags", "am nachmittag", "apres midi",
        "l'apres midi", "por la tarde", "tarde", "po poludniu"}},
      {{.from = hours(18), .to = hours(24), .name = "evening"},
       {"evening", "evenings", "in the evening", "in the evenings", "after work", "abend", "abends", "am abend", "soir",
        "le soir", "en soiree", "wieczorem", "wieczor"}},
      {{.from = hours(20), .to = hours(24), .name = "late"},
       {"late", "late night", "late nights", "at night", "night", "late opening", "open late", "late appointments",
        "spatabends", "nachts", "tard", "tard le soir", "la nuit", "noche", "por la noche", "de noche", "pozno",
        "do pozna", "w nocy"}},
      {{.from = 0, .to = hours(9), .name = "early"},
       {"early", "early morning", "early mornings", "fruh", "fruhmorgens", "tot le matin", "temprano", "wczesnie"}},
  };
  return kRuns;
}

const WordRuns<bool>& words_for_now() {
  static const WordRuns<bool> kRuns{
      {true,
       {"now", "right now", "at the moment", "currently", "this minute", "at this moment", "jetzt", "gerade",
        "maintenant", "en ce moment", "ahora", "ahora mismo", "teraz", "w tej chwili"}}};
  return kRuns;
}

const WordRuns<bool>& words_for_open() {
  static const WordRuns<bool> kRuns{
      {true,
       {"open",         "opens",       "opened",       "opening",  "thats open", "still open", "is open",  "available",
        "availability", "appointment", "appointments", "geoffnet", "offen",      "offene",     "offnet",   "ouvert",
        "ouverte",      "ouverts",     "ouvertes",     "abierto",  "abierta",    "abiertos",   "abiertas", "abre",
        "otwarte",      "otwarty",     "otwarta",      "czynne",   "czynna",     "czynny"}}};
  return kRuns;
}

const WordRuns<ClockBound>& words_before_a_time() {
  static const WordRuns<ClockBound> kRuns{
      {ClockBound::at, {"at", "um", "gegen", "a", "vers", "a las", "a la", "o", "o godzinie"}},
      {ClockBound::after,
       {"after", "from", "past", "later than", "nach", "ab", "apres", "a partir de", "despues de", "despues de las",
        "desde las", "a partir de las", "po", "od"}},
      {ClockBound::before, {"before", "by", "earlier than", "vor", "avant", "antes de", "antes de las", "przed"}},
      {ClockBound::until, {"until", "till", "til", "to", "bis", "jusqu'a", "hasta", "hasta las", "do"}}};
  return kRuns;
}

bool is_between_opening_words(std::string_view word) {
  static constexpr std::array<std::string_view, 31> kWords{
      "on",  "at",  "the", "this", "next", "in",  "for",  "during", "all", "day",  "am",
      "der", "den", "le",  "la",   "ce",   "les", "el",   "los",    "en",  "este", "w",
      "we",  "ten", "te",  "also", "auch", "a",   "till", "until",  "of"};
  return std::ranges::find(kWords, word) != kWords.end();
}

std::optional<WrittenTime> time_at(const QuestionWords& words, std::size_t at) {
  const auto hour = digits_of(words.word(at));
  if (!hour) return std::nullopt;
  if (const auto time = with_minutes_behind_letter(*hour, at + 1)) return time;
  const auto next = digits_of(words.word(at + 1));
  const bool has_minutes = hour->rest.empty() && next && words.word(at + 1).size() >= 2 &&
                           (words.between(at, at + 1) == ":" || words.between(at, at + 1) == ".");
  if (!has_minutes) return with_half(words, *hour, 0, {.minute = 0, .end = at + 1, .is_plain = true});
  return with_half(words, {.value = hour->value, .rest = next->rest}, next->value,
                   {.minute = 0, .end = at + 2, .is_plain = false});
}

}  // namespace nearme
