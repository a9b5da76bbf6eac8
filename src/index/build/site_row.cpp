#include "index/build/site_row.hpp"

#include <cstring>

#include "base/checksum.hpp"
#include "geo/hilbert.hpp"
#include "index/columns/record_column.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// The part of a row that is as long for every site. Lists and texts follow in the order of their lengths.
struct Fixed {
  std::int32_t lat_e7 = 0;
  std::int32_t lon_e7 = 0;
  float quality = 0;
  std::uint32_t has_rating = 0;
  double rating = 0;
  std::uint32_t rating_count = 0;
  std::uint32_t schedule = 0;
  std::uint64_t id_checksum = 0;
  std::uint64_t slug_checksum = 0;
  std::uint32_t offers = 0;
  std::uint32_t members = 0;
  std::uint32_t words = 0;
  std::uint32_t name_key = 0;
};

template <class T>
void append(std::string& bytes, std::span<const T> values) {
  bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
}

template <class T>
void take(std::string_view& bytes, std::span<T> into) {
  if (into.empty()) return;
  std::memcpy(into.data(), bytes.data(), into.size_bytes());
  bytes.remove_prefix(into.size_bytes());
}

/// Changes so many values that stand in the bytes at `at`, and goes behind them.
template <class T>
void change_each(char*& at, std::size_t count, const auto& change) {
  for (; count > 0; --count, at += sizeof(T)) {
    T value;
    std::memcpy(&value, at, sizeof value);
    change(value);
    std::memcpy(at, &value, sizeof value);
  }
}

/// The place along the curve, so written that bytes sort as numbers do, then the id.
std::string key_of(const IndexEntry& entry) {
  const std::uint64_t place = hilbert_key(entry.position);
  std::string key;
  for (int shift = 56; shift >= 0; shift -= 8) key += static_cast<char>(place >> shift & 0xff);
  return key + entry.id.text();
}

std::string name_key_of(const IndexEntry& entry) {
  std::string key = fold(entry.name);
  key += '\0';
  return key += entry.id.text();
}

std::vector<std::uint32_t> numbers_of(const std::vector<std::string>& texts, NameNumbers& numbers) {
  std::vector<std::uint32_t> found;
  found.reserve(texts.size());
  for (const std::string& text : texts) found.push_back(numbers.number_of(text));
  return found;
}

std::vector<OfferRow> rows_of(const std::vector<IndexedOffer>& offers, OfferNumbers& numbers) {
  std::vector<OfferRow> rows;
  rows.reserve(offers.size());
  for (const IndexedOffer& offer : offers) rows.push_back(numbers.row_of(offer));
  return rows;
}

}  // namespace

RowBytes to_row_bytes(const IndexEntry& entry, SharedNames& names) {
  const std::vector<OfferRow> offers = rows_of(entry.offers, names.offers);
  const std::vector<std::uint32_t> members = numbers_of(entry.members, names.members);
  const std::vector<std::uint32_t> words = numbers_of(entry.words, names.words);
  const std::string name_key = name_key_of(entry);
  const Fixed fixed{.lat_e7 = entry.position.lat_e7(),
                    .lon_e7 = entry.position.lon_e7(),
                    .quality = entry.quality,
                    .has_rating = entry.rating ? 1U : 0U,
                    .rating = entry.rating ? entry.rating->value : 0,
                    .rating_count = entry.rating ? entry.rating->count : 0,
                    .schedule = names.schedules.number_of(entry.schedule, entry.time_zone),
                    .id_checksum = checksum(entry.id.text()),
                    .slug_checksum = checksum(entry.slug),
                    .offers = static_cast<std::uint32_t>(offers.size()),
                    .members = static_cast<std::uint32_t>(members.size()),
                    .words = static_cast<std::uint32_t>(words.size()),
                    .name_key = static_cast<std::uint32_t>(name_key.size())};
  RowBytes row{.key = key_of(entry), .rest = {}};
  append(row.rest, std::span(&fixed, 1));
  append(row.rest, std::span<const OfferRow>(offers));
  append(row.rest, std::span<const std::uint32_t>(members));
  append(row.rest, std::span<const std::uint32_t>(words));
  row.rest += name_key;
  row.rest +=
      to_record({.id = entry.id.text(), .name = entry.name, .slug = entry.slug, .ready_json = entry.ready_json});
  return row;
}

SharedNames::Translation SharedNames::translation_of(const SharedNames& others) {
  return {.members = members.numbers_of(others.members),
          .words = words.numbers_of(others.words),
          .schedules = schedules.numbers_of(others.schedules),
          .offers = offers.translation_of(others.offers)};
}

void translate_row(std::span<char> rest, const SharedNames::Translation& translation) {
  Fixed fixed;
  std::memcpy(&fixed, rest.data(), sizeof fixed);
  fixed.schedule = translation.schedules[fixed.schedule];
  std::memcpy(rest.data(), &fixed, sizeof fixed);
  char* at = rest.data() + sizeof fixed;
  change_each<OfferRow>(at, fixed.offers, [&](OfferRow& offer) { translation.offers.apply_to(offer); });
  change_each<std::uint32_t>(at, fixed.members, [&](std::uint32_t& member) { member = translation.members[member]; });
  change_each<std::uint32_t>(at, fixed.words, [&](std::uint32_t& word) { word = translation.words[word]; });
}

void read_row(std::string_view rest, SiteRow& into) {
  Fixed fixed;
  take(rest, std::span(&fixed, 1));
  into.position = *LatLon::from_e7(fixed.lat_e7, fixed.lon_e7);
  into.quality = fixed.quality;
  into.rating.reset();
  if (fixed.has_rating != 0) into.rating = Rating{.value = fixed.rating, .count = fixed.rating_count};
  into.schedule = fixed.schedule;
  into.offers.resize(fixed.offers);
  into.members.resize(fixed.members);
  into.words.resize(fixed.words);
  take(rest, std::span(into.offers));
  take(rest, std::span(into.members));
  take(rest, std::span(into.words));
  into.id_checksum = fixed.id_checksum;
  into.slug_checksum = fixed.slug_checksum;
  into.name_key = rest.substr(0, fixed.name_key);
  into.record = rest.substr(fixed.name_key);
}

}  // namespace nearme
