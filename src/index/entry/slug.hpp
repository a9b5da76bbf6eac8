#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/checksum.hpp"
#include "directory/site.hpp"
#include "index/entry/checksum_set.hpp"

namespace nearme {

/// The last part of the address of a site's page: its name and town in plain letters, then `digits` hexadecimal digits
/// of its id's checksum, from 8 to 16: "skin-studio-leeds-1f2e3d4c".
std::string slug_of(const Site& site, std::size_t digits = 8);

/// Gives every site a slug of its own: where two would share one, the later gets more digits.
class SlugsInUse {
 public:
  /// The slug of a site that has not been given one yet.
  std::string take(const Site& site);

  /// Takes a slug as it is, if nobody has it.
  bool take_if_free(std::string_view slug) { return take_if_free(checksum(slug)); }
  /// The same by its checksum.
  bool take_if_free(std::uint64_t slug_checksum) { return taken_.insert(slug_checksum); }

 private:
  ChecksumSet taken_;  ///< of slugs: a chance match only costs a digit
};

}  // namespace nearme
