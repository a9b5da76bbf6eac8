#pragma once

#include <cstdint>
#include <string_view>

namespace nearme {

/// Which letters a word holds, as 32 bits that letters share by the last five bits of their code point.
///
/// An edit takes at most one bit away and brings at most one: words of which one has more than n bits that the other
/// lacks are more than n edits apart. This sieves a table of words without looking at the words.
std::uint32_t letter_set(std::string_view utf8);

/// Whether the sets alone leave it possible that the words are at most `most` edits apart.
bool may_be_within(std::uint32_t letters_of_a, std::uint32_t letters_of_b, int most);

}  // namespace nearme
