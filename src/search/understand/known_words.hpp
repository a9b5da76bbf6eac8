#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "geo/lat_lon.hpp"

namespace nearme {

/// Which words and postcodes the sites themselves know, so that a name is not mistaken for a place or a typo.
class KnownWords {
 public:
  virtual ~KnownWords() = default;
  [[nodiscard]] virtual bool has_word(std::string_view folded) const = 0;
  /// Whether one site has all of these words.
  [[nodiscard]] virtual bool has_words_together(const std::vector<std::string>& folded) const = 0;
  /// The middles of the sites of a postcode, by its key (text/postcode.hpp): one for each country or far part.
  [[nodiscard]] virtual std::vector<LatLon> postcode(std::string_view key) const = 0;
};

}  // namespace nearme
