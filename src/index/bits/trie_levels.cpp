#include "index/bits/trie_levels.hpp"

#include <bit>
#include <cstring>
#include <utility>

#include "index/bits/bit_kernels.hpp"

namespace nearme {
namespace {

/// Gathers node numbers of one level into the words of the level above, and gives the numbers of those.
std::vector<std::uint32_t> gather(std::span<const std::uint32_t> below, std::vector<std::uint64_t>& words,
                                  std::vector<std::uint32_t>& first_child) {
  std::vector<std::uint32_t> nodes;
  for (std::uint32_t i = 0; i < below.size(); ++i) {
    if (nodes.empty() || nodes.back() != below[i] / 64) {
      nodes.push_back(below[i] / 64);
      words.push_back(0);
      first_child.push_back(i);
    }
    words.back() |= std::uint64_t{1} << (below[i] % 64);
  }
  return nodes;
}

/// Where one of the united tries stands during the descent.
struct Cursor {
  const BitTrie* trie;
  std::uint32_t index;
};

/// One descent down some tries at once. At each node every trie's cursor is dealt out to the children that it has, in
/// one pass; what is dealt stands behind what was dealt above, in one array.
class Uniting {
 public:
  explicit Uniting(TrieLevels& into) : into_(into) {}

  void unite(std::span<const BitTrie> tries, int levels) {
    for (const BitTrie& trie : tries) {
      if (!trie.empty()) dealt_.push_back({.trie = &trie, .index = 0});
    }
    if (dealt_.empty()) return;
    if (levels == 1) return unite_leaves();
    unite_node(0, dealt_.size(), levels - 1);
  }

 private:
  void unite_leaves() {
    std::uint64_t word = 0;
    for (const Cursor& cursor : dealt_) word |= cursor.trie->word(0, cursor.index);
    into_.words[0].push_back(word);
  }

  /// Unites the node at which the cursors [first, last) stand, and all below it.
  void unite_node(std::size_t first, std::size_t last, int level) {
    into_.first_child[level].push_back(static_cast<std::uint32_t>(into_.words[level - 1].size()));
    if (level == 1) return unite_last_branch(first, last);
    const std::size_t start = dealt_.size();
    const Ends ends = deal(first, last, level);
    std::uint64_t word = 0;
    for (std::size_t child = 0, begin = start; child < 64; begin = ends[child], ++child)
      if (begin != ends[child]) word |= std::uint64_t{1} << child;
    into_.words[level].push_back(word);
    for (std::size_t child = 0, begin = start; child < 64; begin = ends[child], ++child)
      if (begin != ends[child]) unite_node(begin, ends[child], level - 1);
    dealt_.resize(start);
  }

  /// The leaves below a node of level 1 are united where they stand: there is nothing to deal out for.
  void unite_last_branch(std::size_t first, std::size_t last) {
    std::array<std::uint64_t, 64> leaves{};
    std::uint64_t word = 0;
    for (std::size_t i = first; i < last; ++i) {
      const auto& [trie, index] = dealt_[i];
      word |= trie->word(1, index);
      std::uint32_t leaf = trie->first_child(1, index);
      for (std::uint64_t rest = trie->word(1, index); rest != 0; rest &= rest - 1, ++leaf)
        leaves[static_cast<std::size_t>(std::countr_zero(rest))] |= trie->word(0, leaf);
    }
    into_.words[1].push_back(word);
    for (; word != 0; word &= word - 1)
      into_.words[0].push_back(leaves[static_cast<std::size_t>(std::countr_zero(word))]);
  }

  /// Where the cursors of each child end in `dealt_`; those of the first begin where the array ended before.
  using Ends = std::array<std::size_t, 64>;

  /// Counts what each child gets, then puts it there.
  Ends deal(std::size_t first, std::size_t last, int level) {
    Ends next{};
    for (std::size_t i = first; i < last; ++i) {
      for (std::uint64_t rest = dealt_[i].trie->word(level, dealt_[i].index); rest != 0; rest &= rest - 1)
        ++next[static_cast<std::size_t>(std::countr_zero(rest))];
    }
    std::size_t end = dealt_.size();
    for (std::size_t& count : next) end += std::exchange(count, end);
    dealt_.resize(end);
    for (std::size_t i = first; i < last; ++i) {
      const auto [trie, index] = dealt_[i];
      std::uint32_t below = trie->first_child(level, index);
      for (std::uint64_t rest = trie->word(level, index); rest != 0; rest &= rest - 1, ++below)
        dealt_[next[static_cast<std::size_t>(std::countr_zero(rest))]++] = {.trie = trie, .index = below};
    }
    return next;
  }

  TrieLevels& into_;
  std::vector<Cursor> dealt_;
};

}  // namespace

TrieLevels levels_of(std::span<const std::uint32_t> positions, int levels) {
  TrieLevels trie;
  std::vector<std::uint32_t> unused;
  std::vector<std::uint32_t> nodes = gather(positions, trie.words[0], unused);
  for (int level = 1; level < levels; ++level) nodes = gather(nodes, trie.words[level], trie.first_child[level]);
  return trie;
}

TrieLevels levels_above(std::span<const std::uint32_t> leaves, std::vector<std::uint64_t> words, int levels) {
  TrieLevels trie;
  trie.words[0] = std::move(words);
  std::vector<std::uint32_t> nodes(leaves.begin(), leaves.end());
  for (int level = 1; level < levels; ++level) nodes = gather(nodes, trie.words[level], trie.first_child[level]);
  return trie;
}

TrieLevels union_levels_of(std::span<const BitTrie> tries, int levels) {
  TrieLevels united;
  Uniting(united).unite(tries, levels);
  return united;
}

std::vector<std::uint64_t> lay_out(const TrieLevels& trie, int levels) {
  std::vector<std::uint32_t> head{static_cast<std::uint32_t>(count_bits(trie.words[0]))};
  for (int level = 0; level < levels; ++level) head.push_back(static_cast<std::uint32_t>(trie.words[level].size()));
  std::vector<std::uint32_t> first_children;
  for (int level = 1; level < levels; ++level)
    first_children.insert(first_children.end(), trie.first_child[level].begin(), trie.first_child[level].end());
  head.resize((head.size() + 1) / 2 * 2);
  first_children.resize((first_children.size() + 1) / 2 * 2);

  std::vector<std::uint64_t> bytes(head.size() / 2);
  std::memcpy(bytes.data(), head.data(), head.size() * sizeof(std::uint32_t));
  for (int level = 0; level < levels; ++level)
    bytes.insert(bytes.end(), trie.words[level].begin(), trie.words[level].end());
  const std::size_t tail = bytes.size();
  bytes.resize(tail + first_children.size() / 2);
  if (!first_children.empty())
    std::memcpy(bytes.data() + tail, first_children.data(), first_children.size() * sizeof(std::uint32_t));
  return bytes;
}

}  // namespace nearme
