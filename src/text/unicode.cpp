#include "text/unicode.hpp"

#include <algorithm>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace nearme {
namespace {

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

char to_lower_ascii(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

std::string fold_ascii(std::string_view ascii) {
  std::string folded(ascii);
  std::ranges::transform(folded, folded.begin(), to_lower_ascii);
  return folded;
}

/// ICU loads its normalisers from data linked into it, so that asking for one fails only when memory is exhausted.
const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  return *instance(status);
}

icu::UnicodeString normalize(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  return form.normalize(text, status);
}

/// Whether a decomposed code point is an accent that people leave out: the marks of Latin, Greek and Cyrillic letters
/// and the vowel points of Hebrew and Arabic. The marks that make another letter in Indic scripts, Thai and kana stay.
bool is_accent(UChar32 code_point) {
  const int combining_class = u_getCombiningClass(code_point);
  constexpr int kOverlay = 1;
  constexpr int kFirstPoint = 10;
  constexpr int kLastPoint = 36;
  constexpr int kFirstAttached = 200;
  return combining_class == kOverlay || (combining_class >= kFirstPoint && combining_class <= kLastPoint) ||
         combining_class >= kFirstAttached;
}

/// The plain spelling of a Latin letter that Unicode does not decompose; null for any other.
const char16_t* plain_spelling(UChar32 letter) {
  switch (letter) {
    case U'ł':
      return u"l";
    case U'ø':
      return u"o";
    case U'đ':
    case U'ð':
      return u"d";
    case U'ħ':
      return u"h";
    case U'ı':
      return u"i";
    case U'ŧ':
      return u"t";
    case U'æ':
      return u"ae";
    case U'œ':
      return u"oe";
    case U'þ':
      return u"th";
    case U'ŋ':
      return u"ng";
    default:
      return nullptr;
  }
}

icu::UnicodeString without_accents(const icu::UnicodeString& decomposed) {
  icu::UnicodeString plain;
  for (int i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 code_point = decomposed.char32At(i);
    if (const auto* spelling = plain_spelling(code_point)) {
      plain.append(spelling, -1);
    } else if (!is_accent(code_point)) {
      plain.append(code_point);
    }
  }
  return plain;
}

}  // namespace

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    UChar32 code_point = 0;
    U8_NEXT(bytes.data(), i, bytes.size(), code_point);
    if (code_point < 0) return false;
  }
  return true;
}

std::string fold(std::string_view utf8) {
  if (is_ascii(utf8)) return fold_ascii(utf8);
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
  const auto cased = normalize(normalizer(icu::Normalizer2::getNFKCCasefoldInstance), text);
  const auto decomposed = normalize(normalizer(icu::Normalizer2::getNFDInstance), cased);
  // Composed again, so that the syllables of Hangul and the letters of kana are one code point each.
  const auto plain = normalize(normalizer(icu::Normalizer2::getNFCInstance), without_accents(decomposed));
  std::string folded;
  plain.toUTF8String(folded);
  return folded;
}

std::size_t length(std::string_view utf8) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < utf8.size(); ++count) {
    U8_FWD_1(utf8.data(), i, utf8.size());
  }
  return count;
}

}  // namespace nearme
