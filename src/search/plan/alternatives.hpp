#pragma once

#include <vector>

#include "catalogue/catalogue.hpp"
#include "search/search_answer.hpp"

namespace nearme {

constexpr std::size_t kMostAlternativeTreatments = 6;

/// What else is used for the concerns that were asked for, or, where none was, for those that the treatments are used
/// for: strongest first, at most `kMostAlternativeTreatments`, without what is asked for or not wanted.
std::vector<Alternative> alternatives_to(const std::vector<TreatmentId>& treatments, const Understood& understood,
                                         const Catalogue& catalogue);

}  // namespace nearme
