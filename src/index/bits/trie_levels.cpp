#include "index/bits/trie_levels.hpp"

#include <bit>
#include <cstring>
#include <numeric>

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

void unite(std::span<const Cursor> cursors, int level, TrieLevels& into) {
  std::uint64_t word = 0;
  for (const Cursor& cursor : cursors) word |= cursor.trie->word(level, cursor.index);
  into.words[level].push_back(word);
  if (level == 0) return;
  into.first_child[level].push_back(static_cast<std::uint32_t>(into.words[level - 1].size()));
  std::vector<Cursor> below;
  for (std::uint64_t rest = word; rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    below.clear();
    for (const Cursor& cursor : cursors) {
      if ((cursor.trie->word(level, cursor.index) >> child & 1) != 0)
        below.push_back({.trie = cursor.trie, .index = cursor.trie->child(level, cursor.index, child)});
    }
    unite(below, level - 1, into);
  }
}

}  // namespace

TrieLevels levels_of(std::span<const std::uint32_t> positions, int levels) {
  TrieLevels trie;
  std::vector<std::uint32_t> unused;
  std::vector<std::uint32_t> nodes = gather(positions, trie.words[0], unused);
  for (int level = 1; level < levels; ++level) nodes = gather(nodes, trie.words[level], trie.first_child[level]);
  return trie;
}

TrieLevels union_levels_of(std::span<const BitTrie> tries, int levels) {
  TrieLevels united;
  std::vector<Cursor> roots;
  for (const BitTrie& trie : tries) {
    if (!trie.empty()) roots.push_back({.trie = &trie, .index = 0});
  }
  if (!roots.empty()) unite(roots, levels - 1, united);
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
