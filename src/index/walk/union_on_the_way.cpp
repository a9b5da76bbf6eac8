#include "index/walk/union_on_the_way.hpp"

#include <array>
#include <bit>
#include <utility>

namespace nearme {
namespace {

/// Memory above this is not kept: one long walk should not hold it for ever.
constexpr std::size_t kMostSparePlaces = 1 << 16;
constexpr std::size_t kMostSpares = 8;

}  // namespace

std::vector<UnionOnTheWay::Memory>& UnionOnTheWay::spare_memories() {
  static thread_local std::vector<Memory> spares;
  return spares;
}

UnionOnTheWay::UnionOnTheWay(std::span<const BitTrie> tries) : tries_(tries) {
  if (auto& spares = spare_memories(); !spares.empty()) {
    memory_ = std::move(spares.back());
    spares.pop_back();
  }
  memory_.nodes.clear();
  memory_.places.clear();
  for (std::uint32_t trie = 0; trie < tries.size(); ++trie) {
    if (!tries[trie].empty()) memory_.places.push_back({.trie = trie, .index = 0, .word = 0});
  }
  memory_.nodes.push_back({.place_count = static_cast<std::uint32_t>(memory_.places.size())});
}

UnionOnTheWay::~UnionOnTheWay() {
  auto& spares = spare_memories();
  const bool is_of_use = memory_.places.capacity() != 0 && memory_.places.capacity() <= kMostSparePlaces;
  if (is_of_use && spares.size() < kMostSpares) spares.push_back(std::move(memory_));
}

std::span<UnionOnTheWay::Place> UnionOnTheWay::places_of(const Node& node) {
  return std::span(memory_.places).subspan(node.first_place, node.place_count);
}

std::uint64_t UnionOnTheWay::word(int level, Cursor node) {
  Node& asked = memory_.nodes[node];
  if (asked.word != 0) return asked.word;
  for (Place& place : places_of(asked)) {
    place.word = tries_[place.trie].word(level, place.index);
    asked.word |= place.word;
  }
  return asked.word;
}

UnionOnTheWay::Cursor UnionOnTheWay::child(int level, Cursor node, int child) {
  const std::uint64_t below = word(level, node) & ((std::uint64_t{1} << child) - 1);
  if (memory_.nodes[node].first_child == 0) {
    if (level == 1) {
      deal_to_leaves(node);
    } else {
      deal_to_branches(level, node);
    }
  }
  return memory_.nodes[node].first_child + static_cast<Cursor>(std::popcount(below));
}

void UnionOnTheWay::deal_to_leaves(Cursor node) {
  std::array<std::uint64_t, 64> leaves{};
  for (const Place& place : places_of(memory_.nodes[node])) {
    const BitTrie& trie = tries_[place.trie];
    std::uint32_t leaf = trie.first_child(1, place.index);
    for (std::uint64_t rest = place.word; rest != 0; rest &= rest - 1, ++leaf)
      leaves[static_cast<std::size_t>(std::countr_zero(rest))] |= trie.word(0, leaf);
    words_dealt_ += static_cast<std::uint64_t>(std::popcount(place.word));
  }
  memory_.nodes[node].first_child = static_cast<Cursor>(memory_.nodes.size());
  for (std::uint64_t rest = memory_.nodes[node].word; rest != 0; rest &= rest - 1)
    memory_.nodes.push_back({.word = leaves[static_cast<std::size_t>(std::countr_zero(rest))]});
}

void UnionOnTheWay::deal_to_branches(int level, Cursor node) {
  std::array<std::uint32_t, 64> next{};
  for (const Place& place : places_of(memory_.nodes[node])) {
    for (std::uint64_t rest = place.word; rest != 0; rest &= rest - 1)
      ++next[static_cast<std::size_t>(std::countr_zero(rest))];
  }
  auto end = static_cast<std::uint32_t>(memory_.places.size());
  words_dealt_ -= end;
  memory_.nodes[node].first_child = static_cast<Cursor>(memory_.nodes.size());
  for (std::uint64_t rest = memory_.nodes[node].word; rest != 0; rest &= rest - 1) {
    std::uint32_t& count = next[static_cast<std::size_t>(std::countr_zero(rest))];
    memory_.nodes.push_back({.first_place = end, .place_count = count});
    end += std::exchange(count, end);
  }
  words_dealt_ += end;
  memory_.places.resize(end);
  for (const Place& place : places_of(memory_.nodes[node])) {
    std::uint32_t below = tries_[place.trie].first_child(level, place.index);
    for (std::uint64_t rest = place.word; rest != 0; rest &= rest - 1, ++below)
      memory_.places[next[static_cast<std::size_t>(std::countr_zero(rest))]++] = {.trie = place.trie, .index = below};
  }
}

void UnionOnTheWay::release(Mark mark) {
  memory_.nodes.resize(mark.nodes);
  memory_.places.resize(mark.places);
}

}  // namespace nearme
