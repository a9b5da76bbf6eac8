#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace nearme {

/// Gives each of many repeated texts a number, in the order in which they first come; at the end, when all are known,
/// their order by bytes, which does not depend on who came first. Keeps each text once, in one table with open
/// addresses: some 40 bytes beside the text.
class NameNumbers {
 public:
  NameNumbers();

  std::uint32_t number_of(std::string_view text) { return number_of(text, hash_of(text)); }

  /// For each number that other texts have there, the number that they have here.
  [[nodiscard]] std::vector<std::uint32_t> numbers_of(const NameNumbers& others);

  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return texts_[number]; }

  /// The numbers in the byte order of their texts.
  [[nodiscard]] std::vector<std::uint32_t> in_order() const;
  /// For each number its place in that order.
  [[nodiscard]] std::vector<std::uint32_t> places() const;
  /// The texts in that order.
  [[nodiscard]] std::vector<std::string_view> texts_in_order() const;

 private:
  struct Place {
    std::uint32_t tag = 0;  ///< the upper half of the hash: what differs here need not be looked at
    std::uint32_t number = kFree;
  };
  static constexpr std::uint32_t kFree = UINT32_MAX;

  [[nodiscard]] static std::uint64_t hash_of(std::string_view text);
  std::uint32_t number_of(std::string_view text, std::uint64_t hash);
  /// Where the text stands, or the free place where it should.
  Place& place_of(std::string_view text, std::uint64_t hash);
  std::uint32_t keep(std::string_view text, std::uint64_t hash);
  void grow();

  std::vector<Place> table_;  ///< a power of two of them
  std::vector<std::string_view> texts_;
  std::vector<std::uint64_t> hashes_;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> bytes_;  ///< of the texts
};

}  // namespace nearme
