#include "cli/export_rows.hpp"

#include <fmt/ranges.h>

#include "directory/json.hpp"

namespace nearme {
namespace {

constexpr std::string_view kSiteColumns =
    "id,name,kind,street,city,region,postcode,country,lat,lon,phone,email,website,booking_url,opening_hours,"
    "treatments,prices,languages,wheelchair,description,rating,rating_count,updated_at,fictional,time_zone";
constexpr std::string_view kPractitionerColumns =
    "id,site_ids,name,profession,treatments,register,registration_number,fictional";
constexpr std::string_view kClaimColumns =
    "subject_id,treatment,claim,value,source,checked_at,expires_at,contradicted,url";

std::string csv_cell(std::string_view cell) {
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{cell};
  std::string text = "\"";
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  return text + '"';
}

std::string amount(const Money& money) {
  const auto cents = money.hundredths % 100;
  return cents == 0 ? fmt::format("{}", money.hundredths / 100)
                    : fmt::format("{}.{:02}", money.hundredths / 100, cents);
}

std::vector<std::string> treatments_of(const Site& site) {
  std::vector<std::string> treatments;
  for (const auto& offer : site.offers) treatments.push_back(offer.treatment.text());
  treatments.insert(treatments.end(), site.other_services.begin(), site.other_services.end());
  return treatments;
}

std::vector<std::string> prices_of(const Site& site) {
  std::vector<std::string> prices;
  for (const auto& offer : site.offers) {
    if (offer.price)
      prices.push_back(fmt::format("{}={} {}", offer.treatment.text(), amount(*offer.price), offer.price->currency));
  }
  return prices;
}

std::string joined(const std::vector<std::string>& items) { return fmt::format("{}", fmt::join(items, ";")); }

template <class Id>
std::string joined(const std::vector<Id>& ids) {
  std::vector<std::string> texts;
  for (const Id& id : ids) texts.push_back(id.text());
  return joined(texts);
}

std::string yes_if(bool holds) { return holds ? "yes" : ""; }

std::string day(const std::optional<Date>& date) { return date ? format_date(*date) : std::string{}; }

std::string to_row(const std::vector<std::string>& cells) {
  std::string row;
  for (const auto& cell : cells) row += (&cell == &cells.front() ? "" : ",") + csv_cell(cell);
  return row;
}

}  // namespace

std::string_view csv_header(ExportSubject subject) {
  switch (subject) {
    case ExportSubject::practitioners:
      return kPractitionerColumns;
    case ExportSubject::claims:
      return kClaimColumns;
    case ExportSubject::sites:
      break;
  }
  return kSiteColumns;
}

std::string csv_row(const Site& site) {
  const auto& address = site.address;
  return to_row({
      site.id.text(),
      site.name,
      joined(site.kinds),
      address.street,
      address.city,
      address.region,
      address.postcode,
      address.country,
      fmt::format("{:.7f}", site.position.lat()),
      fmt::format("{:.7f}", site.position.lon()),
      site.phone,
      site.email,
      site.website,
      site.booking_url,
      site.opening_hours,
      joined(treatments_of(site)),
      joined(prices_of(site)),
      joined(site.languages),
      site.wheelchair == Wheelchair::unknown ? "" : std::string{to_string(site.wheelchair)},
      site.description,
      site.rating ? fmt::format("{}", site.rating->value) : "",
      site.rating ? fmt::format("{}", site.rating->count) : "",
      site.updated_at ? format_instant(*site.updated_at) : "",
      yes_if(site.fictional),
      site.time_zone,
  });
}

std::string csv_row(const Practitioner& practitioner) {
  return to_row({practitioner.id.text(), joined(practitioner.sites), practitioner.name, practitioner.profession,
                 joined(practitioner.treatments), practitioner.register_name, practitioner.registration_number,
                 yes_if(practitioner.fictional)});
}

std::string csv_row(const Claim& claim) {
  return to_row({claim.subject_id, claim.treatment.text(), claim.claim, claim.value, claim.checked_by,
                 day(claim.checked_at), day(claim.expires_at), yes_if(claim.contradicted), claim.url});
}

}  // namespace nearme
