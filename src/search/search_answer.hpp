#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/time.hpp"
#include "directory/ids.hpp"
#include "geo/geo_box.hpp"
#include "geo/metres.hpp"
#include "hours/schedule.hpp"
#include "search/search_request.hpp"

namespace nearme {

/// What sort of place a question names. A country, region or county is an area, not a point.
enum class PlaceKind : std::uint8_t { locality, postcode, position, country, region, county };
std::string_view to_string(PlaceKind kind);

/// A place that a question names, or could name.
struct AskedPlace {
  std::string name;
  std::string region;
  std::string country;  ///< ISO 3166-1 alpha-2
  LatLon position;
  std::string slug;  ///< of the gazetteer; empty when the place is a position, an area or a postcode
  PlaceKind kind = PlaceKind::locality;
  std::optional<Metres> radius;  ///< of an area: a circle that holds it
};

/// A misspelt word and what it was taken for.
struct Correction {
  std::string from;
  std::string to;
};

/// Which bytes [begin, end) of `q` a piece of the understanding came from.
struct Piece {
  std::string meaning;  ///< "treatment", "concern", "kind", "place", "near", "open", "evidence", "text", ...
  std::string value;    ///< "micro-needling"
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What nearme took the question to mean: shown with every answer, so that a person can correct it.
struct Understood {
  std::vector<TreatmentId> treatments;
  std::vector<ConcernId> concerns;
  std::vector<KindId> kinds;
  std::string text;  ///< what is left, matched with names
  std::optional<AskedPlace> place;
  std::vector<AskedPlace> alternatives;  ///< other places of that name
  std::vector<Correction> corrections;
  std::vector<Piece> pieces;
  std::optional<Instant> open_at;
  bool open_now = false;
  bool only_confirmed = false;
  std::optional<Metres> radius;
};

/// How a result answers the question: it offers the treatment, its kind often does, or its name matches.
enum class Match : std::uint8_t { offers, may_offer, name, near };
std::string_view to_string(Match match);

/// The terms of a result's score (docs/ranking.md). They add up to `score`.
struct Why {
  double score = 0;
  double nearness = 0;
  double match = 0;
  double evidence = 0;
  double open = 0;
  double completeness = 0;
};

struct SearchResult {
  std::string_view ready_json;  ///< of the index: id, name, address, offers, evidence, ...
  std::optional<Metres> distance;
  std::string_view direction;  ///< compass direction from the place asked for
  OpenAt open;
  std::string_view time_zone;  ///< of the site: `open.until` is written in it
  Match match = Match::offers;
  std::optional<Why> why;
};

/// How a search without results was relaxed.
struct Widened {
  Metres from_radius;
  Metres nearest;  ///< how far the nearest result is
};

struct FacetCount {
  std::string id;
  std::uint64_t count = 0;
};

/// The answer to a SearchRequest. `ready_json` views live as long as the index that answered, which the caller keeps.
struct SearchAnswer {
  Understood understood;
  std::uint64_t total = 0;
  bool total_is_exact = true;
  std::vector<SearchResult> results;
  std::vector<std::pair<Facet, std::vector<FacetCount>>> facets;
  bool facets_are_exact = true;  ///< else each count is a lower bound
  std::optional<Widened> widened;
  std::string next;  ///< cursor of the next page; empty at the end
};

/// One line of suggestions.
struct Suggestion {
  std::string type;  ///< "treatment", "concern", "kind", "locality", "site"
  std::string id;    ///< the treatment's, the locality's slug, the site's id
  std::string name;
  std::string detail;  ///< "England, GB" of a locality, "treatment" of one; empty for a site
  std::string url;     ///< of its page
};

}  // namespace nearme
