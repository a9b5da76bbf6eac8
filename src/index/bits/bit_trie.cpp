#include "index/bits/bit_trie.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstring>

#include "index/bits/bit_kernels.hpp"
#include "index/bits/trie_levels.hpp"

namespace nearme {
namespace {

/// The head of a trie's bytes: the member count, then the word count of each level, padded to eight bytes.
std::size_t head_bytes(int levels) { return (1 + static_cast<std::size_t>(levels) + 1) / 2 * 8; }

std::uint32_t u32_at(const std::byte* bytes, std::size_t number) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes + number * sizeof value, sizeof value);
  return value;
}

/// How long the trie that begins here says that it is.
std::uint64_t length_of(const std::byte* head, int levels) {
  std::uint64_t words = 0;
  std::uint64_t children = 0;
  for (int level = 0; level < levels; ++level) {
    const std::uint64_t count = u32_at(head, 1 + static_cast<std::size_t>(level));
    words += count;
    if (level > 0) children += count;
  }
  return head_bytes(levels) + words * 8 + (children + 1) / 2 * 8;
}

/// A list's bytes: the member count, a zero where a trie has its number of leaf words, the members, padded to eight.
constexpr std::size_t kListHead = 8;

bool is_list(const std::byte* bytes) { return u32_at(bytes, 1) == 0; }

std::span<const std::uint32_t> listed(const std::byte* bytes) {
  return {reinterpret_cast<const std::uint32_t*>(bytes + kListHead), u32_at(bytes, 0)};
}

std::uint64_t list_length(std::uint64_t count) { return kListHead + (count + 1) / 2 * 8; }

Result<void> check_list(std::span<const std::byte> bytes, std::uint32_t size) {
  const std::uint32_t count = u32_at(bytes.data(), 0);
  if (count > BitTrie::kMostListed || list_length(count) != bytes.size())
    return fail(ErrorKind::corrupt, "byte 0 of a set promises a list of {}, but there are {} bytes", count,
                bytes.size());
  const auto members = listed(bytes.data());
  if (std::ranges::adjacent_find(members, std::ranges::greater_equal{}) != members.end())
    return fail(ErrorKind::corrupt, "the members of a set do not ascend");
  if (!members.empty() && members.back() >= size)
    return fail(ErrorKind::corrupt, "a set has member {}, but there are {} sites", members.back(), size);
  return {};
}

std::vector<std::byte> to_list(std::span<const std::uint32_t> members) {
  std::vector<std::byte> bytes(list_length(members.size()));
  const auto count = static_cast<std::uint32_t>(members.size());
  std::memcpy(bytes.data(), &count, sizeof count);
  if (count > 0) std::memcpy(bytes.data() + kListHead, members.data(), members.size_bytes());
  return bytes;
}

void append_positions(const BitTrie& trie, int level, std::uint32_t index, std::uint32_t node,
                      std::vector<SitePosition>& positions) {
  for (std::uint64_t rest = trie.word(level, index); rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    const std::uint32_t number = node * 64 + static_cast<std::uint32_t>(child);
    if (level == 0) {
      positions.push_back(SitePosition{number});
    } else {
      append_positions(trie, level - 1, trie.child(level, index, child), number, positions);
    }
  }
}

}  // namespace

int levels_for(std::uint32_t size) {
  int levels = 1;
  for (std::uint64_t covered = 64; covered < size; covered *= 64) ++levels;
  return levels;
}

BitTrie BitTrie::from_list(std::span<const std::uint32_t> members, std::uint32_t size) {
  BitTrie trie;
  trie.levels_ = levels_for(size);
  trie.count_ = static_cast<std::uint32_t>(members.size());
  const std::size_t most = members.size() * static_cast<std::size_t>(trie.levels_);
  const auto opened = std::make_shared_for_overwrite<std::uint64_t[]>(most + (most + 1) / 2);
  std::uint64_t* words = opened.get();
  auto* first_child = reinterpret_cast<std::uint32_t*>(words + most);
  std::array<std::uint32_t, kMostListed> nodes;
  std::ranges::copy(members, nodes.begin());
  std::uint32_t below = trie.count_;
  for (int level = 0; level < trie.levels_; ++level) {
    // The nodes of this level take the places of those below, of which there are no fewer.
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < below; ++i) {
      const std::uint32_t node = nodes[i] / 64;
      const std::uint64_t bit = std::uint64_t{1} << (nodes[i] % 64);
      if (count == 0 || nodes[count - 1] != node) {
        words[count] = 0;
        first_child[count] = i;
        nodes[count++] = node;
      }
      words[count - 1] |= bit;
    }
    trie.words_[level] = words;
    trie.first_child_[level] = first_child;
    trie.word_counts_[level] = below = count;
    words += count;
    first_child += count;
  }
  trie.opened_ = opened;
  return trie;
}

BitTrie BitTrie::over_checked(const std::byte* bytes, std::uint32_t size) {
  if (is_list(bytes)) return from_list(listed(bytes), size);
  BitTrie trie;
  trie.levels_ = levels_for(size);
  trie.count_ = u32_at(bytes, 0);
  const std::byte* next = bytes + head_bytes(trie.levels_);
  for (int level = 0; level < trie.levels_; ++level) {
    trie.word_counts_[level] = u32_at(bytes, 1 + static_cast<std::size_t>(level));
    trie.words_[level] = reinterpret_cast<const std::uint64_t*>(next);
    next += std::size_t{trie.word_counts_[level]} * 8;
  }
  for (int level = 1; level < trie.levels_; ++level) {
    trie.first_child_[level] = reinterpret_cast<const std::uint32_t*>(next);
    next += std::size_t{trie.word_counts_[level]} * 4;
  }
  return trie;
}

