#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace nearme {

/// Gives each of many repeated texts a number, in the order in which they first come; at the end, when all are known,
/// their order by bytes, which does not depend on who came first. Keeps each text once.
class NameNumbers {
 public:
  std::uint32_t number_of(std::string_view text);

  [[nodiscard]] std::size_t size() const { return texts_.size(); }
  [[nodiscard]] std::string_view text(std::uint32_t number) const { return *texts_[number]; }

  /// The numbers in the byte order of their texts.
  [[nodiscard]] std::vector<std::uint32_t> in_order() const;
  /// For each number its place in that order.
  [[nodiscard]] std::vector<std::uint32_t> places() const;
  /// The texts in that order.
  [[nodiscard]] std::vector<std::string_view> texts_in_order() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
  std::vector<const std::string*> texts_;
};

}  // namespace nearme
