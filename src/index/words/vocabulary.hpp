#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/bits/bit_trie.hpp"

namespace nearme {

/// A word of the vocabulary that answers a searched word, and at what price.
struct WordMatch {
  std::string_view word;
  BitTrie sites;
  int edits = 0;
  bool is_prefix = false;  ///< the searched word is only its beginning
};

/// The folded words of all sites, sorted, each with the set of sites that have it. The same structure serves the names
/// of the other sets ("offers:micro-needling"). A view over an image's bytes. Immutable; threads: any. Layout:
/// docs/image-format.md, section "WORDS".
class Vocabulary {
 public:
  /// Checks the order of the words and every trie, here, so that nothing is checked later. Errors: corrupt.
  [[nodiscard]] static Result<Vocabulary> open(std::span<const std::byte> bytes, std::uint32_t size);

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view word(std::size_t number) const;  ///< in byte order
  [[nodiscard]] BitTrie sites(std::size_t number) const;

  /// The set of a word; the empty one when nobody has it.
  [[nodiscard]] BitTrie find(std::string_view word) const;
  /// The numbers [first, last) of the words that begin so.
  [[nodiscard]] std::pair<std::size_t, std::size_t> beginning_with(std::string_view prefix) const;
  /// Words at most `most` edits away (optimal string alignment, in code points), fewest edits first, then those of more
  /// sites, then in byte order; at most `limit`. Walks the sorted words and skips what shares a hopeless beginning.
  [[nodiscard]] std::vector<WordMatch> spelled_like(std::string_view word, int most, std::size_t limit) const;

 private:
  [[nodiscard]] Result<void> check(std::uint64_t text_bytes, std::uint64_t trie_bytes) const;
  [[nodiscard]] Result<void> check_words(std::size_t first, std::size_t last) const;
  [[nodiscard]] const std::byte* trie_bytes_of(std::size_t number) const {
    return tries_ + trie_starts_[number] * std::uint64_t{8};
  }
  /// The first word, from `from` on, that neither begins so nor stands before.
  [[nodiscard]] std::size_t first_behind(std::string_view prefix, std::size_t from) const;

  std::uint32_t positions_ = 0;
  std::uint32_t count_ = 0;
  const std::uint32_t* text_starts_ = nullptr;  ///< count_ + 1 offsets into the texts
  const char* texts_ = nullptr;
  const std::uint32_t* trie_starts_ = nullptr;  ///< count_ + 1 offsets into the tries, in eights of bytes
  const std::byte* tries_ = nullptr;
};

/// Writes a vocabulary word by word.
class VocabularyWriter {
 public:
  /// For an image of `size` positions.
  explicit VocabularyWriter(std::uint32_t size) : size_(size) {}

  /// Words come in byte order, each once; their positions ascend strictly.
  void add(std::string_view word, std::span<const std::uint32_t> positions);

  [[nodiscard]] std::vector<std::byte> build() &&;

 private:
  std::uint32_t size_;
  std::string texts_;
  std::vector<std::byte> tries_;
  std::vector<std::uint32_t> text_starts_{0};
  std::vector<std::uint32_t> trie_starts_{0};
};

/// `sites_of` maps each word to its positions, ascending strictly.
std::vector<std::byte> build_vocabulary(const std::map<std::string, std::vector<std::uint32_t>>& sites_of,
                                        std::uint32_t size);

}  // namespace nearme
