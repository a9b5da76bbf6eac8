#include "index/build/posting_lists.hpp"

namespace nearme {

void PostingLists::add(std::uint32_t word, std::uint32_t position) {
  if (word >= lists_.size()) lists_.resize(std::size_t{word} + 1);
  List& list = lists_[word];
  if (list.count > 0 && list.last == position) return;
  std::uint32_t distance = position - list.last;
  for (; distance >= 0x80; distance >>= 7) list.distances.push_back(static_cast<std::uint8_t>(distance | 0x80));
  list.distances.push_back(static_cast<std::uint8_t>(distance));
  list.last = position;
  ++list.count;
}

std::vector<std::uint32_t> PostingLists::positions_of(std::uint32_t word) const {
  if (word >= lists_.size()) return {};
  const List& list = lists_[word];
  std::vector<std::uint32_t> positions;
  positions.reserve(list.count);
  std::uint32_t position = 0;
  std::uint32_t distance = 0;
  int shift = 0;
  for (const std::uint8_t byte : list.distances) {
    distance |= std::uint32_t{byte & 0x7fU} << shift;
    shift += 7;
    if (byte >= 0x80) continue;
    position += distance;
    positions.push_back(position);
    distance = 0;
    shift = 0;
  }
  return positions;
}

}  // namespace nearme
