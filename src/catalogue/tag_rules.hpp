#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "catalogue/catalogue.hpp"

namespace nearme {

/// The tags of an OpenStreetMap object.
using Tags = std::unordered_map<std::string, std::string>;

/// Tells which kinds of site an OpenStreetMap object is, by the `osm` rules of the catalogue's kinds: a table, no code.
///
/// A rule is `key=value`, or `key=*` for values that no exact rule of that key names; values are compared item by item
/// in lists split at semicolons. `no` is never a match. An object that matches nothing is no site. Immutable; threads:
/// any.
class TagRules {
 public:
  explicit TagRules(const Catalogue& catalogue);

  /// The kinds, most specific first, each once: those of rules with a value go before those of rules with a star, and
  /// among either the order is that of the catalogue. Empty: no site.
  [[nodiscard]] std::vector<KindId> kinds_of(const Tags& tags) const;

  /// Whether any rule speaks of this key at all: a cheap first sieve over millions of objects.
  [[nodiscard]] bool knows_key(std::string_view key) const;

 private:
  /// What the rules say of one key. The numbers are places in `kinds_`.
  struct KeyRules {
    std::unordered_map<std::string, std::vector<std::size_t>> exact;
    std::vector<std::size_t> any;
  };

  std::vector<KindId> kinds_;
  std::unordered_map<std::string, KeyRules> keys_;
};

}  // namespace nearme
