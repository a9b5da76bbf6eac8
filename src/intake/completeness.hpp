#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// Counts which fields the records of an import have. The fields go by the names of the CSV columns.
class Completeness {
 public:
  void count(const Site& site);
  void count(const Practitioner& practitioner);
  void count(const Claim& claim);

  /// For each field the share of the counted records that have it, 0 to 1 in steps of a thousandth; empty when nothing
  /// was counted.
  [[nodiscard]] std::map<std::string, double> shares() const;

 private:
  void count_field(std::string_view field, bool there);

  std::uint64_t records_ = 0;
  std::map<std::string, std::uint64_t, std::less<>> there_;
};

}  // namespace nearme
