#include "search/plan/index_words.hpp"

#include <algorithm>

#include "index/members.hpp"

namespace nearme {

bool IndexWords::has_word(std::string_view folded) const {
  return std::ranges::any_of(
      index_.segments(), [&](const Segment& segment) { return segment.has_any(segment.index->words().find(folded)); });
}

bool IndexWords::has_postcode(std::string_view folded_without_spaces) const {
  // Every country's postcodes have a digit somewhere, or are no postcodes that a person would type.
  const bool has_digit = std::ranges::any_of(folded_without_spaces, [](char c) { return c >= '0' && c <= '9'; });
  if (!has_digit) return false;
  const auto name = std::string{members::kPostcode} + std::string{folded_without_spaces};
  return std::ranges::any_of(
      index_.segments(), [&](const Segment& segment) { return segment.has_any(segment.index->members().find(name)); });
}

}  // namespace nearme
