#include "gazetteer/compile/compile.hpp"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <numeric>
#include <tuple>

#include "base/checksum.hpp"
#include "gazetteer/compile/area_extents.hpp"
#include "gazetteer/compile/slugs.hpp"
#include "gazetteer/compile/string_pool.hpp"
#include "gazetteer/image/format.hpp"
#include "gazetteer/kd_tree.hpp"
#include "gazetteer/letter_set.hpp"
#include "gazetteer/name_key.hpp"
#include "gazetteer/spelling_segments.hpp"
#include "text/postcode.hpp"
#include "text/unicode.hpp"

namespace nearme {

using namespace gazetteer_format;

namespace {

/// Lays the sections one behind the other, each at a multiple of eight bytes.
class Layout {
 public:
  Layout() : bytes_(sizeof(Header)) {
    header_.magic = kMagic;
    header_.version = kVersion;
    header_.byte_order = kByteOrder;
  }

  template <class Container>
  void add(SectionName name, const Container& records) {
    constexpr std::size_t kAlignment = 8;
    bytes_.resize((bytes_.size() + kAlignment - 1) / kAlignment * kAlignment);
    header_.sections[static_cast<std::size_t>(name)] = {.offset = bytes_.size(), .count = records.size()};
    const auto section = std::as_bytes(std::span(records));
    bytes_.insert(bytes_.end(), section.begin(), section.end());
  }

  std::vector<std::byte> finish() {
    header_.size = bytes_.size();
    std::memcpy(bytes_.data(), &header_, sizeof(header_));
    seal_gazetteer(bytes_);
    return std::move(bytes_);
  }

 private:
  Header header_{};
  std::vector<std::byte> bytes_;
};

/// The tables while they are made. Localities are numbered in the order of the k-d tree from the start.
class Compiler {
 public:
  explicit Compiler(const Places& places) : places_(places) { strings_.add(""); }

  std::vector<std::byte> run() {
    add_areas();
    add_localities();
    add_names();
    sort_names();
    add_spellings();
    add_segments();
    add_postcodes();
    return lay_out();
  }

 private:
  void add_areas() {
    const auto extents = extents_of_areas(places_);
    for (std::size_t i = 0; i < places_.areas.size(); ++i) {
      const auto first_key = static_cast<std::uint32_t>(area_keys_.size());
      add_area_keys(places_.areas[i]);
      add_area(i, extents[i], first_key);
    }
    std::ranges::sort(area_names_, {}, [&](const AreaNameRecord& name) {
      return std::tuple{strings_.at(name.key), ~areas_[name.area].population, name.area};
    });
  }

  void add_area_keys(const NamedArea& area) {
    const auto first = static_cast<std::ptrdiff_t>(area_keys_.size());
    const auto add_key = [&](std::string_view name) {
      const auto key = strings_.add(name_key(name));
      const auto begin = area_keys_.begin() + first;
      if (key != 0 && std::ranges::find(begin, area_keys_.end(), key) == area_keys_.end()) area_keys_.push_back(key);
    };
    add_key(area.name);
    std::ranges::for_each(area.other_names, add_key);
  }

  void add_area(std::size_t number, const AreaExtent& extent, std::uint32_t first_key) {
    const auto& area = places_.areas[number];
    const auto middle = to_position(extent.middle);
    areas_.push_back({.parent = static_cast<std::uint32_t>(area.parent.value_or(number)),
                      .code = strings_.add(area.key),
                      .name = strings_.add(area.name),
                      .country = strings_.add(country_code(places_, number)),
                      .region = strings_.add(region_name(places_, number)),
                      .kind = static_cast<std::uint32_t>(area.kind),
                      .first_key = first_key,
                      .key_count = static_cast<std::uint32_t>(area_keys_.size()) - first_key,
                      .population = extent.population,
                      .radius_m = static_cast<std::uint32_t>(extent.radius.count()),
                      .lat_e7 = middle.lat_e7(),
                      .lon_e7 = middle.lon_e7()});
    if (extent.radius == Metres{}) return;
    for (auto key = first_key; key < area_keys_.size(); ++key)
      area_names_.push_back({.key = area_keys_[key], .area = static_cast<std::uint32_t>(number)});
  }

  void add_localities() {
    std::vector<LatLon> positions;
    for (const auto& place : places_.places) positions.push_back(place.position);
    order_ = kd_order(positions);
    const auto slugs = make_slugs(places_);
    for (const auto number : order_) {
      const auto& place = places_.places[number];
      slugs_.push_back(static_cast<std::uint32_t>(slugs_.size()));
      localities_.push_back({.name = strings_.add(place.name),
                             .slug = strings_.add(slugs[number]),
                             .time_zone = strings_.add(place.time_zone),
                             .area = static_cast<std::uint32_t>(place.area),
                             .population = place.population,
                             .lat_e7 = place.position.lat_e7(),
                             .lon_e7 = place.position.lon_e7()});
    }
    std::ranges::sort(slugs_, {}, [&](std::uint32_t locality) { return strings_.at(localities_[locality].slug); });
  }

