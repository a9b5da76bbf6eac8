#include "search/plan/index_words.hpp"

#include <algorithm>

#include "index/members.hpp"

namespace nearme {

bool IndexWords::has_word(std::string_view folded) const { return !index_.words().find(folded).empty(); }

bool IndexWords::has_postcode(std::string_view folded_without_spaces) const {
  // Every country's postcodes have a digit somewhere, or are no postcodes that a person would type.
  const bool has_digit = std::ranges::any_of(folded_without_spaces, [](char c) { return c >= '0' && c <= '9'; });
  return has_digit &&
         !index_.members().find(std::string{members::kPostcode} + std::string{folded_without_spaces}).empty();
}

}  // namespace nearme
