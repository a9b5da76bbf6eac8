#include "index/build/record_heap.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <tuple>

namespace nearme {
namespace {

std::uint64_t prefix_of(std::string_view key) {
  std::uint64_t prefix = 0;
  for (std::size_t i = 0; i < sizeof prefix; ++i)
    prefix = prefix << 8 | (i < key.size() ? static_cast<unsigned char>(key[i]) : 0U);
  return prefix;
}

}  // namespace

RecordBytes RecordBytes::at(const char* begin) {
  std::array<std::uint32_t, 2> lengths{};
  std::memcpy(lengths.data(), begin, kHead);
  return {.key = {begin + kHead, lengths[0]}, .rest = {begin + kHead + lengths[0], lengths[1]}};
}

void RecordSorter::Heap::add(std::string_view key, std::string_view rest) {
  places.push_back({.prefix = prefix_of(key), .begin = bytes.size()});
  const std::array<std::uint32_t, 2> lengths{static_cast<std::uint32_t>(key.size()),
                                             static_cast<std::uint32_t>(rest.size())};
  const auto* const head = reinterpret_cast<const char*>(lengths.data());
  bytes.insert(bytes.end(), head, head + RecordBytes::kHead);
  bytes.insert(bytes.end(), key.begin(), key.end());
  bytes.insert(bytes.end(), rest.begin(), rest.end());
}

void RecordSorter::Heap::sort() {
  std::ranges::sort(places, [&](const Place& a, const Place& b) {
    if (a.prefix != b.prefix) return a.prefix < b.prefix;
    const RecordBytes first = record(a);
    const RecordBytes second = record(b);
    return std::tie(first.key, first.rest) < std::tie(second.key, second.rest);
  });
}

void RecordSorter::Heap::clear() {
  bytes.clear();
  places.clear();
}

}  // namespace nearme
