#pragma once

#include <string_view>
#include <tuple>
#include <vector>

#include "gazetteer/image/tables.hpp"

namespace nearme {

/// A name that a misspelled word may have meant. Ordered by what is the better guess.
struct TypoGuess {
  int edits;
  gazetteer_format::NameRecord name;

  friend bool operator<(const TypoGuess& a, const TypoGuess& b) {
    return std::tuple{a.edits, ~a.name.population, a.name.locality} <
           std::tuple{b.edits, ~b.name.population, b.name.locality};
  }
};

/// All names within `most` edits (1 or 2) of the key, of localities that are large enough, in no order.
std::vector<TypoGuess> guesses_for_typo(const GazetteerTables& tables, std::string_view key, int most);

}  // namespace nearme
