#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "index/build/name_numbers.hpp"
#include "index/columns/starts.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// An offer whose treatment and price are numbers.
struct OfferRow {
  std::uint32_t treatment = 0;
  std::uint32_t price = 0;  ///< its number and one; 0 for none
  std::uint32_t confirmed = 0;
};

/// The treatments and prices of all offers, each once.
class OfferNumbers {
 public:
  OfferRow row_of(const IndexedOffer& offer);

  /// For rows of other numbers, what their numbers are here.
  struct Translation {
    std::vector<std::uint32_t> treatments;
    std::vector<std::uint32_t> prices;

    void apply_to(OfferRow& row) const {
      row.treatment = treatments[row.treatment];
      if (row.price != 0) row.price = prices[row.price - 1] + 1;
    }
  };
  [[nodiscard]] Translation translation_of(const OfferNumbers& others) {
    return {.treatments = treatments_.numbers_of(others.treatments_), .prices = prices_.numbers_of(others.prices_)};
  }

 private:
  friend class OfferRows;
  NameNumbers treatments_;
  NameNumbers prices_;  ///< eight bytes of hundredths, then the currency
};

/// Gathers the offers of all sites in position order, and writes what OfferTable reads.
class OfferRows {
 public:
  void add_site(std::span<const OfferRow> offers);

  [[nodiscard]] std::vector<std::byte> build(const OfferNumbers& numbers) &&;

 private:
  StartsWriter starts_;
  std::vector<std::uint32_t> treatments_;
  std::vector<std::uint32_t> prices_;
};

}  // namespace nearme
