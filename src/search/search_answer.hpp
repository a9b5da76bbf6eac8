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
#include "search/opening.hpp"
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

/// Which bytes [begin, end) of `q`, in UTF-8, a piece of the understanding came from.
struct Piece {
  /// "treatment", "concern", "kind", "family", "without", "not", "place", "near", "near-me", "radius", "open", "price",
  /// "language", "evidence", "insured", "wheelchair", "sort", "refused", "text"
  std::string meaning;
  std::string value;  ///< "micro-needling"
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Something that a question asks for and that cannot be done, with the bytes [begin, end) of `q` that ask for it.
struct Hint {
  std::string message;  ///< what was wrong, and what would be right, in English
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string meaning = {};  ///< "many-words", "travel-time": for other languages, with the next
  std::string value = {};    ///< what the message quotes
};

/// What nearme took the question to mean: shown with every answer, so that a person can correct it.
struct Understood {
  std::vector<TreatmentId> treatments;  ///< those of the families, too
  std::vector<FamilyId> families;       ///< generic words: "laser"
  std::vector<ConcernId> concerns;
  std::vector<KindId> kinds;
  std::vector<TreatmentId> unwanted_treatments;
  std::vector<KindId> unwanted_kinds;
  std::string text;     ///< what is left, matched with names
  std::string ignored;  ///< words that no site has in its name, left out because the rest says enough
  std::optional<AskedPlace> place;
  std::vector<AskedPlace> alternatives;  ///< other places of that name
  std::vector<Correction> corrections;
  std::vector<Piece> pieces;
  bool near_me = false;
  bool needs_position = false;  ///< "near me", and nobody knows where that is
  std::optional<Instant> open_at;
  bool open_now = false;
  std::string open_words;             ///< "saturday", "tomorrow 18:00", when a day or a time of day is asked for
  std::optional<OpenWindow> open_on;  ///< the same on the calendar
  bool only_confirmed = false;
  bool only_insured = false;
  bool only_wheelchair = false;
  std::vector<std::string> languages;  ///< BCP 47, any of them
  PriceRange price;
  Sort sort = Sort::best;
  std::optional<Metres> radius;
  std::vector<Hint> hints;
};

/// How a result answers the question: it offers the treatment, its kind often does, it offers another one for the same
/// concern, or its name matches.
enum class Match : std::uint8_t { offers, may_offer, alternative, name, near };
std::string_view to_string(Match match);

/// A treatment that was not asked for, and what it is used for as well as one that was.
struct Alternative {
  TreatmentId treatment;
  ConcernId concern;
};

/// The terms of a result's score (docs/ranking.md). They add up to `score`.
struct Why {
  double score = 0;
  double nearness = 0;
  double match = 0;
  double evidence = 0;
  double open = 0;
  double completeness = 0;
  double rating = 0;  ///< 0 unless the operator lets ratings count
};

struct SearchResult {
  std::string_view ready_json;  ///< of the index: id, name, address, offers, evidence, ...
  std::optional<Metres> distance;
  std::string_view direction;  ///< compass direction from the place asked for
  OpenAt open;
  std::string_view time_zone;  ///< of the site: `open.until` is written in it
  Match match = Match::offers;
  std::optional<Alternative> alternative{};  ///< that it offers, when the match is one
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

/// A site on a map.
struct SitePoint {
  LatLon position;
  std::string_view id;
  std::string_view name;
  std::string_view slug;
};

/// Where the sites that a question asks for lie: all of them, or so many as were asked for, evenly spread. Views live
/// as long as the index that answered.
struct PointsAnswer {
  std::uint64_t total = 0;
  bool total_is_exact = true;
  std::vector<SitePoint> points;
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
