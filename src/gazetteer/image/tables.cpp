#include "gazetteer/image/tables.hpp"

#include <algorithm>
#include <cstring>

#include "base/checksum.hpp"

namespace nearme {

using namespace gazetteer_format;

namespace {

constexpr std::array<std::string_view, kSectionCount> kSectionTitles{
    "text",      "strings",   "localities", "names",      "slugs",     "areas",
    "area keys", "spellings", "segments",   "area names", "postcodes", "about"};
constexpr std::array<std::size_t, kSectionCount> kRecordSizes{1,
                                                              sizeof(std::uint32_t),
                                                              sizeof(LocalityRecord),
                                                              sizeof(NameRecord),
                                                              sizeof(std::uint32_t),
                                                              sizeof(AreaRecord),
                                                              sizeof(std::uint32_t),
                                                              sizeof(SpellingRecord),
                                                              sizeof(SegmentRecord),
                                                              sizeof(AreaNameRecord),
                                                              sizeof(PostcodeRecord),
                                                              1};

Result<Header> open_header(std::span<const std::byte> bytes) {
  Header header;
  if (bytes.size() < sizeof(header)) {
    return fail(ErrorKind::corrupt, "a gazetteer of {} bytes is shorter than its header", bytes.size());
  }
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (header.magic != kMagic) return fail(ErrorKind::corrupt, "these bytes are no compiled gazetteer");
  if (header.byte_order != kByteOrder) return fail(ErrorKind::corrupt, "the gazetteer has the other byte order");
  if (header.version != kVersion) {
    return fail(ErrorKind::corrupt, "the gazetteer is of version {}, and this program reads version {}", header.version,
                kVersion);
  }
  if (header.size != bytes.size()) {
    return fail(ErrorKind::corrupt, "the gazetteer says it has {} bytes and has {}", header.size, bytes.size());
  }
  if (header.checksum != checksum(bytes.subspan(kChecksumStart))) {
    return fail(ErrorKind::corrupt, "the gazetteer's checksum is wrong: it is damaged");
  }
  return header;
}

Result<std::span<const std::byte>> section_of(std::span<const std::byte> bytes, const Header& header,
                                              SectionName name) {
  const auto number = static_cast<std::size_t>(name);
  const auto [offset, count] = header.sections[number];
  if (offset > bytes.size() || count > (bytes.size() - offset) / kRecordSizes[number]) {
    return fail(ErrorKind::corrupt, "the gazetteer's section of {} reaches beyond its end", kSectionTitles[number]);
  }
  return bytes.subspan(offset, count * kRecordSizes[number]);
}

/// Says which record is the first for which `is_sound(record, number)` does not hold.
template <class T, class Predicate>
Result<void> check_all(const Records<T>& records, SectionName name, Predicate is_sound) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (!is_sound(records[i], i)) {
      return fail(ErrorKind::corrupt, "record {} of the gazetteer's {} points nowhere", i,
                  kSectionTitles[static_cast<std::size_t>(name)]);
    }
  }
  return {};
}

Result<void> check_strings(const GazetteerTables& tables) {
  const auto& starts = tables.string_starts;
  if (starts.size() == 0) return fail(ErrorKind::corrupt, "the gazetteer has no table of strings");
  return check_all(starts, SectionName::strings, [&](std::uint32_t start, std::size_t i) {
    return start <= tables.text.size() && (i == 0 || starts[i - 1] <= start);
  });
}

bool is_on_globe(std::int32_t lat_e7, std::int32_t lon_e7) { return LatLon::from_e7(lat_e7, lon_e7).has_value(); }

Result<void> check_localities(const GazetteerTables& tables) {
  const auto strings = tables.string_starts.size() - 1;
  const auto localities = tables.localities.size();
  TRY_VOID(check_all(tables.localities, SectionName::localities, [&](const LocalityRecord& record, std::size_t) {
    return record.name < strings && record.slug < strings && record.time_zone < strings &&
           record.area < tables.areas.size() && is_on_globe(record.lat_e7, record.lon_e7);
  }));
  TRY_VOID(check_all(tables.names, SectionName::names, [&](const NameRecord& record, std::size_t) {
    return record.key < strings && record.name < strings && record.locality < localities;
  }));
  return check_all(tables.slugs, SectionName::slugs,
                   [&](std::uint32_t locality, std::size_t) { return locality < localities; });
}

