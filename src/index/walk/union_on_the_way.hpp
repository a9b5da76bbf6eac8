#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/bits/bit_trie.hpp"

namespace nearme {

/// The union of many tries, worked out only where a walk goes: at a node that is descended from, each trie's place is
/// dealt out to the children that it has.
///
/// Shaped like a BitTrie: a cursor stands for a node, its word says which children have a member of any of the tries.
/// Cursors are numbers of nodes worked out so far; a depth-first walk gives back what it has left by `release`. The
/// tries must outlive this. One thread.
class UnionOnTheWay {
 public:
  using Cursor = std::uint32_t;

  /// Of tries that are all over the same positions.
  explicit UnionOnTheWay(std::span<const BitTrie> tries);
  UnionOnTheWay(UnionOnTheWay&& other) noexcept = default;
  UnionOnTheWay& operator=(UnionOnTheWay&&) = delete;
  UnionOnTheWay(const UnionOnTheWay&) = delete;
  UnionOnTheWay& operator=(const UnionOnTheWay&) = delete;
  ~UnionOnTheWay();

  /// The root is cursor 0.
  [[nodiscard]] bool empty() const { return memory_.places.empty(); }

  [[nodiscard]] std::uint64_t word(int level, Cursor node);
  /// The cursor of child `child`, whose bit must be set.
  [[nodiscard]] Cursor child(int level, Cursor node, int child);

  /// How much has been worked out; `release` forgets all that came after.
  struct Mark {
    std::size_t nodes = 0;
    std::size_t places = 0;
  };
  [[nodiscard]] Mark mark() const { return {.nodes = memory_.nodes.size(), .places = memory_.places.size()}; }
  void release(Mark mark);

  /// How many words of the tries have been dealt out so far: what the walk has cost.
  [[nodiscard]] std::uint64_t words_dealt() const { return words_dealt_; }

 private:
  /// Where one of the tries stands, and its word there once it has been looked at.
  struct Place {
    std::uint32_t trie = 0;
    std::uint32_t index = 0;
    std::uint64_t word = 0;
  };
  struct Node {
    std::uint64_t word = 0;         ///< 0 until it is asked for; words of nodes are never 0
    std::uint32_t first_place = 0;  ///< leaves have no places
    std::uint32_t place_count = 0;
    Cursor first_child = 0;  ///< 0 until the places are dealt out
  };
  /// Kept from one union to the next of the same thread, so that a walk allocates almost nothing.
  struct Memory {
    std::vector<Node> nodes;
    std::vector<Place> places;
  };
  static std::vector<Memory>& spare_memories();

  void deal_to_branches(int level, Cursor node);
  void deal_to_leaves(Cursor node);
  [[nodiscard]] std::span<Place> places_of(const Node& node);

  std::span<const BitTrie> tries_;
  Memory memory_;
  std::uint64_t words_dealt_ = 0;
};

}  // namespace nearme
