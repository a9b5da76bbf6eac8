#include "catalogue/words.hpp"

#include <cstdint>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/unicode.hpp"

namespace nearme {
namespace {

/// Letters, digits and the marks without which some scripts lose their vowels.
bool is_part_of_word(UChar32 letter) {
  return u_hasBinaryProperty(letter, UCHAR_ALPHABETIC) || u_isdigit(letter) || (U_GET_GC_MASK(letter) & U_GC_M_MASK);
}

}  // namespace

std::string squash(std::string_view words) {
  const std::string folded = fold(words);
  std::string kept;
  const auto length = static_cast<std::int32_t>(folded.size());
  for (std::int32_t at = 0; at < length;) {
    const auto begin = at;
    UChar32 letter = 0;
    U8_NEXT(folded.data(), at, length, letter);
    if (letter >= 0 && is_part_of_word(letter)) kept.append(folded, begin, at - begin);
  }
  return kept;
}

}  // namespace nearme
