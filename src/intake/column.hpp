#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// What a cell can mean: the columns of the contract (sites, practitioners, claims) and a few that other files have
/// instead: the further lines of an address, one position cell, opening hours day by day.
enum class Column : std::uint8_t {
  id,
  name,
  kind,
  street,
  street_2,
  street_3,
  house_number,
  city,
  region,
  postcode,
  country,
  lat,
  lon,
  position,
  phone,
  email,
  website,
  booking_url,
  opening_hours,
  opening_monday,
  opening_tuesday,
  opening_wednesday,
  opening_thursday,
  opening_friday,
  opening_saturday,
  opening_sunday,
  time_zone,
  treatments,
  prices,
  languages,
  wheelchair,
  description,
  rating,
  rating_count,
  updated_at,
  fictional,
  site_ids,
  profession,
  register_name,
  registration_number,
  subject_id,
  treatment,
  claim,
  value,
  checked_by,
  checked_at,
  expires_at,
  contradicted,
  url,
};
inline constexpr std::size_t kColumns = static_cast<std::size_t>(Column::url) + 1;

/// The three tables that an import can hold; headers tell them apart.
enum class Subject : std::uint8_t { sites, practitioners, claims };

std::string_view to_string(Subject subject);  ///< "sites"

/// A column's name in the contract: "opening_hours".
std::string_view to_string(Column column);

/// A column under one of its names; rank 0 is its own name, greater ones are aliases that serve when no better is
/// there.
struct ColumnMatch {
  Column column{};
  std::size_t rank = 0;
};

/// What a header means in a table, compared without case, spaces and punctuation ("Post Code" is postcode). None: it is
/// a column that we do not read.
std::optional<ColumnMatch> column_called(Subject subject, std::string_view header);

/// Where the columns of one table are: for each header its column, or none. A column is given to its best name only.
using Headers = std::vector<std::optional<Column>>;
Headers match_headers(Subject subject, std::span<const std::string> names);

/// Which table has these headers: claims have a subject id and a claim; practitioners have site ids, or a registration
/// number or profession and no coordinates; anything else is sites.
Subject subject_of(std::span<const std::string> names);

/// One record of a file, cell by cell, as text; what is missing is empty. `line` is where it begins, from 1.
struct Row {
  std::uint64_t line = 0;
  std::array<std::string, kColumns> cells;

  std::string& operator[](Column column) { return cells[static_cast<std::size_t>(column)]; }
  const std::string& operator[](Column column) const { return cells[static_cast<std::size_t>(column)]; }
};

/// An empty row that begins at a line.
Row row_at(std::uint64_t line);

}  // namespace nearme
