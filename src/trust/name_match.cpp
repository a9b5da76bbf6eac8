#include "trust/name_match.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include <fmt/ranges.h>

#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

using Words = std::vector<std::string>;

/// Before and after a name; folded.
constexpr std::array<std::string_view, 45> kTitles{
    "aprn", "bds",  "bsc",  "crnp", "dame", "dds", "dmd",    "dnp",       "do",      "dr",   "esq",  "facs",
    "fnp",  "frcp", "frcs", "hon",  "ii",   "iii", "iv",     "jr",        "lady",    "lord", "mbbs", "mbchb",
    "md",   "miss", "mr",   "mrcp", "mrcs", "mrs", "ms",     "msc",       "mx",      "np",   "pa",   "phd",
    "prof", "rgn",  "rn",   "sir",  "sr",   "rev", "doctor", "professor", "reverend"};
constexpr std::array<std::string_view, 18> kLegalForms{"ag",  "and",     "bv",   "co",   "company", "corp",
                                                       "inc", "limited", "llc",  "llp",  "ltd",     "pc",
                                                       "plc", "pllc",    "gmbh", "sarl", "spa",     "the"};

/// One letter may be wrong in a word of at least so many.
constexpr std::size_t kLongEnoughForATypo = 5;

template <class List>
bool is_in(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != list.end();
}

Words words_of(std::string_view name) {
  Words words;
  for (auto& token : tokenize(name)) words.push_back(std::move(token.word));
  return words;
}

/// The words with their accents: what fold takes off and what the eye sees.
std::string bare(std::string_view name) {
  std::string text;
  for (const char letter : name) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool counts = byte >= 0x80 || std::isalnum(byte) != 0;
    text += counts ? static_cast<char>(std::tolower(byte)) : ' ';
  }
  return text;
}

bool has_accents(std::string_view name) {
  return std::ranges::any_of(name, [](char letter) { return static_cast<unsigned char>(letter) >= 0x80; });
}

/// Whether two names that fold alike are written with the same accents. Only names with letters beyond ASCII can
/// differ.
bool same_accents(std::string_view ours, std::string_view theirs) {
  if (!has_accents(ours) && !has_accents(theirs)) return true;
  if (has_accents(ours) != has_accents(theirs)) return false;
  auto one = bare(ours);
  auto other = bare(theirs);
  std::erase(one, ' ');
  std::erase(other, ' ');
  return one == other;
}

/// "Smith, Jane" as "Jane Smith": the comma says which is which, so that nothing is guessed; what else follows a comma
/// is letters after the name.
std::string in_spoken_order(std::string_view name) {
  const auto comma = name.find(',');
  if (comma == std::string_view::npos) return std::string(name);
  const auto before = name.substr(0, comma);
  const auto after = name.substr(comma + 1);
  const auto following = words_of(after);
  const bool are_letters = std::ranges::all_of(following, [](const auto& word) { return is_in(kTitles, word); });
  if (are_letters || words_of(before).size() > 2) return std::string(name);
  return std::string(after) + " " + std::string(before);
}

Words without_titles(const Words& words) {
  Words rest;
  for (const auto& word : words) {
    if (!is_in(kTitles, word)) rest.push_back(word);
  }
  return rest.size() < 2 ? words : rest;  // a name may be all titles: "Mr Do"
}

bool is_initial_of(const std::string& initial, const std::string& name) {
  return initial.size() == 1 && name.size() > 1 && name.starts_with(initial);
}

bool is_initial_pair(const std::string& one, const std::string& other) {
  return is_initial_of(one, other) || is_initial_of(other, one);
}

/// Equal but for one letter that is wrong, missing or too many.
bool is_one_letter_apart(std::string_view one, std::string_view other) {
  if (one.size() > other.size()) std::swap(one, other);
  if (one.size() < kLongEnoughForATypo || other.size() - one.size() > 1) return false;
  const auto apart = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
  const auto rest = one.substr(apart + (one.size() == other.size() ? 1 : 0));
  return one != other && rest == other.substr(apart + 1);
}

/// Gathers what two names differ in.
class Differences {
 public:
  void add(std::string_view what) {
    if (is_in(seen_, what)) return;
    seen_.emplace_back(what);
    text_ += (text_.empty() ? "" : ", ") + std::string(what);
  }
  [[nodiscard]] NameMatch match() const {
    return {.likeness = text_.empty() ? Likeness::same : Likeness::similar, .apart_from = text_};
  }

 private:
  Words seen_;
  std::string text_;
};

