#pragma once

#include <nlohmann/json_fwd.hpp>

#include "directory/listing.hpp"
#include "service/pages/site_view.hpp"

namespace nearme {

/// What to ask at a consultation, as the template `questions` takes it: a card to print or to keep open on a telephone.
///
/// About the place: each thing that a careful person asks for, with what is known of this site filled in and a line for
/// the answer. About the treatment, where one is chosen: its price, the questions of its guide, and what the reader
/// should speak of. Null for `treatment`: the card is about the place alone, and names the treatments to choose from.
nlohmann::json questions_view(const Listing& listing, const SiteSetting& setting, const Treatment* treatment);

}  // namespace nearme
