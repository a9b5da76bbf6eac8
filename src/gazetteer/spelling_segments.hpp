#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace nearme {

/// Parts of words by which words of few typos are found: what PASS-JOIN does (Li, Deng, Wang, Feng 2011), with swapped
/// neighbours besides.
///
/// A word is cut into as many even segments as it may have edits, and one more: so many edits leave one segment whole,
/// and it stands in the typed word at most so many places from where it stood. A swap of two letters may spoil two
/// segments; hence the typed word is also tried with every two neighbours swapped back and one edit less.

/// Calls `visit` with the hash of every segment of a word (UTF-8) that has `edits_allowed` typos of anything typed.
void for_each_segment(std::string_view word, const std::function<void(std::uint32_t hash)>& visit);

/// Calls `visit` with the hashes among which every word within `most` edits (1 or 2) of the typed one has a segment.
void for_each_probe(std::string_view typed, int most, const std::function<void(std::uint32_t hash)>& visit);

}  // namespace nearme
