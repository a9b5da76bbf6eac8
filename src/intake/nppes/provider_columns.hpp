#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "intake/csv/column_index.hpp"

namespace nearme {

using ColumnPlace = std::optional<std::size_t>;

/// Where an address's parts are.
struct AddressColumns {
  ColumnPlace line_1, line_2, city, state, postcode, country, phone;
};

/// Where the columns of `npidata_pfile` are that we read.
struct ProviderColumns {
  static constexpr std::size_t kTaxonomies = 15;

  ColumnPlace npi, entity_type, organisation, last_name, first_name, middle_name, suffix, credential, deactivated,
      reactivated, updated;
  AddressColumns address;
  std::array<ColumnPlace, kTaxonomies> taxonomy, primary;

  explicit ProviderColumns(const ColumnIndex& columns);
};

/// Where the columns of `pl_pfile` are.
struct PlaceColumns {
  ColumnPlace npi;
  AddressColumns address;

  explicit PlaceColumns(const ColumnIndex& columns);
};

}  // namespace nearme