Result<void> check_areas(const GazetteerTables& tables) {
  const auto strings = tables.string_starts.size() - 1;
  TRY_VOID(check_all(tables.areas, SectionName::areas, [&](const AreaRecord& record, std::size_t i) {
    return record.parent <= i && record.code < strings && record.name < strings && record.country < strings &&
           record.region < strings && record.kind <= kLastAreaKind && record.first_key <= tables.area_keys.size() &&
           record.key_count <= tables.area_keys.size() - record.first_key && is_on_globe(record.lat_e7, record.lon_e7);
  }));
  TRY_VOID(check_all(tables.area_keys, SectionName::area_keys,
                     [&](std::uint32_t key, std::size_t) { return key < strings; }));
  return check_all(tables.area_names, SectionName::area_names, [&](const AreaNameRecord& record, std::size_t) {
    return record.key < strings && record.area < tables.areas.size();
  });
}

Result<void> check_spellings(const GazetteerTables& tables) {
  TRY_VOID(check_all(tables.spellings, SectionName::spellings, [&](const SpellingRecord& record, std::size_t) {
    return record.first_name < tables.names.size();
  }));
  return check_all(tables.segments, SectionName::segments,
                   [&](const SegmentRecord& record, std::size_t) { return record.spelling < tables.spellings.size(); });
}

Result<void> check_postcodes(const GazetteerTables& tables) {
  const auto strings = tables.string_starts.size() - 1;
  return check_all(tables.postcodes, SectionName::postcodes, [&](const PostcodeRecord& record, std::size_t) {
    return record.key < strings && record.written < strings && record.name < strings &&
           record.area < tables.areas.size() && is_on_globe(record.lat_e7, record.lon_e7);
  });
}

}  // namespace

Result<GazetteerTables> GazetteerTables::open(std::span<const std::byte> bytes) {
  TRY(const Header header, open_header(bytes));
  std::array<std::span<const std::byte>, kSectionCount> sections;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    TRY(sections[i], section_of(bytes, header, static_cast<SectionName>(i)));
  }
  GazetteerTables tables;
  const auto section = [&](SectionName name) { return sections[static_cast<std::size_t>(name)]; };
  tables.text = section(SectionName::text);
  tables.string_starts = Records<std::uint32_t>(section(SectionName::strings));
  tables.localities = Records<LocalityRecord>(section(SectionName::localities));
  tables.names = Records<NameRecord>(section(SectionName::names));
  tables.slugs = Records<std::uint32_t>(section(SectionName::slugs));
  tables.areas = Records<AreaRecord>(section(SectionName::areas));
  tables.area_keys = Records<std::uint32_t>(section(SectionName::area_keys));
  tables.spellings = Records<SpellingRecord>(section(SectionName::spellings));
  tables.segments = Records<SegmentRecord>(section(SectionName::segments));
  tables.area_names = Records<AreaNameRecord>(section(SectionName::area_names));
  tables.postcodes = Records<PostcodeRecord>(section(SectionName::postcodes));
  const auto about = section(SectionName::about);
  tables.about = {reinterpret_cast<const char*>(about.data()), about.size()};
  TRY_VOID(check_strings(tables));
  TRY_VOID(check_localities(tables));
  TRY_VOID(check_areas(tables));
  TRY_VOID(check_spellings(tables));
  TRY_VOID(check_postcodes(tables));
  return tables;
}

std::string_view GazetteerTables::string(std::uint32_t number) const {
  const auto begin = string_starts[number];
  const auto end = string_starts[number + 1];
  return {reinterpret_cast<const char*>(text.data()) + begin, end - begin};
}

LatLon GazetteerTables::position(std::size_t locality) const {
  const auto record = localities[locality];
  return *LatLon::from_e7(record.lat_e7, record.lon_e7);
}

}  // namespace nearme
