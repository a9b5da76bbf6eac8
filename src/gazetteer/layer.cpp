#include "gazetteer/layer.hpp"

#include <algorithm>
#include <utility>

#include "gazetteer/kd_tree.hpp"
#include "gazetteer/typo_guess.hpp"

namespace nearme {

using namespace gazetteer_format;

namespace {

/// Records [begin, end) of a table.
struct RecordRange {
  std::size_t begin;
  std::size_t end;
};

/// The records of this key in a table that is sorted by key.
template <class Record>
RecordRange records_of_key(const GazetteerTables& tables, const Records<Record>& records, std::string_view key) {
  const auto key_of = [&](const Record& record) { return tables.string(record.key); };
  const auto begin = records.partition_point(0, [&](const auto& record) { return key_of(record) < key; });
  auto end = begin;
  while (end < records.size() && key_of(records[end]) == key) ++end;
  return {begin, end};
}

RecordRange names_with_prefix(const GazetteerTables& tables, std::string_view prefix) {
  const auto key_of = [&](const NameRecord& name) { return tables.string(name.key); };
  const auto begin = tables.names.partition_point(0, [&](const auto& name) { return key_of(name) < prefix; });
  return {begin, tables.names.partition_point(
                     begin, [&](const auto& name) { return key_of(name).substr(0, prefix.size()) <= prefix; })};
}

/// Keeps the largest localities of those that it is offered, each once, under the first name offered.
class Largest {
 public:
  explicit Largest(std::size_t limit) : limit_(limit) {}

  void offer(const NameRecord& name) {
    if (names_.size() == limit_ && (limit_ == 0 || !is_larger(name, names_.back()))) return;
    if (std::ranges::find(names_, name.locality, &NameRecord::locality) != names_.end()) return;
    if (names_.size() == limit_) names_.pop_back();
    names_.insert(std::ranges::upper_bound(names_, name, is_larger), name);
  }

  [[nodiscard]] const std::vector<NameRecord>& names() const { return names_; }

 private:
  static bool is_larger(const NameRecord& a, const NameRecord& b) {
    return std::pair{~a.population, a.locality} < std::pair{~b.population, b.locality};
  }

  std::size_t limit_;
  std::vector<NameRecord> names_;
};

}  // namespace

GazetteerLayer::GazetteerLayer(GazetteerTables tables, std::shared_ptr<const void> owner)
    : tables_(tables), owner_(std::move(owner)) {}

Locality GazetteerLayer::at(std::uint32_t number) const {
  const auto record = tables_.localities[number];
  const auto area = tables_.areas[record.area];
  return {.number = LocalityNumber{number},
          .name = tables_.string(record.name),
          .region = tables_.string(area.region),
          .country = tables_.string(area.country),
          .time_zone = tables_.string(record.time_zone),
          .slug = tables_.string(record.slug),
          .position = tables_.position(number),
          .population = record.population};
}

LocalityMatch GazetteerLayer::to_match(std::uint32_t name, std::uint32_t locality, int edits) const {
  return {.locality = at(locality), .matched_name = std::string(tables_.string(name)), .edits = edits};
}

bool GazetteerLayer::has_name(std::string_view key) const {
  const auto [begin, end] = records_of_key(tables_, tables_.names, key);
  return begin != end;
}

std::vector<LocalityMatch> GazetteerLayer::named(std::string_view key) const {
  const auto [begin, end] = records_of_key(tables_, tables_.names, key);
  std::vector<LocalityMatch> matches;
  matches.reserve(end - begin);
  for (auto i = begin; i < end; ++i) {
    const auto record = tables_.names[i];
    matches.push_back(to_match(record.name, record.locality, 0));
  }
  return matches;
}

std::vector<LocalityMatch> GazetteerLayer::beginning_with(const std::vector<std::string>& keys,
                                                          std::size_t limit) const {
  Largest largest(limit);
  for (const auto& key : keys) {
    const auto [begin, end] = names_with_prefix(tables_, key);
    for (auto i = begin; i < end; ++i) largest.offer(tables_.names[i]);
  }
  std::vector<LocalityMatch> matches;
  for (const auto& name : largest.names()) matches.push_back(to_match(name.name, name.locality, 0));
  return matches;
}

std::vector<LocalityMatch> GazetteerLayer::spelled_like(std::string_view key, int most, std::size_t limit) const {
  auto guesses = guesses_for_typo(tables_, key, most);
  std::ranges::sort(guesses, std::less{});
  std::vector<LocalityMatch> matches;
  for (const auto& [edits, found] : guesses) {
    if (matches.size() == limit) break;
    const auto is_same = [&](const LocalityMatch& match) {
      return match.locality.number == LocalityNumber{found.locality};
    };
    if (std::ranges::none_of(matches, is_same)) matches.push_back(to_match(found.name, found.locality, edits));
  }
  return matches;
}

GazetteerArea GazetteerLayer::area(std::uint32_t number) const {
  const auto record = tables_.areas[number];
  return {.name = tables_.string(record.name),
          .region = tables_.string(record.region),
          .country = tables_.string(record.country),
          .code = tables_.string(record.code),
          .kind = static_cast<GazetteerArea::Kind>(record.kind),
          .position = *LatLon::from_e7(record.lat_e7, record.lon_e7),
          .radius = Metres{static_cast<double>(record.radius_m)},
          .population = record.population};
}

std::vector<GazetteerArea> GazetteerLayer::areas_named(std::string_view key) const {
  const auto [begin, end] = records_of_key(tables_, tables_.area_names, key);
  std::vector<GazetteerArea> areas;
  for (auto i = begin; i < end; ++i) areas.push_back(area(tables_.area_names[i].area));
  return areas;
}

std::vector<PlaceOfPostcode> GazetteerLayer::postcode(std::string_view key) const {
  const auto [begin, end] = records_of_key(tables_, tables_.postcodes, key);
  std::vector<PlaceOfPostcode> places;
  for (auto i = begin; i < end; ++i) {
    const auto record = tables_.postcodes[i];
    const auto area = tables_.areas[record.area];
    places.push_back({.written = std::string(tables_.string(record.written)),
                      .name = std::string(tables_.string(record.name)),
                      .region = std::string(tables_.string(area.region)),
                      .country = std::string(tables_.string(area.country)),
                      .position = *LatLon::from_e7(record.lat_e7, record.lon_e7)});
  }
  return places;
}

std::optional<Locality> GazetteerLayer::with_slug(std::string_view slug) const {
  const auto slug_of = [&](std::uint32_t locality) { return tables_.string(tables_.localities[locality].slug); };
  const auto place = tables_.slugs.partition_point(0, [&](std::uint32_t locality) { return slug_of(locality) < slug; });
  if (place == tables_.slugs.size() || slug_of(tables_.slugs[place]) != slug) return std::nullopt;
  return at(tables_.slugs[place]);
}

std::optional<Locality> GazetteerLayer::nearest(LatLon position) const {
  const auto found = kd_nearest(position, size(), [this](std::size_t place) { return tables_.position(place); });
  if (!found) return std::nullopt;
  return at(static_cast<std::uint32_t>(*found));
}

bool GazetteerLayer::lies_in(std::uint32_t locality, std::string_view key) const {
  for (auto i = tables_.localities[locality].area;;) {
    const auto area = tables_.areas[i];
    for (auto name = area.first_key; name < area.first_key + area.key_count; ++name) {
      if (tables_.string(tables_.area_keys[name]) == key) return true;
    }
    if (area.parent == i) return false;
    i = area.parent;
  }
}

}  // namespace nearme
