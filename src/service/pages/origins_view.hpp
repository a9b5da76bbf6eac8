#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "service/pages/site_view.hpp"

namespace nearme {

/// Which source each part of a site's page is of, as the template `site` takes it: rows of what and whose, with what
/// other sources say. `records` are those of the site by several sources, the most trusted first; of one or none the
/// site is told as a whole. The words of the sources are shown as they stand here: what may not be shown must be gone.
nlohmann::json origins_view(const Listing& listing, const std::vector<Site>& records, const SiteSetting& setting);

}  // namespace nearme
