#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "directory/ids.hpp"
#include "geo/geo_box.hpp"
#include "geo/metres.hpp"

namespace nearme {

enum class Sort : std::uint8_t { best, distance, price, rating, name };

/// Its name in requests and answers.
std::string_view to_string(Sort sort);

/// What an offer may cost, both ends included; nothing said is no limit.
struct PriceRange {
  std::optional<std::int64_t> least_hundredths;
  std::optional<std::int64_t> most_hundredths;
  std::string currency;  ///< ISO 4217; empty: any

  [[nodiscard]] bool is_limited() const { return least_hundredths || most_hundredths; }
};

/// The forms in which an answer can be written.
enum class AnswerFormat : std::uint8_t { json, geojson };

/// The facets that can be counted.
enum class Facet : std::uint8_t { treatment, kind, language, wheelchair, evidence };

/// A question as it arrives: words to understand, and what the asker has already said exactly. What is said exactly
/// wins over what the words say. Every value is checked before it gets here.
struct SearchRequest {
  std::string q;             ///< "micro-needling near Leeds"
  std::optional<LatLon> at;  ///< where the asker is, or the centre asked for
  std::string near;          ///< a place by name: understood like the place in `q`
  std::optional<GeoBox> box;
  std::optional<Metres> radius;
  std::vector<TreatmentId> treatments;          ///< any of them
  std::vector<TreatmentId> with_treatments;     ///< and all of these besides
  std::vector<TreatmentId> without_treatments;  ///< and none of these
  std::vector<ConcernId> concerns;              ///< any of them, by the treatments used for it
  std::vector<KindId> kinds;                    ///< any of them
  std::vector<KindId> without_kinds;            ///< and none of these
  std::optional<Instant> open_at;               ///< "open=now" arrives as the moment of asking
  bool open_now = false;                        ///< that `open_at` was said as "now"
  bool only_confirmed = false;                  ///< evidence=confirmed: of the treatments asked for, else of the site
  std::vector<std::string> languages;           ///< BCP 47, any of them
  std::vector<std::string> without_languages;   ///< and none of these
  std::vector<std::string> countries;           ///< ISO 3166-1 alpha-2 in capitals, any of them
  std::vector<std::string> without_countries;   ///< and none of these
  bool only_wheelchair = false;
  std::optional<std::int64_t> price_max_hundredths;
  std::string currency;      ///< of price_max; empty: any
  std::string text;          ///< words of names, taken as they are
  std::optional<Sort> sort;  ///< best, unless the words say otherwise
  std::size_t limit = 20;
  std::string cursor;  ///< `next` of an earlier answer
  std::vector<Facet> facets;
  bool counts_alone = false;  ///< no results: the total of what is asked for, not widened, and the facets
  bool explain = false;
  bool ratings_count = false;  ///< the operator's setting: that Sort::best heeds ratings a little
  AnswerFormat format = AnswerFormat::json;
  Instant now{};  ///< the moment of asking
};

struct SuggestRequest {
  std::string q;
  std::optional<LatLon> at;
  std::size_t limit = 8;
  std::string jurisdiction = {};  ///< whose law says what a treatment may be called, "GB"; empty: any name
  std::string language = "en";    ///< BCP 47: the names of the catalogue in it, where it has them
};

}  // namespace nearme
