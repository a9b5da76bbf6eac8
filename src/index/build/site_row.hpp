#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "directory/site.hpp"
#include "index/build/name_numbers.hpp"
#include "index/build/offer_rows.hpp"
#include "index/build/schedule_numbers.hpp"
#include "index/index_entry.hpp"

namespace nearme {

/// An entry as it is sorted: what repeats from site to site is a number, what does not is a text.
struct SiteRow {
  LatLon position = *LatLon::from_e7(0, 0);
  float quality = 0;
  std::optional<Rating> rating;
  std::uint32_t schedule = 0;
  std::vector<OfferRow> offers;
  std::vector<std::uint32_t> members;
  std::vector<std::uint32_t> words;
  std::uint64_t id_checksum = 0;
  std::uint64_t slug_checksum = 0;
  std::string_view name_key;  ///< sorts as the folded name does, then as the id
  std::string_view record;    ///< the bytes of its record (columns/record_column.hpp)
};

/// Everything that sites share, each once, with the numbers that rows have for it.
struct SharedNames {
  NameNumbers members;
  NameNumbers words;
  ScheduleNumbers schedules;
  OfferNumbers offers;

  /// For the numbers that rows have with other names, what they are here.
  struct Translation {
    std::vector<std::uint32_t> members;
    std::vector<std::uint32_t> words;
    std::vector<std::uint32_t> schedules;
    OfferNumbers::Translation offers;
  };
  [[nodiscard]] Translation translation_of(const SharedNames& others);
};

/// The row of an entry, as bytes to sort by: its key, the place along the Hilbert curve and the id, and the rest.
struct RowBytes {
  std::string key;
  std::string rest;
};
RowBytes to_row_bytes(const IndexEntry& entry, SharedNames& names);

/// Gives what stands behind a key other numbers.
void translate_row(std::span<char> rest, const SharedNames::Translation& translation);

/// Reads what stands behind a key. The texts are views of `rest`; the lists of `into` are used again.
void read_row(std::string_view rest, SiteRow& into);

}  // namespace nearme
