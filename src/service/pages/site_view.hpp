#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "directory/listing.hpp"
#include "hours/schedule.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// What a site's page is written against.
struct SiteSetting {
  const Catalogue& catalogue;
  const Language& language;
  std::optional<Schedule> schedule;  ///< none: opening times unknown
  std::string time_zone;
  Instant now{};
  std::string jurisdiction = {};  ///< the operator's choice; empty: the site's country says what may be shown
};

/// Whose law says what may be shown of a site.
const std::string& law_of(const Site& site, const SiteSetting& setting);

/// A listing as the template `site` takes it: facts, offers with their prices and who does them, the ledger of evidence
/// with what could not be checked, the week, practitioners, ways to get there.
nlohmann::json site_view(const Listing& listing, const SiteSetting& setting);

/// Parts of it in words, for pages that show several sites.
std::string wheelchair_words(const Language& language, Wheelchair wheelchair);
std::string languages_words(const Language& language, const std::vector<std::string>& tags);
std::string site_kinds(const Site& site, const SiteSetting& setting);
std::string site_address(const Site& site);

/// The site in a sentence or two, for those who list pages: "Dermatology practice in Leeds. Micro-needling, PRP."
std::string site_description(const Site& site, const SiteSetting& setting);

}  // namespace nearme
