#include "intake/nppes/provider_columns.hpp"

#include <fmt/format.h>

namespace nearme {

ProviderColumns::ProviderColumns(const ColumnIndex& columns)
    : npi(columns.find("NPI")),
      entity_type(columns.find("Entity Type Code")),
      organisation(columns.find("Provider Organization Name (Legal Business Name)")),
      last_name(columns.find("Provider Last Name (Legal Name)")),
      first_name(columns.find("Provider First Name")),
      middle_name(columns.find("Provider Middle Name")),
      suffix(columns.find("Provider Name Suffix Text")),
      credential(columns.find("Provider Credential Text")),
      deactivated(columns.find("NPI Deactivation Date")),
      reactivated(columns.find("NPI Reactivation Date")),
      updated(columns.find("Last Update Date")),
      address{.line_1 = columns.find("Provider First Line Business Practice Location Address"),
              .line_2 = columns.find("Provider Second Line Business Practice Location Address"),
              .city = columns.find("Provider Business Practice Location Address City Name"),
              .state = columns.find("Provider Business Practice Location Address State Name"),
              .postcode = columns.find("Provider Business Practice Location Address Postal Code"),
              .country = columns.find_beginning("Provider Business Practice Location Address Country Code"),
              .phone = columns.find("Provider Business Practice Location Address Telephone Number")} {
  for (std::size_t i = 0; i < kTaxonomies; ++i) {
    taxonomy[i] = columns.find(fmt::format("Healthcare Provider Taxonomy Code_{}", i + 1));
    primary[i] = columns.find(fmt::format("Healthcare Provider Primary Taxonomy Switch_{}", i + 1));
  }
}

PlaceColumns::PlaceColumns(const ColumnIndex& columns) : npi(columns.find("NPI")) {
  const auto part = [&](std::string_view name) {
    return columns.find_beginning(fmt::format("Provider Secondary Practice Location Address {}", name));
  };
  address = {.line_1 = part("Address Line 1"),
             .line_2 = part("Address Line 2"),
             .city = part("City Name"),
             .state = part("State Name"),
             .postcode = part("Postal Code"),
             .country = part("Country Code"),
             .phone = part("Telephone Number")};
}

}  // namespace nearme
