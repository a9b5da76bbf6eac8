#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "index/image/index.hpp"

namespace nearme {

/// Finds where a name stands among those of an index, though it may be the name of a site of another. Learns the order
/// of all names, four bytes a site, when it is first asked about one that the index does not have. Threads: any. Lives
/// no longer than the index.
class NamePlaces {
 public:
  explicit NamePlaces(const Index& index) : index_(index) {}

  /// How many sites stand before this folded name with this id, or are it, in the order by name.
  [[nodiscard]] std::uint32_t count_through(std::string_view folded_name, std::string_view id);

 private:
  void learn_order();

  const Index& index_;
  std::once_flag learnt_;
  std::vector<SitePosition> by_place_;
};

}  // namespace nearme
