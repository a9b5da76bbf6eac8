#include "intake/normalise/name_case.hpp"

#include <algorithm>
#include <array>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace nearme {
namespace {

/// Written in capitals by everyone.
constexpr std::array<std::string_view, 41> kCapitals{
    "LLC", "PLLC", "LLP", "PC",   "PA",  "PLC", "MD",  "DO", "DDS", "DMD", "OD",  "DC",  "NP",  "RN",
    "FNP", "APRN", "DPM", "PHD",  "NHS", "UK",  "USA", "US", "GP",  "ENT", "ER",  "ICU", "II",  "III",
    "IV",  "VI",   "VII", "YMCA", "NE",  "NW",  "SE",  "SW", "DBA", "CVS", "HIV", "VA",  "UCSF"};

/// Small inside of a name.
constexpr std::array<std::string_view, 16> kSmall{"OF", "AND", "THE", "FOR", "AT",  "IN",  "ON",  "BY",
                                                  "DE", "LA",  "DU",  "DES", "UND", "DER", "VON", "Y"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool has_vowel(const icu::UnicodeString& word) {
  // Letters beyond ASCII count as vowels: most that carry accents are.
  for (int i = 0; i < word.length(); ++i) {
    if (word[i] > 0x7F || std::string_view("AEIOUY").contains(static_cast<char>(word[i]))) return true;
  }
  return false;
}

/// Whether a letter begins a part of a word: at its start, and after "O'", "D'", a hyphen, a slash or "Mc".
bool begins_part(const icu::UnicodeString& word, int at) {
  if (at == 0) return true;
  const auto before = word[at - 1];
  if (before == '-' || before == '/' || before == '.' || before == '&' || before == '(') return true;
  const bool is_apostrophe = before == '\'' || before == 0x2019;
  if (is_apostrophe) return at == 2 && word.length() > 4;
  return at == 2 && word.startsWith("MC") && word.length() > 4;
}

icu::UnicodeString usual_word(const icu::UnicodeString& word, bool is_first) {
  std::string ascii;
  word.toUTF8String(ascii);
  while (!ascii.empty() && (ascii.back() == ',' || ascii.back() == '.' || ascii.back() == ')')) ascii.pop_back();
  if (is_one_of(kCapitals, ascii) || !has_vowel(word)) return word;
  icu::UnicodeString usual;
  icu::UnicodeString lower(word);
  lower.toLower(icu::Locale::getRoot());
  if (!is_first && is_one_of(kSmall, ascii)) return lower;
  if (lower.length() != word.length()) return lower.toTitle(nullptr, icu::Locale::getRoot());
  for (int i = 0; i < word.length(); ++i) usual.append(begins_part(word, i) ? word[i] : lower[i]);
  return usual;
}

}  // namespace

bool is_in_capitals(std::string_view name) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
  int letters = 0;
  int words = 0;
  bool in_word = false;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto letter = text.char32At(i);
    if (u_islower(letter) != 0) return false;
    const bool is_letter = u_isupper(letter) != 0;
    letters += is_letter ? 1 : 0;
    words += is_letter && !in_word ? 1 : 0;
    in_word = is_letter;
  }
  constexpr int kLongWord = 6;
  constexpr int kFewestLetters = 5;
  return letters >= kFewestLetters && (words > 1 || letters > kLongWord);
}

std::string usual_case(std::string_view name) {
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int>(name.size())));
  icu::UnicodeString usual;
  for (int begin = 0; begin < text.length();) {
    auto end = text.indexOf(u' ', begin);
    if (end < 0) end = text.length();
    if (begin > 0) usual.append(u' ');
    usual.append(usual_word(icu::UnicodeString(text, begin, end - begin), begin == 0));
    begin = end + 1;
  }
  std::string utf8;
  usual.toUTF8String(utf8);
  return utf8;
}

}  // namespace nearme
