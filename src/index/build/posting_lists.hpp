#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace nearme {

/// Which sites have each of many numbered words, gathered site by site in position order: one to two bytes a word of a
/// site, as each position is kept as its distance from the one before, seven bits a byte.
class PostingLists {
 public:
  /// Notes that the site has the word. Positions of one word ascend; the same one again changes nothing.
  void add(std::uint32_t word, std::uint32_t position);

  /// The positions of a word, ascending; none of a word that nobody has.
  [[nodiscard]] std::vector<std::uint32_t> positions_of(std::uint32_t word) const;

 private:
  struct List {
    std::uint32_t count = 0;
    std::uint32_t last = 0;
    std::vector<std::uint8_t> distances;
  };
  std::vector<List> lists_;
};

}  // namespace nearme
