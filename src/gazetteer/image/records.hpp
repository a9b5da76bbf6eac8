#pragma once

#include <cassert>
#include <cstddef>
#include <cstring>
#include <span>
#include <type_traits>

namespace nearme {

/// An array of plain structs over bytes that need not be aligned. Does not own the bytes.
template <class T>
class Records {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Records() = default;
  /// Over whole records only: a rest of less than one is left out.
  explicit Records(std::span<const std::byte> bytes) : bytes_(bytes) {}

  [[nodiscard]] std::size_t size() const { return bytes_.size() / sizeof(T); }

  [[nodiscard]] T operator[](std::size_t i) const {
    assert(i < size());
    T record;
    std::memcpy(&record, bytes_.data() + i * sizeof(T), sizeof(T));
    return record;
  }

  /// The first i in [from, size) for which `holds(record)` is false; the records are sorted so that there is one.
  template <class Predicate>
  [[nodiscard]] std::size_t partition_point(std::size_t from, Predicate holds) const {
    std::size_t to = size();
    while (from < to) {
      const std::size_t middle = from + (to - from) / 2;
      if (holds((*this)[middle])) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

 private:
  std::span<const std::byte> bytes_;
};

}  // namespace nearme
