#pragma once

#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// Whether a practitioner of a site does an offer: the offer names them, or they say that they do this treatment.
bool does(const Practitioner& practitioner, const Offer& offer);

}  // namespace nearme
