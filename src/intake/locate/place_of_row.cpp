#include "intake/locate/place_of_row.hpp"

#include <array>
#include <cmath>

#include "directory/json.hpp"
#include "geo/distance.hpp"
#include "intake/country.hpp"
#include "intake/locate/locator.hpp"
#include "intake/row_cells.hpp"

namespace nearme {
namespace {

/// Coordinates farther from the place of their address than this contradict it. Far more than any postcode spans.
constexpr Metres kContradiction = Metres::from_kilometres(50);

/// How far round a position a country is looked for, in degrees of latitude: clinics stand near borders.
constexpr double kBorderReach = 0.3;

/// One row's evidence of where it is.
class RowPlace {
 public:
  RowPlace(const Row& row, RowContext& context)
      : row_(row), context_(context), country_(country_of(text_of(row, Column::country)).value_or("")) {}

  Result<PlaceOfRow> find() {
    const auto given = given_position();
    if (given) return checked(*given);
    if (const auto turned = turned_round(); turned && agrees(*turned)) {
      note("coordinates that were swapped, turned round");
      return PlaceOfRow{.position = *turned, .precision = std::nullopt};
    }
    if (const auto& place = place_of_address()) return placed(*place, has_coordinates());
    auto error = given.error();
    if (!has_coordinates() && has_address()) {
      error.message =
          "there are no coordinates, and neither the postcode nor the town is known; nearme gazetteer import brings "
          "postcodes";
    }
    error.parameter = to_string(Column::position);
    return std::unexpected(std::move(error));
  }

 private:
  Result<LatLon> given_position() const {
    if (has_pair() || row_[Column::position].empty()) return position_of(row_[Column::lat], row_[Column::lon]);
    return position_of(row_[Column::position]);
  }

  [[nodiscard]] bool has_pair() const {
    return !text_of(row_, Column::lat).empty() || !text_of(row_, Column::lon).empty();
  }
  [[nodiscard]] bool has_coordinates() const { return has_pair() || !text_of(row_, Column::position).empty(); }
  [[nodiscard]] bool has_address() const {
    return !text_of(row_, Column::postcode).empty() || !text_of(row_, Column::city).empty();
  }

  const std::optional<LocatedPlace>& place_of_address() {
    if (!looked_up_) {
      looked_up_ = true;
      place_ = Locator(context_.gazetteer)
                   .locate({.country = country_,
                            .region = text_of(row_, Column::region),
                            .postcode = text_of(row_, Column::postcode),
                            .city = text_of(row_, Column::city)});
    }
    return place_;
  }

  std::optional<LatLon> turned_round() const {
    const auto turned = position_of(row_[Column::lon], row_[Column::lat]);
    return turned ? std::optional(*turned) : std::nullopt;
  }

  /// Whether the address, or else the country, says that it may well be here. Without either nothing agrees.
  bool agrees(LatLon position) {
    if (const auto& place = place_of_address()) return distance(position, place->position) <= kContradiction;
    return !country_.empty() && lies_in_country(position);
  }

  [[nodiscard]] bool lies_in_country(LatLon position) const {
    constexpr std::array<std::pair<double, double>, 5> kRound{{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}}};
    for (const auto& [north, east] : kRound) {
      const auto near =
          LatLon::make({.lat = position.lat() + (north * kBorderReach), .lon = position.lon() + (east * kBorderReach)});
      const auto locality = near ? context_.gazetteer.nearest(*near) : std::nullopt;
      if (locality && locality->country == country_) return true;
    }
    return false;
  }

  PlaceOfRow checked(LatLon given) {
    const auto kept = PlaceOfRow{.position = given, .precision = std::nullopt};
    const bool has_evidence = !country_.empty() || place_of_address().has_value();
    if (!has_evidence || agrees(given)) return kept;
    if (const auto turned = turned_round(); turned && agrees(*turned)) {
      note("coordinates that were swapped, turned round");
      return {.position = *turned, .precision = std::nullopt};
    }
    note(place_of_address() ? "coordinates more than 50 km from their address, kept; one of the two is wrong"
                            : "coordinates outside of their country, kept; one of the two is wrong");
    return kept;
  }

  PlaceOfRow placed(const LocatedPlace& place, bool had_coordinates) {
    const auto by = to_string(place.precision.by);
    context_.notes.count(
        had_coordinates ? fmt::format("coordinates that cannot be right, replaced by the place of the {}", by)
                        : fmt::format("sites without coordinates, placed by {}", by),
        row_.line, text_of(row_, place.precision.by == Precision::By::town ? Column::city : Column::postcode));
    return {.position = place.position, .precision = place.precision};
  }

  void note(std::string_view what) {
    context_.notes.count(what, row_.line,
                         fmt::format("{}, {}", text_of(row_, Column::lat), text_of(row_, Column::lon)));
  }

  const Row& row_;
  RowContext& context_;
  std::string country_;
  bool looked_up_ = false;
  std::optional<LocatedPlace> place_;
};

}  // namespace

Result<PlaceOfRow> place_of_row(const Row& row, RowContext& context) { return RowPlace(row, context).find(); }

}  // namespace nearme
