#include "matching/candidates.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/checksum.hpp"

namespace nearme {
namespace {

constexpr std::size_t kLargestBlock = 64;
constexpr std::size_t kWordsOfName = 3;

/// About two kilometres. Each site stands in four cells that overlap by half, so that two within one kilometre share
/// one.
constexpr double kCellDegrees = 0.02;

struct Key {
  std::uint64_t hash;
  std::uint32_t record;

  friend auto operator<=>(const Key&, const Key&) = default;
};

std::uint64_t mixed(std::uint64_t hash, std::string_view text) {
  constexpr std::uint64_t kOdd = 0x9e3779b97f4a7c15;
  return (hash ^ checksum(text)) * kOdd;
}

/// The words that tell most.
std::vector<std::string> rarest_words(const std::vector<std::string>& name, const NamesInUse& names) {
  auto words = name;
  std::ranges::sort(words, [&](const std::string& a, const std::string& b) {
    return std::pair(-names.weight(a), a) < std::pair(-names.weight(b), b);
  });
  words.erase(std::ranges::unique(words).begin(), words.end());
  if (words.size() > kWordsOfName) words.resize(kWordsOfName);
  return words;
}

/// Degrees of longitude as wide as those of latitude.
double longitude_width(double lat) {
  constexpr double kRadians = 0.017453292519943295;
  constexpr double kLeast = 0.05;
  return std::max(kLeast, std::cos(lat * kRadians));
}

std::vector<std::uint64_t> cells_of(LatLon position) {
  std::vector<std::uint64_t> cells;
  for (const double north : {0.0, 0.5}) {
    const double row = std::floor(position.lat() / kCellDegrees + north);
    // All sites of one row reckon with one width.
    const double width = longitude_width((row - north) * kCellDegrees);
    for (const double east : {0.0, 0.5}) {
      const double column = std::floor(position.lon() * width / kCellDegrees + east);
      cells.push_back(checksum(fmt::format("{}/{}/{}/{}", north, row, east, column)));
    }
  }
  return cells;
}

/// Gathers the keys of one record.
class KeysOfRecord {
 public:
  KeysOfRecord(std::vector<Key>& keys, std::uint32_t record) : keys_(keys), record_(record) {}

  void add(const SiteTraits& site, const NamesInUse& names) {
    if (!site.phone.empty()) add(mixed(1, site.phone));
    if (!site.host.empty()) add(mixed(2, site.host));
    const auto cells = site.position ? cells_of(*site.position) : std::vector<std::uint64_t>{};
    const std::string town = site.city.empty() ? std::string{} : site.city.front();
    for (const auto& word : rarest_words(site.name, names)) {
      for (const auto cell : cells) add(mixed(cell, word));
      if (!site.postcode.empty()) add(mixed(mixed(3, site.postcode), word));
      if (!town.empty()) add(mixed(mixed(4, town), word));
    }
    if (!site.name_run_together.empty()) {
      for (const auto cell : cells) add(mixed(mixed(cell, "whole"), site.name_run_together));
    }
  }

 private:
  void add(std::uint64_t hash) { keys_.push_back({.hash = hash, .record = record_}); }

  std::vector<Key>& keys_;
  std::uint32_t record_;
};

}  // namespace

std::uint64_t coarse_place_of(const SiteTraits& site) {
  constexpr double kTenths = 10;
  if (!site.position) return 0;
  return checksum(
      fmt::format("{}/{}", std::round(site.position->lat() * kTenths), std::round(site.position->lon() * kTenths)));
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> candidate_pairs(const std::vector<MatchRecord>& records,
                                                                     const NamesInUse& names) {
  std::vector<Key> keys;
  for (std::uint32_t i = 0; i < records.size(); ++i) KeysOfRecord(keys, i).add(records[i].traits, names);
  std::ranges::sort(keys);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (auto begin = keys.begin(); begin != keys.end();) {
    const auto end = std::find_if(begin, keys.end(), [&](const Key& key) { return key.hash != begin->hash; });
    const auto size = static_cast<std::size_t>(end - begin);
    for (auto a = begin; size <= kLargestBlock && a != end; ++a) {
      for (auto b = a + 1; b != end; ++b) {
        if (records[a->record].source != records[b->record].source) pairs.emplace_back(a->record, b->record);
      }
    }
    begin = end;
  }
  std::ranges::sort(pairs);
  pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
  return pairs;
}

}  // namespace nearme