/// Adds how one word differs from another; false when they are not alike at all.
bool compare_words(const std::string& one, const std::string& other, Differences& differences) {
  if (one == other) return true;
  if (is_initial_pair(one, other)) {
    differences.add("an initial");
    return true;
  }
  if (!is_one_letter_apart(one, other)) return false;
  differences.add("one letter");
  return true;
}

/// Middle names: one list may leave out what the other has.
bool compare_middles(const Words& one, const Words& other, Differences& differences) {
  const auto& fewer = one.size() <= other.size() ? one : other;
  const auto& more = one.size() <= other.size() ? other : one;
  if (fewer.size() < more.size()) differences.add("a middle name");
  std::size_t at = 0;
  for (const auto& word : fewer) {
    while (at < more.size() && !compare_words(word, more[at], differences)) ++at;
    if (at++ >= more.size()) return false;
  }
  return true;
}

Words middle_of(const Words& words) { return {words.begin() + 1, words.end() - 1}; }

/// Both in the same order, at least two words each.
bool compare_in_order(const Words& one, const Words& other, Differences& differences) {
  if (!compare_words(one.front(), other.front(), differences)) return false;
  if (!compare_words(one.back(), other.back(), differences)) return false;
  if (compare_middles(middle_of(one), middle_of(other), differences)) return true;
  differences.add("a middle name");
  return true;
}

Words sorted(Words words) {
  std::ranges::sort(words);
  return words;
}

NameMatch compare_people(const Words& one, const Words& other, Differences differences) {
  auto in_order = differences;
  if (compare_in_order(one, other, in_order)) return in_order.match();
  if (sorted(one) == sorted(other)) {
    differences.add("the order");
    return differences.match();
  }
  // A whole given name must be there: an initial and another surname are two people.
  if (one.front() == other.front() && one.front().size() > 1) {
    differences.add("the surname");
    return differences.match();
  }
  return {};
}

Words without_legal_forms(const Words& words) {
  Words rest;
  for (const auto& word : words) {
    if (!is_in(kLegalForms, word)) rest.push_back(word);
  }
  return rest.empty() ? words : rest;
}

bool begins_with(const Words& longer, const Words& shorter) {
  return shorter.size() >= 2 && shorter.size() < longer.size() &&
         std::equal(shorter.begin(), shorter.end(), longer.begin());
}

}  // namespace

NameMatch match_people(std::string_view ours, std::string_view theirs) {
  const auto one = words_of(in_spoken_order(ours));
  const auto other = words_of(in_spoken_order(theirs));
  if (one.empty() || other.empty()) return {};
  Differences differences;
  if (words_of(ours) == words_of(theirs)) {
    if (!same_accents(ours, theirs)) differences.add("accents");
    return differences.match();
  }
  const auto plain_one = without_titles(one);
  const auto plain_other = without_titles(other);
  if (plain_one.size() != one.size() || plain_other.size() != other.size()) differences.add("a title");
  if (has_accents(ours) != has_accents(theirs)) differences.add("accents");
  if (in_spoken_order(ours) != ours || in_spoken_order(theirs) != theirs) differences.add("the order");
  if (plain_one.size() < 2 || plain_other.size() < 2) return {};
  return compare_people(plain_one, plain_other, std::move(differences));
}

NameMatch match_organisations(std::string_view ours, std::string_view theirs) {
  const auto one = words_of(ours);
  const auto other = words_of(theirs);
  if (one.empty() || other.empty()) return {};
  Differences differences;
  if (!same_accents(ours, theirs) && has_accents(ours) != has_accents(theirs)) differences.add("accents");
  if (one == other) return differences.match();
  const auto plain_one = without_legal_forms(one);
  const auto plain_other = without_legal_forms(other);
  if (plain_one == plain_other) {
    differences.add("the legal form");
    return differences.match();
  }
  if (!begins_with(plain_one, plain_other) && !begins_with(plain_other, plain_one)) return {};
  differences.add("the end of the name");
  return differences.match();
}

NameMatch match_names(EntrySubject subject, std::string_view ours, std::string_view theirs) {
  return subject == EntrySubject::person ? match_people(ours, theirs) : match_organisations(ours, theirs);
}

std::string name_key_of(EntrySubject subject, std::string_view name) {
  if (subject == EntrySubject::organisation)
    return fmt::format("{}", fmt::join(without_legal_forms(words_of(name)), " "));
  const auto words = without_titles(words_of(in_spoken_order(name)));
  return words.size() < 2 ? std::string{} : words.front() + " " + words.back();
}

std::string number_key_of(std::string_view number) {
  std::string key;
  for (const char letter : fold(number)) {
    const auto byte = static_cast<unsigned char>(letter);
    if (byte >= 0x80 || std::isalnum(byte) != 0) key += static_cast<char>(std::toupper(byte));
  }
  return key;
}

}  // namespace nearme
