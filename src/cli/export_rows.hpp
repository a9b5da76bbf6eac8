#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "directory/claim.hpp"
#include "directory/practitioner.hpp"
#include "directory/site.hpp"

namespace nearme {

/// What an export is of: an import reads one of them from a file.
enum class ExportSubject : std::uint8_t { sites, practitioners, claims };

/// The columns of a table, in the names of docs/importing.md, without a line end.
std::string_view csv_header(ExportSubject subject);

/// One row of it, without its line end.
std::string csv_row(const Site& site);
std::string csv_row(const Practitioner& practitioner);
std::string csv_row(const Claim& claim);

}  // namespace nearme
