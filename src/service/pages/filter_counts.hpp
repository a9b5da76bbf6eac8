#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/search.hpp"

namespace nearme {

/// How many places a choice would leave.
struct ChoiceCount {
  std::string choice;  ///< as the parameter takes it: "yes", "de", "25"
  std::uint64_t count = 0;
  bool is_exact = true;  ///< else a lower bound
};

/// The same for every control of the filters, with the rest of the question as it is. A control whose choices are one
/// of many (kind, language, price, distance) is counted without what is chosen of it now.
struct FilterCounts {
  ChoiceCount open_now;
  ChoiceCount confirmed;
  ChoiceCount wheelchair;
  std::vector<ChoiceCount> kinds;
  std::vector<ChoiceCount> languages;
  std::vector<ChoiceCount> prices;  ///< at most so much, in whole units of `currency`
  std::vector<ChoiceCount> radii;   ///< kilometres; none where the question has no place
  std::string currency;             ///< of the prices found; empty: none are stated
};

/// Asks the question once for each choice: some twenty walks that give one result each. Errors: none, for a choice
/// that cannot be asked counts nothing.
FilterCounts count_filters(const Search& search, const SearchRequest& request, const SearchAnswer& answer);

/// Four round amounts (1, 2, 5, 10, ...) around the middle one of these prices in hundredths; none of none.
std::vector<std::int64_t> price_steps(std::vector<std::int64_t> hundredths);

}  // namespace nearme
