#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace nearme::gazetteer_format {

/// The bytes of a compiled gazetteer, as docs/gazetteer-format.md describes them: this header, then the sections. All
/// numbers are little-endian; a string is named by its number in the table of strings.

constexpr std::array<char, 8> kMagic{'N', 'E', 'A', 'R', 'G', 'A', 'Z', '\n'};
constexpr std::uint32_t kVersion = 2;
constexpr std::uint32_t kByteOrder = 0x01020304;

enum class SectionName : std::uint32_t {
  text,
  strings,
  localities,
  names,
  slugs,
  areas,
  area_keys,
  spellings,
  segments,
  area_names,
  postcodes,
  about
};
constexpr std::size_t kSectionCount = 12;

struct Section {
  std::uint64_t offset;  ///< from the beginning of the file, a multiple of 8
  std::uint64_t count;   ///< records, not bytes
};

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t byte_order;
  std::uint64_t size;      ///< of the whole file
  std::uint64_t checksum;  ///< of everything behind this field
  std::array<Section, kSectionCount> sections;
};
constexpr std::size_t kChecksumStart = offsetof(Header, sections);

/// In the order of a k-d tree (gazetteer/kd_tree.hpp); the place in this order is the locality's number.
struct LocalityRecord {
  std::uint32_t name;
  std::uint32_t slug;
  std::uint32_t time_zone;
  std::uint32_t area;  ///< the smallest that it lies in
  std::uint32_t population;
  std::int32_t lat_e7;
  std::int32_t lon_e7;
};

/// A name of a locality, sorted by key, then by population, largest first. A locality has each key once.
struct NameRecord {
  std::uint32_t key;
  std::uint32_t name;
  std::uint32_t locality;
  std::uint32_t population;
};

/// A country, region or district. The parent's number is smaller; an area that is its own parent has none. The extent
/// is that of its localities: a circle that holds nearly all of them.
struct AreaRecord {
  std::uint32_t parent;
  std::uint32_t code;     ///< string, "GB.ENG"
  std::uint32_t name;     ///< string
  std::uint32_t country;  ///< string, ISO 3166-1 alpha-2
  std::uint32_t region;   ///< string, name of the first-level division; the empty string in a country itself
  std::uint32_t kind;     ///< 0 country, 1 region, 2 district
  std::uint32_t first_key;
  std::uint32_t key_count;
  std::uint32_t population;  ///< of all its localities together
  std::uint32_t radius_m;    ///< 0 when no locality lies in it
  std::int32_t lat_e7;
  std::int32_t lon_e7;
};

constexpr std::uint32_t kLastAreaKind = 2;

/// A key of an area that has localities. Sorted by key, then by the area's population, largest first.
struct AreaNameRecord {
  std::uint32_t key;
  std::uint32_t area;
};

/// A postcode. Sorted by key, then by country.
struct PostcodeRecord {
  std::uint32_t key;      ///< postcode_key() of it
  std::uint32_t written;  ///< "LS1 4AP"
  std::uint32_t name;     ///< of the place that it belongs to; may be the empty string
  std::uint32_t area;
  std::int32_t lat_e7;
  std::int32_t lon_e7;
};

/// Smaller places are never taken for what a misspelled word meant.
constexpr std::uint32_t kLeastPopulationForTypos = 1000;

/// A key that may be what a misspelled word meant: some locality has it that is large enough. Sorted by length.
struct SpellingRecord {
  std::uint32_t letters;  ///< letter_set() of the key
  std::uint32_t length;   ///< code points of the key
  std::uint32_t first_name;
};

/// A part of a spelling, as gazetteer/spelling_segments.hpp cuts them. Sorted by hash.
struct SegmentRecord {
  std::uint32_t hash;
  std::uint32_t spelling;
};

static_assert(sizeof(Header) == 32 + 16 * kSectionCount);
static_assert(sizeof(LocalityRecord) == 28 && sizeof(NameRecord) == 16);
static_assert(sizeof(AreaRecord) == 48 && sizeof(SpellingRecord) == 12);
static_assert(sizeof(AreaNameRecord) == 8 && sizeof(PostcodeRecord) == 24 && sizeof(SegmentRecord) == 8);

}  // namespace nearme::gazetteer_format
