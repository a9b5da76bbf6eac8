#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "directory/site.hpp"
#include "intake/column.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// The services of a row, told apart by what the catalogue knows.
struct Services {
  std::vector<Offer> offers;
  std::vector<std::string> others;  ///< unknown to the catalogue, as they were written
};

/// Reads the treatments and prices of a row. A treatment that only the prices name is an offer, too; words that are not
/// in the catalogue and prices that cannot be read are noted.
Services services_of(const Row& row, RowContext& context);

/// The treatments of a row that the catalogue knows; the others are noted.
std::vector<TreatmentId> treatments_of(const Row& row, RowContext& context);

/// The one treatment that is meant by some words: an id, a name or a synonym. None when there are no words. Errors:
/// invalid_input, of the parameter "treatment", when the catalogue does not know them.
Result<TreatmentId> one_treatment(const std::string& words, const Catalogue& catalogue);

/// The kinds of a row that the catalogue knows, each once ("Dentists" is dentist); the others are noted.
std::vector<KindId> kinds_of(const Row& row, RowContext& context);

}  // namespace nearme
