#pragma once

#include <cstdint>
#include <string>

namespace nearme {

/// An amount in hundredths of a currency's unit, whatever that currency's own minor unit is: 120 GBP and 120 JPY are
/// both 12000. The currency is its ISO 4217 code in capitals.
struct Money {
  std::int64_t hundredths = 0;
  std::string currency;

  friend bool operator==(const Money&, const Money&) = default;
};

}  // namespace nearme
