#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/mapped_file.hpp"
#include "base/result.hpp"
#include "geo/lat_lon.hpp"
#include "geo/metres.hpp"

namespace nearme {

/// The number of a locality in its gazetteer.
enum class LocalityNumber : std::uint32_t {};

/// One entry of the gazetteer: a town with its region, country and time zone. The views live as long as the gazetteer.
struct Locality {
  LocalityNumber number{};
  std::string_view name;
  std::string_view region;     ///< first-level division by name: "England", "Texas"; may be empty
  std::string_view country;    ///< ISO 3166-1 alpha-2
  std::string_view time_zone;  ///< IANA name
  std::string_view slug;       ///< "leeds-england-gb", unique
  LatLon position;
  std::uint32_t population = 0;
};

/// A name of a locality that matched, and how.
struct LocalityMatch {
  Locality locality;
  std::string matched_name;  ///< as the gazetteer has it: "Munich" for München
  int edits = 0;             ///< typos between what was asked and that name
};

/// A country, a region or a county: not a point but an extent.
struct GazetteerArea {
  enum class Kind : std::uint8_t { country, region, district };

  std::string_view name;
  std::string_view region;   ///< the first-level division that it lies in or is; empty for a country
  std::string_view country;  ///< ISO 3166-1 alpha-2
  std::string_view code;     ///< "GB", "GB.ENG", "GB.ENG.H3": unique
  Kind kind{};
  LatLon position;               ///< the middle of its people
  Metres radius;                 ///< a circle of this size holds nearly all its localities
  std::uint32_t population = 0;  ///< of its localities together
};

/// A postcode with its place.
struct PlaceOfPostcode {
  std::string written;  ///< "LS1 4AP"
  std::string name;     ///< of the place that it belongs to; may be empty
  std::string region;
  std::string country;  ///< ISO 3166-1 alpha-2
  LatLon position;
};

class GazetteerLayer;

/// Place names, postcodes and areas with coordinates and time zones: one compiled gazetteer (docs/gazetteer-format.md),
/// or several laid over one another. What an upper one has overrides the same place below; the rest adds up.
///
/// A value that is cheap to copy. Immutable; threads: any; a look-up takes microseconds a layer.
class Gazetteer {
 public:
  /// Over bytes that the caller keeps alive (built into the program). Errors: corrupt, with the first thing wrong.
  [[nodiscard]] static Result<Gazetteer> open(std::span<const std::byte> bytes);

  /// The same over a file, which is kept mapped as long as any copy lives.
  [[nodiscard]] static Result<Gazetteer> open(MappedFile file);

  /// This gazetteer laid over another. Numbers of localities of either hold no more.
  [[nodiscard]] Gazetteer over(const Gazetteer& below) const;

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] Locality at(LocalityNumber number) const;

  /// All localities of this name (normalised: case, accents and hyphens do not count), by population, largest first.
  /// Several words are one name: "newcastle upon tyne". Spellings without spaces or with St for Saint are found too.
  [[nodiscard]] std::vector<LocalityMatch> named(std::string_view name) const;

  /// Localities whose name begins so, largest first, at most `limit`. None when the prefix has no letter or digit.
  [[nodiscard]] std::vector<LocalityMatch> beginning_with(std::string_view prefix, std::size_t limit) const;

  /// Localities whose name is as many edits away as its length allows (edits_allowed: one from four letters on, two
  /// from eight), fewest edits first, then largest; when there are none, those that sound alike. Never one of under
  /// 1,000 people. Empty when the name itself exists.
  [[nodiscard]] std::vector<LocalityMatch> spelled_like(std::string_view name, std::size_t limit) const;

  /// Countries, regions and counties of this name that have localities, by population, largest first: "Wales",
  /// "Bayern", "TX".
  [[nodiscard]] std::vector<GazetteerArea> areas_named(std::string_view name) const;

  /// Where a postcode lies, by its key (text/postcode.hpp); one a country as a rule.
  [[nodiscard]] std::vector<PlaceOfPostcode> postcode(std::string_view key) const;

  [[nodiscard]] std::optional<Locality> with_slug(std::string_view slug) const;

  /// The locality nearest to a position; none only in an empty gazetteer.
  [[nodiscard]] std::optional<Locality> nearest(LatLon position) const;

  /// Whether words name the county, region or country of a locality: "Yorkshire", "England", "TX", "UK", "Germany",
  /// "de".
  [[nodiscard]] bool lies_in(const Locality& locality, std::string_view words) const;

  /// One compiled gazetteer, and the number of its first locality among those of all.
  struct Layer {
    std::shared_ptr<const GazetteerLayer> layer;
    std::uint32_t first = 0;
  };
  /// Upper ones first.
  [[nodiscard]] const std::vector<Layer>& layers() const { return layers_; }

 private:
  explicit Gazetteer(std::vector<Layer> layers) : layers_(std::move(layers)) {}
  [[nodiscard]] const Layer& layer_of(LocalityNumber number) const;
  [[nodiscard]] std::vector<LocalityMatch> sounding_like(std::string_view key) const;

  std::vector<Layer> layers_;
};

}  // namespace nearme