  void add_names() {
    for (std::uint32_t locality = 0; locality < localities_.size(); ++locality) {
      const auto& place = places_.places[order_[locality]];
      const auto first = static_cast<std::ptrdiff_t>(names_.size());
      const auto add_name = [&](std::string_view name) {
        const auto key = strings_.add(name_key(name));
        const auto begin = names_.begin() + first;
        const bool known = std::ranges::find(begin, names_.end(), key, &NameRecord::key) != names_.end();
        if (key == 0 || known) return;
        names_.push_back(
            {.key = key, .name = strings_.add(name), .locality = locality, .population = place.population});
      };
      add_name(place.name);
      std::ranges::for_each(place.other_names, add_name);
    }
  }

  void sort_names() {
    std::ranges::sort(names_, {}, [&](const NameRecord& name) {
      return std::tuple{strings_.at(name.key), ~name.population, name.locality};
    });
  }

  /// The first name of every key is the one with most people.
  void add_spellings() {
    for (std::uint32_t i = 0; i < names_.size(); ++i) {
      if (i > 0 && names_[i - 1].key == names_[i].key) continue;
      if (names_[i].population < kLeastPopulationForTypos) continue;
      const auto key = strings_.at(names_[i].key);
      spellings_.push_back(
          {.letters = letter_set(key), .length = static_cast<std::uint32_t>(length(key)), .first_name = i});
    }
    std::ranges::sort(spellings_, {},
                      [](const SpellingRecord& spelling) { return std::pair{spelling.length, spelling.first_name}; });
  }

  void add_segments() {
    for (std::uint32_t i = 0; i < spellings_.size(); ++i) {
      const auto key = strings_.at(names_[spellings_[i].first_name].key);
      for_each_segment(key, [&](std::uint32_t hash) { segments_.push_back({.hash = hash, .spelling = i}); });
    }
    std::ranges::sort(segments_, {},
                      [](const SegmentRecord& segment) { return std::pair{segment.hash, segment.spelling}; });
  }

  void add_postcodes() {
    for (const auto& postcode : places_.postcodes) {
      const auto key = strings_.add(postcode_key(postcode.written));
      if (key == 0) continue;
      postcodes_.push_back({.key = key,
                            .written = strings_.add(postcode.written),
                            .name = strings_.add(postcode.name),
                            .area = static_cast<std::uint32_t>(postcode.area),
                            .lat_e7 = postcode.position.lat_e7(),
                            .lon_e7 = postcode.position.lon_e7()});
    }
    std::ranges::sort(postcodes_, {}, [&](const PostcodeRecord& postcode) {
      return std::tuple{strings_.at(postcode.key), strings_.at(areas_[postcode.area].country), postcode.lat_e7,
                        postcode.lon_e7};
    });
  }

  [[nodiscard]] std::vector<std::byte> lay_out() const {
    Layout layout;
    layout.add(SectionName::text, strings_.text());
    layout.add(SectionName::strings, strings_.starts());
    layout.add(SectionName::localities, localities_);
    layout.add(SectionName::names, names_);
    layout.add(SectionName::slugs, slugs_);
    layout.add(SectionName::areas, areas_);
    layout.add(SectionName::area_keys, area_keys_);
    layout.add(SectionName::spellings, spellings_);
    layout.add(SectionName::segments, segments_);
    layout.add(SectionName::area_names, area_names_);
    layout.add(SectionName::postcodes, postcodes_);
    layout.add(SectionName::about, places_.about);
    return layout.finish();
  }

  const Places& places_;
  StringPool strings_;
  std::vector<std::uint32_t> order_;  ///< locality -> place
  std::vector<LocalityRecord> localities_;
  std::vector<NameRecord> names_;
  std::vector<std::uint32_t> slugs_;
  std::vector<AreaRecord> areas_;
  std::vector<std::uint32_t> area_keys_;
  std::vector<AreaNameRecord> area_names_;
  std::vector<SpellingRecord> spellings_;
  std::vector<SegmentRecord> segments_;
  std::vector<PostcodeRecord> postcodes_;
};

}  // namespace

std::vector<std::byte> compile_gazetteer(const Places& places) { return Compiler(places).run(); }

void seal_gazetteer(std::vector<std::byte>& bytes) {
  assert(bytes.size() >= sizeof(Header));
  const auto sum = checksum(std::span<const std::byte>(bytes).subspan(kChecksumStart));
  std::memcpy(bytes.data() + offsetof(Header, checksum), &sum, sizeof(sum));
}

}  // namespace nearme
