#pragma once

#include "base/result.hpp"
#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// Whether a value keeps the rules of docs/data-model.md that its type alone does not: an id is there, codes are
/// written as codes, numbers and dates are in range, no list holds an empty entry. Everything read from JSON and
/// everything put into a store has passed. Errors: invalid_input, with the field in Error::parameter, written as a
/// path: "address.country", "offers[2].price".
Result<void> check(const Site& site);
Result<void> check(const Practitioner& practitioner);
Result<void> check(const Claim& claim);

/// The greatest price, in hundredths: up to here every price is exact as a JSON number.
inline constexpr std::int64_t kMaxPriceHundredths = 10'000'000'000'000;

/// The best rating there is.
inline constexpr double kMaxRating = 5;

}  // namespace nearme
