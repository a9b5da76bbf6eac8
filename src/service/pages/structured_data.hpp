#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "directory/listing.hpp"
#include "gazetteer/gazetteer.hpp"
#include "search/search_answer.hpp"
#include "service/pages/site_view.hpp"

namespace nearme {

/// What pages say to machines: JSON-LD in the words of schema.org, only what the page shows to people too. `address` is
/// where the pages are reached ("https://find.example.org"); where it is empty, links are left out.

/// A site as the type that its kinds have there (MedicalClinic, BeautySalon, ...): address, hours with the exceptions
/// of the coming weeks, offers with prices, confirmed claims as certifications.
nlohmann::json structured_site(const Listing& listing, const SiteSetting& setting, const std::string& address);

/// A guide: a page about a therapy.
nlohmann::json structured_treatment(const Treatment& treatment, const Catalogue& catalogue, const std::string& address);

/// A concern: a page about a condition with its possible treatments.
nlohmann::json structured_concern(const Concern& concern, const Catalogue& catalogue, const std::string& address);

/// Who offers a treatment near a town: a list of sites.
nlohmann::json structured_near(const nlohmann::json& cards, const Treatment& treatment, const Locality& locality,
                               const std::string& address);

/// The start page: the site of the operator and how it is searched.
nlohmann::json structured_start(const std::string& name, const std::string& address);

}  // namespace nearme
