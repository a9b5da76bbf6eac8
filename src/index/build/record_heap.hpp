#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "index/build/record_sorter.hpp"

namespace nearme {

/// A record's bytes: the lengths of its key and of the rest, four bytes each, then both.
struct RecordBytes {
  std::string_view key;
  std::string_view rest;

  static constexpr std::size_t kHead = 8;
  /// The record that begins here.
  [[nodiscard]] static RecordBytes at(const char* begin);
  [[nodiscard]] std::size_t size() const { return kHead + key.size() + rest.size(); }
};

struct RecordSorter::Heap {
  /// The first eight bytes of a key, as a number that sorts alike, so that few comparisons look further.
  struct Place {
    std::uint64_t prefix = 0;
    std::uint64_t begin = 0;
  };
  std::vector<char> bytes;
  std::vector<Place> places;

  void add(std::string_view key, std::string_view rest);
  void sort();
  void clear();
  [[nodiscard]] RecordBytes record(const Place& place) const { return RecordBytes::at(bytes.data() + place.begin); }
  /// Has the processor fetch the record that comes some places after this one, while this one is worked on.
  void fetch_ahead_of(const Place& place) const {
    constexpr std::ptrdiff_t kAhead = 8;
    if (places.data() + places.size() - &place > kAhead) __builtin_prefetch(bytes.data() + (&place + kAhead)->begin);
  }
  [[nodiscard]] std::size_t used() const { return bytes.size() + places.size() * sizeof(Place); }
};

}  // namespace nearme
