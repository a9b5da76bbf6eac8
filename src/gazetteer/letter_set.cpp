#include "gazetteer/letter_set.hpp"

#include <bit>

#include <unicode/utf8.h>

namespace nearme {

std::uint32_t letter_set(std::string_view utf8) {
  constexpr std::uint32_t kLastBits = 31;
  std::uint32_t letters = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(utf8.data(), i, utf8.size(), code_point);
    letters |= 1U << (static_cast<std::uint32_t>(code_point) & kLastBits);
  }
  return letters;
}

bool may_be_within(std::uint32_t letters_of_a, std::uint32_t letters_of_b, int most) {
  return std::popcount(letters_of_a & ~letters_of_b) <= most && std::popcount(letters_of_b & ~letters_of_a) <= most;
}

}  // namespace nearme
