#pragma once

#include <vector>

#include "catalogue/catalogue.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// The treatments that were asked for by themselves, and not by a generic word such as "laser".
std::vector<TreatmentId> single_treatments(const Understood& understood, const Catalogue& catalogue);

}  // namespace nearme
