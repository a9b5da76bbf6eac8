#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.hpp"
#include "base/result.hpp"
#include "geo/lat_lon.hpp"

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

/// Place names with coordinates and time zones, over the bytes of a compiled gazetteer (docs/gazetteer-format.md).
/// Immutable; threads: any; a look-up takes microseconds.
class Gazetteer {
 public:
  /// Over bytes that the caller keeps alive (built into the program). Errors: corrupt, with the first thing wrong.
  [[nodiscard]] static Result<Gazetteer> open(std::span<const std::byte> bytes);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] Locality at(LocalityNumber number) const;

  /// All localities of this name (normalised: case, accents and hyphens do not count), by population, largest first.
  /// Several words are one name: "newcastle upon tyne". Spellings without spaces or with St for Saint are found too.
  [[nodiscard]] std::vector<LocalityMatch> named(std::string_view name) const;

  /// Localities whose name begins so, largest first, at most `limit`. None when the prefix has no letter or digit.
  [[nodiscard]] std::vector<LocalityMatch> beginning_with(std::string_view prefix, std::size_t limit) const;

  /// Localities whose name is as many edits away as its length allows (edits_allowed: one from four letters on, two
  /// from eight), fewest edits first, then largest. Never one of under 1,000 people. Empty when the name itself exists.
  [[nodiscard]] std::vector<LocalityMatch> spelled_like(std::string_view name, std::size_t limit) const;

  [[nodiscard]] std::optional<Locality> with_slug(std::string_view slug) const;

  /// The locality nearest to a position; none only in an empty gazetteer.
  [[nodiscard]] std::optional<Locality> nearest(LatLon position) const;

  /// Whether words name the county, region or country of a locality: "Yorkshire", "England", "TX", "UK", "Germany",
  /// "de".
  [[nodiscard]] bool lies_in(const Locality& locality, std::string_view words) const;

  struct Tables;  ///< gazetteer/image/tables.hpp, for the gazetteer's own parts

 private:
  explicit Gazetteer(std::shared_ptr<const Tables> tables);
  [[nodiscard]] LocalityMatch to_match(std::uint32_t name, std::uint32_t locality, int edits) const;

  std::shared_ptr<const Tables> tables_;
};

}  // namespace nearme
