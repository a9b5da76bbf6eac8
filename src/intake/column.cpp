#include "intake/column.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <ranges>

#include "catalogue/words.hpp"

namespace nearme {
namespace {

/// Names of a column. The first is the contract's; the others, best first, are as `squash` leaves them.
struct ColumnNames {
  Column column;
  std::string_view name;
  std::string_view aliases;  ///< with a space between each two
};

constexpr auto kColumnsOfSites = std::to_array<ColumnNames>({
    {Column::id, "id",
     "siteid locationid organisationid organizationid uuid identifier placeid ref key "
     "organisationdataservicecode odscode credentialid objectid"},
    {Column::name, "name",
     "sitename clinicname organisationname organizationname locationname facilityname pharmacyname "
     "practicename businessname companyname providername title clinic"},
    {Column::kind, "kind",
     "kinds type sitetype facilitytype natureoffacility category categories organisationtype "
     "organizationtype"},
    {Column::street, "street",
     "streetaddress address1 addressline1 address street1 physicaladdress locationstreetaddress "
     "fulladdress"},
    {Column::street_2, "street_2", "address2 addressline2 locationaddressline2"},
    {Column::street_3, "street_3", "address3 addressline3"},
    {Column::house_number, "house_number", "housenumber streetnumber"},
    {Column::city, "city", "town towncity locality place municipality suburb locationcity"},
    {Column::region, "region", "state province county stateprovince administrativearea locationcounty"},
    {Column::postcode, "postcode", "postalcode zip zipcode plz postcodezip zippostalcode locationpostalcode"},
    {Column::country, "country", "countrycode iso2 countryname nation"},
    {Column::lat, "lat", "latitude y ycoord latitudedeg locationlatitude wgs84lat breitengrad"},
    {Column::lon, "lon", "longitude lng long x xcoord longitudedeg locationlongitude wgs84lon laengengrad langengrad"},
    {Column::position, "position", "coordinates latlon latlng latlong geolocation geopoint point wkt location"},
    {Column::phone, "phone",
     "telephone tel phonenumber telephonenumber contactphone contactnumber mobile "
     "locationtelephonenumber telefon"},
    {Column::email, "email", "mail emailaddress contactemail"},
    {Column::website, "website", "url web homepage webaddress websiteurl contactwebsite locationwebaddress link"},
    {Column::booking_url, "booking_url", "booking bookinglink bookonline appointmenturl"},
    {Column::opening_hours, "opening_hours", "hours openinghoursosm openingtimes opening"},
    {Column::opening_monday, "opening_hours_monday", "monday openingmonday"},
    {Column::opening_tuesday, "opening_hours_tuesday", "tuesday openingtuesday"},
    {Column::opening_wednesday, "opening_hours_wednesday", "wednesday openingwednesday"},
    {Column::opening_thursday, "opening_hours_thursday", "thursday openingthursday"},
    {Column::opening_friday, "opening_hours_friday", "friday openingfriday"},
    {Column::opening_saturday, "opening_hours_saturday", "saturday openingsaturday"},
    {Column::opening_sunday, "opening_hours_sunday", "sunday openingsunday"},
    {Column::time_zone, "time_zone", "timezone tz tzid"},
    {Column::treatments, "treatments", "treatment services offers procedures"},
    {Column::prices, "prices", "price pricelist"},
    {Column::languages, "languages", "language languagesspoken spokenlanguages"},
    {Column::wheelchair, "wheelchair", "wheelchairaccess wheelchairaccessible accessible accessibility"},
    {Column::description, "description", "about summary notes"},
    {Column::rating, "rating", "ratingvalue averagerating stars"},
    {Column::rating_count, "rating_count", "ratingcount reviewcount reviews numberofreviews"},
    {Column::updated_at, "updated_at", "updated lastupdated lastmodified lastupdate datemodified modifiedat modified"},
    {Column::fictional, "fictional", "isfictional madeup"},
});

constexpr auto kColumnsOfPractitioners = std::to_array<ColumnNames>({
    {Column::id, "id", "practitionerid personid"},
    {Column::site_ids, "site_ids", "siteid sites site locationids clinicids clinicid"},
    {Column::name, "name", "fullname practitionername practitioner"},
    {Column::profession, "profession", "role occupation jobtitle"},
    {Column::treatments, "treatments", "treatment services procedures"},
    {Column::register_name, "register", "registername registeredwith regulator"},
    {Column::registration_number, "registration_number",
     "registrationno registrationid licencenumber licensenumber licenceno licenseno pin"},
    {Column::fictional, "fictional", "isfictional madeup"},
});

constexpr auto kColumnsOfClaims = std::to_array<ColumnNames>({
    {Column::subject_id, "subject_id", "subject siteid practitionerid"},
    {Column::treatment, "treatment", "treatments treatmentid offer service procedure"},
    {Column::claim, "claim", "claimtype"},
    {Column::value, "value", "details detail"},
    {Column::checked_by, "source", "checkedby register"},
    {Column::checked_at, "checked_at", "checked checkedon datechecked"},
    {Column::expires_at, "expires_at", "expires expiry expirydate validuntil"},
    {Column::contradicted, "contradicted", "refuted foundfalse"},
    {Column::url, "url", "link evidenceurl"},
});

std::span<const ColumnNames> columns_of(Subject subject) {
  switch (subject) {
    case Subject::sites:
      return kColumnsOfSites;
    case Subject::practitioners:
      return kColumnsOfPractitioners;
    case Subject::claims:
      return kColumnsOfClaims;
  }
  return kColumnsOfSites;
}

std::optional<std::size_t> rank_of(const ColumnNames& names, std::string_view squashed) {
  if (squash(names.name) == squashed) return 0;
  std::size_t rank = 1;
  for (const auto alias : std::views::split(names.aliases, ' ')) {
    if (std::ranges::equal(alias, squashed)) return rank;
    ++rank;
  }
  return std::nullopt;
}

bool has(Subject subject, std::span<const std::string> names, Column column) {
  return std::ranges::any_of(names, [&](const std::string& name) {
    const auto match = column_called(subject, name);
    return match && match->column == column;
  });
}

}  // namespace

std::string_view to_string(Subject subject) {
  constexpr std::array<std::string_view, 3> kNames{"sites", "practitioners", "claims"};
  return kNames[static_cast<std::size_t>(subject)];
}

std::string_view to_string(Column column) {
  for (const auto subject : {Subject::sites, Subject::practitioners, Subject::claims}) {
    for (const auto& names : columns_of(subject)) {
      if (names.column == column) return names.name;
    }
  }
  assert(false);
  return {};
}

std::optional<ColumnMatch> column_called(Subject subject, std::string_view header) {
  const auto squashed = squash(header);
  for (const auto& names : columns_of(subject)) {
    if (const auto rank = rank_of(names, squashed)) return ColumnMatch{.column = names.column, .rank = *rank};
  }
  return std::nullopt;
}

Headers match_headers(Subject subject, std::span<const std::string> names) {
  constexpr std::size_t kNowhere = SIZE_MAX;
  struct Best {
    std::size_t header = kNowhere;
    std::size_t rank = kNowhere;
  };
  std::array<Best, kColumns> best;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto match = column_called(subject, names[i]);
    if (!match) continue;
    auto& holder = best[static_cast<std::size_t>(match->column)];
    if (match->rank < holder.rank) holder = {.header = i, .rank = match->rank};
  }
  Headers headers(names.size());
  for (std::size_t column = 0; column < kColumns; ++column) {
    if (best[column].header != kNowhere) headers[best[column].header] = static_cast<Column>(column);
  }
  return headers;
}

Subject subject_of(std::span<const std::string> names) {
  if (has(Subject::claims, names, Column::subject_id) && has(Subject::claims, names, Column::claim)) {
    return Subject::claims;
  }
  const auto is_named = [&](std::string_view wanted) {
    return std::ranges::any_of(names, [&](const std::string& name) { return squash(name) == wanted; });
  };
  if (is_named("siteids")) return Subject::practitioners;
  const bool has_place = has(Subject::sites, names, Column::lat) || has(Subject::sites, names, Column::position);
  const bool has_person = has(Subject::practitioners, names, Column::profession) || is_named("registrationnumber");
  return has_person && !has_place ? Subject::practitioners : Subject::sites;
}

Row row_at(std::uint64_t line) {
  Row row;
  row.line = line;
  return row;
}

}  // namespace nearme
