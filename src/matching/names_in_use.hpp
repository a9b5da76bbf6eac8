#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "matching/site_traits.hpp"

namespace nearme {

/// The names of all sites that are compared: how much a word of a name tells ("Harbour" more than "clinic"), and which
/// names several places bear, as those of chains. A word weighs the logarithm of how many names there are for each that
/// has it (inverse document frequency; Spärck Jones 1972). Words that are common among clinics everywhere start with a
/// share of their own, so that the first names of a small directory are weighed soundly.
class NamesInUse {
 public:
  /// Counts the name of one site. `place` stands for where it is: two sites of one name at one place are no chain.
  void add(const SiteTraits& site, std::uint64_t place);

  /// From 0.5 (in almost every name) upwards; a word that was never seen weighs most.
  [[nodiscard]] double weight(std::string_view word) const;

  /// Whether sites at several places have this very name.
  [[nodiscard]] bool is_of_several(const SiteTraits& site) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  template <class Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  struct Bearers {
    std::uint64_t first_place = 0;
    bool are_several = false;
  };

  Map<std::uint32_t> names_with_;  ///< by word
  Map<Bearers> bearers_;           ///< by the name run together
  std::uint32_t names_ = 0;
};

}  // namespace nearme
