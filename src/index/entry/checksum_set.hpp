#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace nearme {

/// Which checksums have been seen: some 16 bytes each, in one table with open addresses.
class ChecksumSet {
 public:
  /// Whether it is new.
  bool insert(std::uint64_t checksum) {
    if (checksum == kFree) checksum = 1;
    if (2 * (count_ + 1) > places_.size()) grow();
    std::uint64_t& place = place_of(checksum);
    if (place == checksum) return false;
    place = checksum;
    ++count_;
    return true;
  }

 private:
  static constexpr std::uint64_t kFree = 0;

  /// Where it stands, or the free place where it should. Checksums are even enough to be their own hashes.
  std::uint64_t& place_of(std::uint64_t checksum) {
    std::size_t at = checksum & (places_.size() - 1);
    while (places_[at] != kFree && places_[at] != checksum) at = (at + 1) & (places_.size() - 1);
    return places_[at];
  }

  void grow() {
    const std::vector<std::uint64_t> old = std::exchange(places_, std::vector<std::uint64_t>(2 * places_.size()));
    for (const std::uint64_t checksum : old) {
      if (checksum != kFree) place_of(checksum) = checksum;
    }
  }

  std::size_t count_ = 0;
  std::vector<std::uint64_t> places_ = std::vector<std::uint64_t>(64);  ///< a power of two of them
};

}  // namespace nearme
