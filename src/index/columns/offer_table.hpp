#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "directory/money.hpp"
#include "index/columns/packed_numbers.hpp"
#include "index/columns/starts.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// An offer of a site, as its column keeps it.
struct OfferColumn {
  std::uint16_t treatment = 0;  ///< number in `Index::treatments()`
  bool confirmed = false;
  std::optional<Money> price;
};

/// The offers of each site, one row an offer: all rows of the first site, then all of the second. Two to six bytes a
/// row, as equal prices are kept once. A view over an image's bytes, but for the few names of treatments and
/// currencies, which it holds. Layout: docs/image-format.md, section "OFFERS".
class OfferTable {
 public:
  /// Errors: corrupt, when starts do not ascend or a number stands for no treatment, price or currency.
  [[nodiscard]] static Result<OfferTable> open(std::span<const std::byte> bytes, std::uint32_t sites);

  [[nodiscard]] std::vector<OfferColumn> of(SitePosition site) const;
  [[nodiscard]] std::span<const std::string> treatments() const { return treatments_; }

 private:
  [[nodiscard]] Result<void> check() const;

  std::vector<std::string> treatments_;
  std::vector<std::string> currencies_;
  std::span<const std::int64_t> hundredths_;  ///< of each price
  PackedNumbers currency_;                    ///< of each price
  Starts starts_;                             ///< of the rows of a site
  PackedNumbers treatment_;                   ///< of each row: twice the number, and one more when it is confirmed
  PackedNumbers price_;                       ///< of each row: its number and one; 0 for none
};

}  // namespace nearme