Result<BitTrie> BitTrie::open(std::span<const std::byte> bytes, std::uint32_t size) {
  TRY_VOID(prove(bytes, size));
  return over_checked(bytes.data(), size);
}

Result<void> BitTrie::prove(std::span<const std::byte> bytes, std::uint32_t size) {
  const int levels = levels_for(size);
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0)
    return fail(ErrorKind::corrupt, "byte 0 of a bit trie does not lie at a multiple of 8");
  if (bytes.size() >= kListHead && is_list(bytes.data())) return check_list(bytes, size);
  if (bytes.size() < head_bytes(levels))
    return fail(ErrorKind::corrupt, "byte {} of a bit trie is missing: its head has {}", bytes.size(),
                head_bytes(levels));
  if (const std::uint64_t length = length_of(bytes.data(), levels); length != bytes.size())
    return fail(ErrorKind::corrupt, "byte 0 of a bit trie promises {} bytes, but there are {}", length, bytes.size());
  return over_checked(bytes.data(), size).check(size);
}

Result<void> BitTrie::check(std::uint32_t size) const {
  const std::uint32_t roots = count_ == 0 ? 0 : 1;
  if (word_counts_[levels_ - 1] != roots)
    return fail(ErrorKind::corrupt, "byte 0 of a bit trie: {} members under {} roots", count_,
                word_counts_[levels_ - 1]);
  for (int level = levels_ - 1; level > 0; --level) {
    if (!ranks_agree(words(level), {first_child_[level], word_counts_[level]}) ||
        count_bits(words(level)) != word_counts_[level - 1])
      return fail(ErrorKind::corrupt, "level {} of a bit trie does not agree with the level below", level);
  }
  const bool holds_zero = std::ranges::find(words(0), std::uint64_t{0}) != words(0).end();
  if (holds_zero || count_bits(words(0)) != count_)
    return fail(ErrorKind::corrupt, "byte 0 of a bit trie: its leaves do not have {} members", count_);
  if (count_ == 0) return {};

  // The greatest member is found by the highest bits; nothing may stand behind the last position.
  std::uint64_t greatest = 0;
  std::uint32_t index = 0;
  for (int level = levels_ - 1; level >= 0; --level) {
    const int highest = 63 - std::countl_zero(word(level, index));
    greatest = greatest * 64 + static_cast<std::uint64_t>(highest);
    if (level > 0) index = child(level, index, highest);
  }
  if (greatest >= size)
    return fail(ErrorKind::corrupt, "a bit trie has member {}, but there are {} sites", greatest, size);
  return {};
}

std::uint32_t BitTrie::first_leaf(int level, std::uint32_t index) const {
  for (; level > 0; --level) index = index < word_counts_[level] ? first_child_[level][index] : word_counts_[level - 1];
  return index;
}

std::uint64_t BitTrie::count_below(int level, std::uint32_t index) const {
  const std::uint32_t first = first_leaf(level, index);
  return count_bits(words(0).subspan(first, first_leaf(level, index + 1) - first));
}

std::uint64_t BitTrie::leaf_word(std::uint32_t number) const {
  if (empty()) return 0;
  std::uint32_t index = 0;
  for (int level = levels_ - 1; level > 0; --level) {
    const std::uint64_t node = std::uint64_t{number} >> (6 * (level - 1));
    if (level == levels_ - 1 && node >= 64) return 0;
    const int bit = static_cast<int>(node % 64);
    if ((word(level, index) >> bit & 1) == 0) return 0;
    index = child(level, index, bit);
  }
  return levels_ == 1 && number > 0 ? 0 : word(0, index);
}

bool BitTrie::contains(SitePosition position) const {
  const std::uint32_t number = to_number(position);
  return (leaf_word(number / 64) >> (number % 64) & 1) != 0;
}

std::vector<SitePosition> BitTrie::to_positions() const {
  std::vector<SitePosition> positions;
  positions.reserve(count_);
  if (!empty()) append_positions(*this, levels_ - 1, 0, 0, positions);
  return positions;
}

std::vector<std::byte> build_bit_trie(std::span<const std::uint32_t> positions, std::uint32_t size) {
  assert(std::ranges::adjacent_find(positions, std::ranges::greater_equal{}) == positions.end());
  assert(positions.empty() || positions.back() < size);
  if (positions.size() <= BitTrie::kMostListed) return to_list(positions);
  const int levels = levels_for(size);
  const std::vector<std::uint64_t> laid_out = lay_out(levels_of(positions, levels), levels);
  const auto bytes = std::as_bytes(std::span(laid_out));
  return {bytes.begin(), bytes.end()};
}

OwnedBitTrie::OwnedBitTrie(std::vector<std::uint64_t> storage, std::uint32_t size)
    : storage_(std::move(storage)),
      view_(BitTrie::over_checked(reinterpret_cast<const std::byte*>(storage_.data()), size)) {}

OwnedBitTrie OwnedBitTrie::from_positions(std::span<const std::uint32_t> positions, std::uint32_t size) {
  const int levels = levels_for(size);
  return {lay_out(levels_of(positions, levels), levels), size};
}

OwnedBitTrie OwnedBitTrie::from_leaves(std::span<const std::uint32_t> numbers, std::vector<std::uint64_t> words,
                                       std::uint32_t size) {
  const int levels = levels_for(size);
  return {lay_out(levels_above(numbers, std::move(words), levels), levels), size};
}

OwnedBitTrie OwnedBitTrie::union_of(std::span<const BitTrie> tries, std::uint32_t size) {
  const int levels = levels_for(size);
  return {lay_out(union_levels_of(tries, levels), levels), size};
}

}  // namespace nearme
