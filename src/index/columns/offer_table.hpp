#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "directory/money.hpp"
#include "index/index_entry.hpp"
#include "index/site_position.hpp"

namespace nearme {

/// An offer of a site, as its column keeps it.
struct OfferColumn {
  std::uint16_t treatment = 0;  ///< number in `Index::treatments()`
  bool confirmed = false;
  std::optional<Money> price;
};

/// The offers of each site, one row an offer, twelve bytes each: all rows of the first site, then all of the second. A
/// view over an image's bytes, but for the few names of treatments and currencies, which it holds.
class OfferTable {
 public:
  /// Errors: corrupt, when starts do not ascend or a number stands for no treatment or currency.
  [[nodiscard]] static Result<OfferTable> open(std::span<const std::byte> bytes, std::uint32_t sites);

  [[nodiscard]] std::vector<OfferColumn> of(SitePosition site) const;
  [[nodiscard]] std::span<const std::string> treatments() const { return treatments_; }

 private:
  [[nodiscard]] Result<void> check() const;

  std::vector<std::string> treatments_;
  std::vector<std::string> currencies_;       ///< the first is empty: no price
  std::span<const std::uint32_t> starts_;     ///< one a site, and the end
  std::span<const std::int64_t> hundredths_;  ///< of the price
  std::span<const std::uint16_t> treatment_;  ///< number
  std::span<const std::uint16_t> currency_;   ///< number; the highest bit says that the offer is confirmed
};

/// One list of offers a site, in position order.
std::vector<std::byte> build_offer_table(std::span<const std::span<const IndexedOffer>> offers);

}  // namespace nearme
