#include "index/words/vocabulary.hpp"

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>
#include <ranges>
#include <tuple>

#include "index/words/spelling_rows.hpp"

namespace nearme {
namespace {

/// Four numbers: words, zero, bytes of all texts, bytes of all tries.
struct Head {
  std::uint32_t words = 0;
  std::uint32_t zero = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t trie_bytes = 0;
};

std::uint64_t padded(std::uint64_t bytes) { return (bytes + 7) / 8 * 8; }

/// How many bytes the parts that the head announces take.
std::uint64_t text_starts_bytes(const Head& head) { return padded((std::uint64_t{head.words} + 1) * 4); }
std::uint64_t trie_starts_bytes(const Head& head) { return (std::uint64_t{head.words} + 1) * 8; }

bool fits(const Head& head, std::uint64_t bytes) {
  if (head.text_bytes > bytes || head.trie_bytes > bytes) return false;
  return sizeof(Head) + text_starts_bytes(head) + trie_starts_bytes(head) + padded(head.text_bytes) + head.trie_bytes ==
         bytes;
}

template <class T>
void append(std::vector<std::byte>& bytes, std::span<const T> values) {
  const auto raw = std::as_bytes(values);
  bytes.insert(bytes.end(), raw.begin(), raw.end());
  bytes.resize(padded(bytes.size()));
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
  next += text_starts_bytes(head);
  vocabulary.trie_starts_ = reinterpret_cast<const std::uint64_t*>(next);
  next += trie_starts_bytes(head);
  vocabulary.texts_ = reinterpret_cast<const char*>(next);
  next += padded(head.text_bytes);
  vocabulary.tries_ = next;
  TRY_VOID(vocabulary.check(head.text_bytes, head.trie_bytes));
  return vocabulary;
}

Result<void> Vocabulary::check(std::uint64_t text_bytes, std::uint64_t trie_bytes) const {
  const bool ends_agree = text_starts_[0] == 0 && text_starts_[count_] == text_bytes && trie_starts_[0] == 0 &&
                          trie_starts_[count_] == trie_bytes;
  const bool starts_ascend = std::is_sorted(text_starts_, text_starts_ + count_ + 1) &&
                             std::is_sorted(trie_starts_, trie_starts_ + count_ + 1);
  if (!ends_agree || !starts_ascend) return fail(ErrorKind::corrupt, "byte 24 of a vocabulary: offsets do not ascend");
  for (std::uint32_t i = 0; i < count_; ++i) {
    if (i > 0 && word(i - 1) >= word(i)) return fail(ErrorKind::corrupt, "word {} of a vocabulary is out of order", i);
    TRY([[maybe_unused]] const BitTrie trie,
        BitTrie::open({tries_ + trie_starts_[i], trie_starts_[i + 1] - trie_starts_[i]}, positions_));
  }
  return {};
}

std::string_view Vocabulary::word(std::size_t number) const {
  return {texts_ + text_starts_[number], text_starts_[number + 1] - text_starts_[number]};
}

BitTrie Vocabulary::sites(std::size_t number) const {
  return BitTrie::over_checked(tries_ + trie_starts_[number], positions_);
}

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

std::vector<std::byte> build_vocabulary(const std::map<std::string, std::vector<std::uint32_t>>& sites_of,
                                        std::uint32_t size) {
  std::vector<std::uint32_t> text_starts{0};
  std::vector<std::uint64_t> trie_starts{0};
  std::string texts;
  std::vector<std::byte> tries;
  for (const auto& [word, positions] : sites_of) {
    texts += word;
    append(tries, std::span<const std::byte>(build_bit_trie(positions, size)));
    text_starts.push_back(static_cast<std::uint32_t>(texts.size()));
    trie_starts.push_back(tries.size());
  }
  const Head head{.words = static_cast<std::uint32_t>(sites_of.size()),
                  .zero = 0,
                  .text_bytes = texts.size(),
                  .trie_bytes = tries.size()};
  std::vector<std::byte> bytes;
  append(bytes, std::span<const Head>(&head, 1));
  append(bytes, std::span<const std::uint32_t>(text_starts));
  append(bytes, std::span<const std::uint64_t>(trie_starts));
  append(bytes, std::span<const char>(texts));
  append(bytes, std::span<const std::byte>(tries));
  return bytes;
}

}  // namespace nearme
