#include "index/words/vocabulary.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>
#include <ranges>
#include <tuple>

#include "base/in_parallel.hpp"
#include "index/columns/arrays.hpp"
#include "index/words/spelling_rows.hpp"

namespace nearme {
namespace {

constexpr std::size_t kWordsPerPart = 4096;

/// Four numbers: words, zero, bytes of all texts, bytes of all tries.
struct Head {
  std::uint32_t words = 0;
  std::uint32_t zero = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t trie_bytes = 0;
};

std::uint64_t padded(std::uint64_t bytes) { return (bytes + 7) / 8 * 8; }

/// How many bytes the parts that the head announces take.
std::uint64_t starts_bytes(const Head& head) { return padded((std::uint64_t{head.words} + 1) * 4); }

bool fits(const Head& head, std::uint64_t bytes) {
  if (head.text_bytes > bytes || head.trie_bytes > bytes) return false;
  return sizeof(Head) + 2 * starts_bytes(head) + padded(head.text_bytes) + head.trie_bytes == bytes;
}

}  // namespace

Result<Vocabulary> Vocabulary::open(std::span<const std::byte> bytes, std::uint32_t size) {
  Head head;
  if (bytes.size() < sizeof head)
    return fail(ErrorKind::corrupt, "byte {} of a vocabulary is missing: its head has {}", bytes.size(), sizeof head);
  std::memcpy(&head, bytes.data(), sizeof head);
  if (!fits(head, bytes.size()))
    return fail(ErrorKind::corrupt, "byte 0 of a vocabulary: {} words do not take {} bytes", head.words, bytes.size());
  Vocabulary vocabulary;
  vocabulary.positions_ = size;
  vocabulary.count_ = head.words;
  const std::byte* next = bytes.data() + sizeof head;
  vocabulary.text_starts_ = reinterpret_cast<const std::uint32_t*>(next);
  next += starts_bytes(head);
  vocabulary.trie_starts_ = reinterpret_cast<const std::uint32_t*>(next);
  next += starts_bytes(head);
  vocabulary.texts_ = reinterpret_cast<const char*>(next);
  next += padded(head.text_bytes);
  vocabulary.tries_ = next;
  TRY_VOID(vocabulary.check(head.text_bytes, head.trie_bytes));
  return vocabulary;
}

Result<void> Vocabulary::check(std::uint64_t text_bytes, std::uint64_t trie_bytes) const {
  const bool ends_agree = text_starts_[0] == 0 && text_starts_[count_] == text_bytes && trie_starts_[0] == 0 &&
                          trie_starts_[count_] * std::uint64_t{8} == trie_bytes;
  const bool starts_ascend = std::is_sorted(text_starts_, text_starts_ + count_ + 1) &&
                             std::is_sorted(trie_starts_, trie_starts_ + count_ + 1);
  if (!ends_agree || !starts_ascend) return fail(ErrorKind::corrupt, "byte 24 of a vocabulary: offsets do not ascend");
  // Several threads look at a stretch of words each; the first thing wrong is told.
  const std::size_t parts = 1 + count_ / kWordsPerPart;
  std::vector<Result<void>> outcomes(parts);
  in_parallel(parts, processors(), [&](std::size_t part) {
    outcomes[part] = check_words(part * kWordsPerPart, std::min<std::size_t>(count_, (part + 1) * kWordsPerPart));
  });
  for (Result<void>& outcome : outcomes) TRY_VOID(std::move(outcome));
  return {};
}

Result<void> Vocabulary::check_words(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i < last; ++i) {
    if (i > 0 && word(i - 1) >= word(i)) return fail(ErrorKind::corrupt, "word {} of a vocabulary is out of order", i);
    const std::uint64_t length = (trie_starts_[i + 1] - trie_starts_[i]) * std::uint64_t{8};
    TRY_VOID(BitTrie::prove({trie_bytes_of(i), length}, positions_));
  }
  return {};
}

std::string_view Vocabulary::word(std::size_t number) const {
  return {texts_ + text_starts_[number], text_starts_[number + 1] - text_starts_[number]};
}

BitTrie Vocabulary::sites(std::size_t number) const { return BitTrie::over_checked(trie_bytes_of(number), positions_); }

BitTrie Vocabulary::find(std::string_view searched) const {
  const auto numbers = std::views::iota(std::size_t{0}, size());
  const auto found = std::ranges::lower_bound(numbers, searched, {}, [&](std::size_t number) { return word(number); });
  return found != numbers.end() && word(*found) == searched ? sites(*found) : BitTrie{};
}

std::size_t Vocabulary::first_behind(std::string_view prefix, std::size_t from) const {
  const auto is_behind = [&](std::size_t number) { return word(number).substr(0, prefix.size()) > prefix; };
  // In steps that double, as the words behind are mostly near; then by halves between the last two.
  std::size_t last = from;
  std::size_t step = 1;
  for (; last < size() && !is_behind(last); step *= 2) {
    from = last + 1;
    last = std::min(last + step, size());
  }
  return *std::ranges::partition_point(std::views::iota(from, last), std::not_fn(is_behind));
}

std::pair<std::size_t, std::size_t> Vocabulary::beginning_with(std::string_view prefix) const {
  const auto numbers = std::views::iota(std::size_t{0}, size());
  const auto first = std::ranges::lower_bound(numbers, prefix, {}, [&](std::size_t number) { return word(number); });
  const auto number = static_cast<std::size_t>(first - numbers.begin());
  return {number, first_behind(prefix, number)};
}

std::vector<WordMatch> Vocabulary::spelled_like(std::string_view searched, int most, std::size_t limit) const {
  std::vector<WordMatch> matches;
  SpellingRows rows(to_code_points(searched), most);
  for (std::size_t number = 0; number < size();) {
    rows.spell(word(number));
    if (rows.is_hopeless()) {
      number = first_behind(rows.spelled(), number);
      continue;
    }
    if (rows.edits() <= most)
      matches.push_back({.word = word(number), .sites = sites(number), .edits = rows.edits(), .is_prefix = false});
    ++number;
  }
  std::ranges::sort(matches, {}, [](const WordMatch& match) {
    return std::tuple(match.edits, -std::int64_t{match.sites.count()}, match.word);
  });
  if (matches.size() > limit) matches.resize(limit);
  return matches;
}

void VocabularyWriter::add(std::string_view word, std::span<const std::uint32_t> positions) {
  texts_ += word;
  text_starts_.push_back(static_cast<std::uint32_t>(texts_.size()));
  const std::vector<std::byte> trie = build_bit_trie(positions, size_);
  tries_.insert(tries_.end(), trie.begin(), trie.end());
  trie_starts_.push_back(static_cast<std::uint32_t>(tries_.size() / 8));
}

std::vector<std::byte> VocabularyWriter::build() && {
  const Head head{.words = static_cast<std::uint32_t>(text_starts_.size() - 1),
                  .zero = 0,
                  .text_bytes = texts_.size(),
                  .trie_bytes = tries_.size()};
  ArrayWriter writer;
  writer.append(std::span(&head, 1));
  writer.append(text_starts_);
  writer.append(trie_starts_);
  writer.append(std::span<const char>(texts_));
  writer.append(tries_);
  return std::move(writer).take();
}

std::vector<std::byte> build_vocabulary(const std::map<std::string, std::vector<std::uint32_t>>& sites_of,
                                        std::uint32_t size) {
  VocabularyWriter writer(size);
  for (const auto& [word, positions] : sites_of) writer.add(word, positions);
  return std::move(writer).build();
}

}  // namespace nearme
