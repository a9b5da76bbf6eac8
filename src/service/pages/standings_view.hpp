#pragma once

#include <nlohmann/json_fwd.hpp>

#include "service/pages/site_view.hpp"

namespace nearme {

/// The rules of the place for each offer, and what meets them, as the template `site` takes them: what is the same for
/// several treatments is said once.
nlohmann::json standings_view(const Listing& listing, const SiteSetting& setting);

}  // namespace nearme
