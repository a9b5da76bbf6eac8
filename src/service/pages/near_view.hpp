#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "gazetteer/gazetteer.hpp"
#include "service/pages/result_view.hpp"

namespace nearme {

/// "£95 to £180", "from £120", or nothing: what the sites of an answer ask for a treatment, in their commonest
/// currency.
std::string price_range_words(const std::vector<SearchResult>& results, const TreatmentId& treatment,
                              const Language& language);

/// A treatment near a town as the template `near` takes it: how many, from what price, how many can show evidence, the
/// cards, and the guide in short.
nlohmann::json near_view(const SearchAnswer& answer, const Treatment& treatment, const Locality& locality,
                         const CardSetting& setting);

/// "41 places, the nearest 1.2 km away. Prices stated: £95 to £120."
std::string near_description(const SearchAnswer& answer, const TreatmentId& treatment, const Locality& locality,
                             const Language& language);

}  // namespace nearme
