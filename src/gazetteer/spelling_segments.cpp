#include "gazetteer/spelling_segments.hpp"

#include <algorithm>
#include <string>

#include <unicode/utf8.h>

namespace nearme {
namespace {

using Visit = std::function<void(std::uint32_t)>;

/// Words of up to so many letters are within one edit of words that may have one, and longer ones of the others.
constexpr std::size_t kLongestForOneEdit = 8;
constexpr std::size_t kShortestForTwoEdits = 6;

std::u32string to_letters(std::string_view utf8) {
  std::u32string letters;
  letters.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    UChar32 code_point = 0;
    U8_NEXT_OR_FFFD(utf8.data(), i, utf8.size(), code_point);
    letters.push_back(static_cast<char32_t>(code_point));
  }
  return letters;
}

/// Segment `number` of the `parts` of a word of `length` letters: [begin, end).
struct Segment {
  std::size_t length;
  std::size_t parts;
  std::size_t number;

  [[nodiscard]] std::size_t begin() const { return number * length / parts; }
  [[nodiscard]] std::size_t end() const { return (number + 1) * length / parts; }
};

std::uint32_t hash_of(const Segment& segment, std::u32string_view letters) {
  constexpr std::uint64_t kPrime = 0x9E3779B97F4A7C15;
  constexpr std::uint64_t kMostParts = 4;
  std::uint64_t hash = (segment.length * kMostParts + segment.parts) * kMostParts + segment.number;
  for (const char32_t letter : letters) hash = (hash ^ letter) * kPrime, hash ^= hash >> 29U;
  hash *= kPrime;
  constexpr unsigned kHalf = 32;
  return static_cast<std::uint32_t>(hash >> kHalf);
}

void visit_segments(std::u32string_view word, std::size_t parts, const Visit& visit) {
  for (std::size_t i = 0; i < parts; ++i) {
    const Segment segment{.length = word.size(), .parts = parts, .number = i};
    visit(hash_of(segment, word.substr(segment.begin(), segment.end() - segment.begin())));
  }
}

/// Letters [begin, end) of the typed word; only what overlaps them is looked at.
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

/// Segments of words within `most` edits, where they may stand in the typed word.
void visit_probes(std::u32string_view typed, std::size_t most, std::size_t parts, Stretch touched, const Visit& visit) {
  for (auto length = typed.size() - std::min(typed.size(), most); length <= typed.size() + most; ++length) {
    if (length < parts) continue;
    for (std::size_t i = 0; i < parts; ++i) {
      const Segment segment{.length = length, .parts = parts, .number = i};
      const auto size = segment.end() - segment.begin();
      for (auto at = segment.begin() - std::min(segment.begin(), most); at <= segment.begin() + most; ++at) {
        if (at + size > typed.size() || at >= touched.end || at + size <= touched.begin) continue;
        visit(hash_of(segment, typed.substr(at, size)));
      }
    }
  }
}

}  // namespace

void for_each_segment(std::string_view word, const Visit& visit) {
  const auto letters = to_letters(word);
  if (letters.size() >= 2 && letters.size() <= kLongestForOneEdit) visit_segments(letters, 2, visit);
  if (letters.size() >= kShortestForTwoEdits) visit_segments(letters, 3, visit);
}

void for_each_probe(std::string_view typed, int most, const Visit& visit) {
  auto letters = to_letters(typed);
  const auto edits = static_cast<std::size_t>(most);
  const auto parts = edits + 1;
  visit_probes(letters, edits, parts, {0, letters.size()}, visit);
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    if (letters[i] == letters[i + 1]) continue;
    std::swap(letters[i], letters[i + 1]);
    visit_probes(letters, edits - 1, parts, {i, i + 2}, visit);
    std::swap(letters[i], letters[i + 1]);
  }
}

}  // namespace nearme
