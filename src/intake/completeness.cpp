#include "intake/completeness.hpp"

#include <algorithm>
#include <cmath>

namespace nearme {

void Completeness::count_field(std::string_view field, bool there) {
  auto found = there_.find(field);
  if (found == there_.end()) found = there_.emplace(std::string(field), 0).first;
  if (there) ++found->second;
}

void Completeness::count(const Site& site) {
  ++records_;
  count_field("kind", !site.kinds.empty());
  count_field("street", !site.address.street.empty());
  count_field("city", !site.address.city.empty());
  count_field("region", !site.address.region.empty());
  count_field("postcode", !site.address.postcode.empty());
  count_field("country", !site.address.country.empty());
  count_field("phone", !site.phone.empty());
  count_field("email", !site.email.empty());
  count_field("website", !site.website.empty());
  count_field("booking_url", !site.booking_url.empty());
  count_field("opening_hours", !site.opening_hours.empty());
  count_field("time_zone", !site.time_zone.empty());
  count_field("treatments", !site.offers.empty());
  count_field("prices", std::ranges::any_of(site.offers, [](const Offer& offer) { return offer.price.has_value(); }));
  count_field("languages", !site.languages.empty());
  count_field("wheelchair", site.wheelchair != Wheelchair::unknown);
  count_field("description", !site.description.empty());
  count_field("rating", site.rating.has_value());
  count_field("updated_at", site.updated_at.has_value());
}

void Completeness::count(const Practitioner& practitioner) {
  ++records_;
  count_field("site_ids", !practitioner.sites.empty());
  count_field("profession", !practitioner.profession.empty());
  count_field("treatments", !practitioner.treatments.empty());
  count_field("register", !practitioner.register_name.empty());
  count_field("registration_number", !practitioner.registration_number.empty());
}

void Completeness::count(const Claim& claim) {
  ++records_;
  count_field("treatment", !claim.treatment.empty());
  count_field("value", !claim.value.empty());
  count_field("source", !claim.checked_by.empty());
  count_field("checked_at", claim.checked_at.has_value());
  count_field("expires_at", claim.expires_at.has_value());
  count_field("url", !claim.url.empty());
}

std::map<std::string, double> Completeness::shares() const {
  std::map<std::string, double> shares;
  constexpr double kSteps = 1000;
  for (const auto& [field, count] : there_) {
    shares[field] = std::round(kSteps * static_cast<double>(count) / static_cast<double>(records_)) / kSteps;
  }
  return shares;
}

}  // namespace nearme
