#include "index/build/name_numbers.hpp"

#include <algorithm>
#include <numeric>

#include "base/checksum.hpp"

namespace nearme {

namespace {

constexpr std::size_t kFirstPlaces = 64;
constexpr std::size_t kFirstBytes = 1024;
constexpr std::size_t kAhead = 8;

}  // namespace

NameNumbers::NameNumbers()
    : table_(kFirstPlaces), bytes_(std::make_unique<std::pmr::monotonic_buffer_resource>(kFirstBytes)) {}

std::uint64_t NameNumbers::hash_of(std::string_view text) { return checksum(text); }

std::uint32_t NameNumbers::number_of(std::string_view text, std::uint64_t hash) {
  Place& place = place_of(text, hash);
  if (place.number != kFree) return place.number;
  const std::uint32_t number = keep(text, hash);
  place = {.tag = static_cast<std::uint32_t>(hash >> 32), .number = number};
  if (2 * texts_.size() > table_.size()) grow();
  return number;
}

NameNumbers::Place& NameNumbers::place_of(std::string_view text, std::uint64_t hash) {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  for (std::size_t at = hash;; ++at) {
    Place& place = table_[at & (table_.size() - 1)];
    if (place.number == kFree || (place.tag == tag && texts_[place.number] == text)) return place;
  }
}

std::uint32_t NameNumbers::keep(std::string_view text, std::uint64_t hash) {
  auto* const bytes = static_cast<char*>(bytes_->allocate(text.size(), 1));
  std::ranges::copy(text, bytes);
  texts_.emplace_back(bytes, text.size());
  hashes_.push_back(hash);
  return static_cast<std::uint32_t>(texts_.size() - 1);
}

void NameNumbers::grow() {
  table_.assign(2 * table_.size(), Place{});
  for (std::uint32_t number = 0; number < texts_.size(); ++number) {
    const std::uint64_t hash = hashes_[number];
    std::size_t at = hash & (table_.size() - 1);
    while (table_[at].number != kFree) at = (at + 1) & (table_.size() - 1);
    table_[at] = {.tag = static_cast<std::uint32_t>(hash >> 32), .number = number};
  }
}

std::vector<std::uint32_t> NameNumbers::numbers_of(const NameNumbers& others) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(others.size());
  for (std::size_t i = 0; i < others.size(); ++i) {
    // The table is large, and each place of it far from the one before.
    if (i + kAhead < others.size()) __builtin_prefetch(&table_[others.hashes_[i + kAhead] & (table_.size() - 1)]);
    numbers.push_back(number_of(others.texts_[i], others.hashes_[i]));
  }
  return numbers;
}

std::vector<std::uint32_t> NameNumbers::in_order() const {
  std::vector<std::uint32_t> order(texts_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t number) { return text(number); });
  return order;
}

std::vector<std::uint32_t> NameNumbers::places() const {
  const std::vector<std::uint32_t> order = in_order();
  std::vector<std::uint32_t> places(order.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) places[order[place]] = place;
  return places;
}

std::vector<std::string_view> NameNumbers::texts_in_order() const {
  std::vector<std::string_view> texts;
  for (const std::uint32_t number : in_order()) texts.push_back(text(number));
  return texts;
}

}  // namespace nearme
