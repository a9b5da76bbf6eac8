#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "search/request_from_parameters.hpp"
#include "search/search.hpp"

namespace nearme {

/// Who near a place offers one treatment.
struct OfferedNear {
  std::uint64_t total = 0;
  bool total_is_exact = true;
  bool is_far = false;  ///< that nobody within the radius does
  std::string nearest_name;
  std::string nearest_path;
  std::string nearest_id;
  std::optional<Metres> nearest;
  std::vector<SearchResult> priced;  ///< the nearest of them, among whose prices the range is taken
};

/// What the page of a concern says of a place. Its results point into the index that answered.
struct NearConcern {
  static constexpr Metres kRadius = Metres::from_kilometres(25);

  std::optional<AskedPlace> place;  ///< none was asked for, or it could not be taken
  std::optional<Error> problem;     ///< why it could not be taken
  std::string country;              ///< of the place
  std::string slug;                 ///< of the place, where the gazetteer has a page for it
  Parameters asked;                 ///< by which the place was named
  std::map<TreatmentId, OfferedNear> offered;
};

/// Reads `near`, `lat` and `lon` and looks for each treatment of the concern there. Errors: invalid_input for any other
/// parameter and for a position that is none; a place that nobody knows is told in `problem`.
Result<NearConcern> near_concern(const Concern& concern, const Parameters& parameters, const Search& search,
                                 Instant now);

}  // namespace nearme
