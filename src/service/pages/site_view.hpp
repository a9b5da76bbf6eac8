#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "directory/listing.hpp"
#include "hours/schedule.hpp"

namespace nearme {

/// What a site's page is written against.
struct SiteSetting {
  const Catalogue& catalogue;
  std::optional<Schedule> schedule;  ///< none: opening times unknown
  std::string time_zone;
  Instant now{};
};

/// A listing as the template `site` takes it: facts, offers with their prices and who does them, the ledger of evidence
/// with what could not be checked, the week, practitioners, ways to get there.
nlohmann::json site_view(const Listing& listing, const SiteSetting& setting);

/// Parts of it in words, for pages that show several sites.
std::string wheelchair_words(Wheelchair wheelchair);
std::string languages_words(const std::vector<std::string>& tags);
std::string site_kinds(const Site& site, const Catalogue& catalogue);
std::string site_address(const Site& site);

/// The site in a sentence or two, for those who list pages: "Dermatology practice in Leeds. Micro-needling, PRP."
std::string site_description(const Site& site, const Catalogue& catalogue);

}  // namespace nearme
