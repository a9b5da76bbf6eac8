#pragma once

#include <string>

#include "world/zipf.hpp"

namespace nearme {

/// A word of a made-up world by its number: folded, of two to five syllables.
std::string word_of_number(std::uint32_t number);

/// Names of two to four words out of 60,000, a few of which are in very many names.
class Names {
 public:
  Names() : words_(kWords, kOffset) {}

  [[nodiscard]] std::string draw(Dice& dice) const;

  /// The name of a city: a word that is in no other name.
  [[nodiscard]] static std::string of_city(std::uint32_t city) { return word_of_number(kWords + city); }

  static constexpr std::uint32_t kWords = 60'000;

 private:
  /// With it the commonest word is in about one name of twelve.
  static constexpr double kOffset = 3;

  Zipf words_;
};

}  // namespace nearme
