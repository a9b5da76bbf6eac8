#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// The depth of a complete 64-ary tree over `size` positions: how many levels of nodes. At least 1.
int levels_for(std::uint32_t size);

/// A set of site positions as a 64-ary trie that keeps only its non-zero words; the same shape as the BoxTree over the
/// same positions. Bit c of a node's word says whether child c has any member; a child's word is found by rank.
///
/// A set of few members is kept as a plain list, a fifth as long, and opened into a trie when it is asked for; the trie
/// then belongs to this value and its copies. Otherwise this is a view: the bytes must outlive it.
///
/// Level 0 is the leaves (words over positions), level `levels()-1` the root. Within
/// a level, words stand in node order. Layout: docs/image-format.md, section "BITS". Immutable; threads: any.
class BitTrie {
 public:
  /// Over bytes that `build_bit_trie` wrote for an image of `size` positions. Checks every count and that ranks agree
  /// with the words, once, here, so that walks need no checks. Errors: corrupt, with the byte position of the first
  /// thing wrong.
  [[nodiscard]] static Result<BitTrie> open(std::span<const std::byte> bytes, std::uint32_t size);

  /// Only the checks of `open`, and its errors.
  [[nodiscard]] static Result<void> prove(std::span<const std::byte> bytes, std::uint32_t size);

  /// The same as `open` over bytes that have been proved sound: costs no look at the words of a trie; opening a list
  /// costs an allocation and some steps a member.
  [[nodiscard]] static BitTrie over_checked(const std::byte* bytes, std::uint32_t size);

  /// The empty set.
  BitTrie() = default;

  [[nodiscard]] int levels() const { return levels_; }
  [[nodiscard]] std::uint32_t count() const { return count_; }  ///< members
  [[nodiscard]] bool empty() const { return count_ == 0; }

  /// The non-zero words of a level, in node order.
  [[nodiscard]] std::span<const std::uint64_t> words(int level) const { return {words_[level], word_counts_[level]}; }

  /// The word of a node by its index among the level's non-zero words. The root's index is 0; an empty trie has none.
  [[nodiscard]] std::uint64_t word(int level, std::uint32_t index) const { return words_[level][index]; }

  /// The index, on the level below, of child `child`, whose bit must be set.
  [[nodiscard]] std::uint32_t child(int level, std::uint32_t index, int child) const {
    const std::uint64_t below = word(level, index) & ((std::uint64_t{1} << child) - 1);
    return first_child(level, index) + static_cast<std::uint32_t>(std::popcount(below));
  }

  /// The index, on the level below, of the child of the lowest bit; the others' follow it one by one.
  [[nodiscard]] std::uint32_t first_child(int level, std::uint32_t index) const { return first_child_[level][index]; }

  /// How many members stand below a node. Cost: the leaf words below it, which lie side by side.
  [[nodiscard]] std::uint64_t count_below(int level, std::uint32_t index) const;

  /// The word of leaf `number` of the box tree: a bit for each of its 64 positions.
  [[nodiscard]] std::uint64_t leaf_word(std::uint32_t number) const;

  [[nodiscard]] bool contains(SitePosition position) const;
  [[nodiscard]] std::vector<SitePosition> to_positions() const;

  static constexpr int kMaxLevels = 6;  ///< 64^6 positions
  static constexpr std::uint32_t kMostListed = 64;

 private:
  [[nodiscard]] static BitTrie from_list(std::span<const std::uint32_t> members, std::uint32_t size);
  [[nodiscard]] Result<void> check(std::uint32_t size) const;
  [[nodiscard]] std::uint32_t first_leaf(int level, std::uint32_t index) const;

  int levels_ = 0;
  std::uint32_t count_ = 0;
  std::uint32_t word_counts_[kMaxLevels] = {};
  const std::uint64_t* words_[kMaxLevels] = {};
  const std::uint32_t* first_child_[kMaxLevels] = {};  ///< unused on level 0
  std::shared_ptr<const std::uint64_t[]> opened_;      ///< what the pointers point into, when it was a list
};

/// Writes the bytes of a set, as a list or as a trie. `positions` ascend strictly and are below `size`. Always a
/// multiple of 8 bytes long.
std::vector<std::byte> build_bit_trie(std::span<const std::uint32_t> positions, std::uint32_t size);

/// A trie together with its bytes: for sets made at query time or each minute (unions, open now). Its view stays good
/// when it is moved.
class OwnedBitTrie {
 public:
  [[nodiscard]] static OwnedBitTrie from_positions(std::span<const std::uint32_t> positions, std::uint32_t size);
  /// From the words over 64 positions each that have any, with their numbers, which ascend.
  [[nodiscard]] static OwnedBitTrie from_leaves(std::span<const std::uint32_t> numbers,
                                                std::vector<std::uint64_t> words, std::uint32_t size);
  /// The union of some tries over the same `size`. Cost: the words of all of them.
  [[nodiscard]] static OwnedBitTrie union_of(std::span<const BitTrie> tries, std::uint32_t size);

  OwnedBitTrie(OwnedBitTrie&&) noexcept = default;
  OwnedBitTrie& operator=(OwnedBitTrie&&) noexcept = default;
  OwnedBitTrie(const OwnedBitTrie&) = delete;
  OwnedBitTrie& operator=(const OwnedBitTrie&) = delete;
  ~OwnedBitTrie() = default;

  [[nodiscard]] const BitTrie& view() const { return view_; }

 private:
  OwnedBitTrie(std::vector<std::uint64_t> storage, std::uint32_t size);

  std::vector<std::uint64_t> storage_;
  BitTrie view_;
};

}  // namespace nearme
