#include "directory/who_does.hpp"

#include <algorithm>

namespace nearme {

bool does(const Practitioner& practitioner, const Offer& offer) {
  return std::ranges::find(offer.practitioners, practitioner.id) != offer.practitioners.end() ||
         std::ranges::find(practitioner.treatments, offer.treatment) != practitioner.treatments.end();
}

}  // namespace nearme
