#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "gazetteer/image/format.hpp"
#include "gazetteer/image/records.hpp"
#include "geo/lat_lon.hpp"

namespace nearme {

/// The tables of a compiled gazetteer, proven: every number in them that names something names something that exists,
/// so that look-ups need no checks. Copies nothing; the bytes must outlive it.
struct GazetteerTables {
  std::span<const std::byte> text;
  Records<std::uint32_t> string_starts;  ///< one more than there are strings
  Records<gazetteer_format::LocalityRecord> localities;
  Records<gazetteer_format::NameRecord> names;
  Records<std::uint32_t> slugs;
  Records<gazetteer_format::AreaRecord> areas;
  Records<std::uint32_t> area_keys;
  Records<gazetteer_format::SpellingRecord> spellings;
  Records<gazetteer_format::SegmentRecord> segments;
  Records<gazetteer_format::AreaNameRecord> area_names;
  Records<gazetteer_format::PostcodeRecord> postcodes;
  std::string_view about;

  /// Errors: corrupt, with the first thing wrong. Cost: one pass over the bytes.
  [[nodiscard]] static Result<GazetteerTables> open(std::span<const std::byte> bytes);

  [[nodiscard]] std::string_view string(std::uint32_t number) const;
  [[nodiscard]] LatLon position(std::size_t locality) const;
};

}  // namespace nearme
