#include "compare/sqlite_by_sql.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include "engine/ways.hpp"
#include "search/rank/weights.hpp"

namespace nearme {
namespace {

constexpr Metres kFirstReach = Metres::from_kilometres(2);
constexpr double kGrowth = 4;
constexpr double kLongestChord = 2;

/// The square of the chord from the place that is asked for, which the first three parameters are.
constexpr const char* kChord = "(x - ?1) * (x - ?1) + (y - ?2) * (y - ?2) + (z - ?3) * (z - ?3)";

/// The cube that reaches so far as the fourth parameter, the length of a chord.
constexpr const char* kInCube =
    "x0 <= ?1 + ?4 AND x1 >= ?1 - ?4 AND y0 <= ?2 + ?4 AND y1 >= ?2 - ?4 AND z0 <= ?3 + ?4 AND z1 >= ?3 - ?4";

std::string nearest_of(const std::string& tree, const std::string& site, const std::string& also) {
  return fmt::format("SELECT {}, {} AS chord FROM {} WHERE {}{} AND chord <= ?4 * ?4 ORDER BY chord LIMIT ?5", site,
                     kChord, tree, kInCube, also);
}

/// The parameter `near` has how many metres count as near.
std::string score(const char* near) {
  return fmt::format("points + {} / (1 + {} * asin(min(1, sqrt(chord) / 2)) / {})", Weights::kNearness,
                     2 * kEarthRadiusMetres, near);
}

double longest_chord(Metres radius) { return std::sqrt(to_chord_squared(radius)); }

}  // namespace

SqliteBySql::SqliteBySql(sqlite3* database, const WorldRows& rows)
    : nearest_(database, nearest_of("site_tree", "id", "")),
      offering_(database, nearest_of("offer_tree", "site", " AND t0 <= ?6 AND t1 >= ?6")),
      offering_anywhere_(database, fmt::format("SELECT site, {} AS chord FROM offer JOIN site ON site.id = offer.site "
                                               "WHERE treatment = ?4 ORDER BY chord LIMIT 20",
                                               kChord)),
      filtered_(database,
                nearest_of("offer_tree", "site", " AND t0 <= ?6 AND t1 >= ?6 AND languages & ?7 AND wheelchair = ?8")),
      words_(database, fmt::format("SELECT site.id, {} AS chord FROM words CROSS JOIN site ON site.id = words.rowid "
                                   "WHERE words MATCH ?4 ORDER BY chord LIMIT ?5",
                                   kChord)),
      map_(database, fmt::format("SELECT id, {} AS chord, count(*) OVER () FROM site_map WHERE lon0 >= ?4 AND "
                                 "lon1 <= ?5 AND lat0 >= ?6 AND lat1 <= ?7 ORDER BY chord LIMIT {}",
                                 kChord, kMapResults)),
      best_(database, fmt::format("SELECT site, -({}) AS rank FROM (SELECT site, points, {} AS chord FROM offer_tree "
                                  "WHERE {} AND t0 <= ?5 AND t1 >= ?5) WHERE chord <= ?4 * ?4 ORDER BY rank LIMIT {}",
                                  score("?6"), kChord, kInCube, kBestResults)),
      best_anywhere_(database, fmt::format("SELECT site, -({}) AS rank FROM (SELECT site, points, {} AS chord FROM "
                                           "offer JOIN site ON site.id = offer.site WHERE treatment = ?4) "
                                           "ORDER BY rank LIMIT {}",
                                           score("?5"), kChord, kBestResults)),
      facets_(database, fmt::format("SELECT value, count(*) FROM site_tree JOIN site_value ON site = id WHERE {} "
                                    "AND {} <= ?4 * ?4 GROUP BY value",
                                    kInCube, kChord)),
      asked_(rows) {}

void SqliteBySql::ask(Asked asked, const Question& question) {
  found_.clear();
  facet_counts_.clear();
  count_ = 0;
  const double near = longest_chord(kWithinNear);
  const double far = longest_chord(kWithinFar);
  const auto& [at, from, words, beginning] = question.probe;
  switch (asked) {
    case Asked::nearest:
      return read_nearest(from, 20);
    case Asked::common:
      offering_.begin(from.x, from.y, from.z, near, 20, asked_.common);
      return read(offering_);
    case Asked::rare:
      offering_anywhere_.begin(from.x, from.y, from.z, asked_.rare);
      return read(offering_anywhere_);
    case Asked::three_filters:
      filtered_.begin(from.x, from.y, from.z, far, 20, asked_.tenth, asked_.german_bit, asked_.step_free);
      return read(filtered_);
    case Asked::name: {
      const std::string both = words[0] + " AND " + words[1];
      words_.begin(from.x, from.y, from.z, both, 20);
      return read(words_);
    }
    case Asked::beginning: {
      const std::string match = question.beginning_is_word ? beginning : beginning + "*";
      words_.begin(from.x, from.y, from.z, match, 10);
      return read(words_);
    }
    case Asked::map:
      return read_map(question);
    case Asked::best:
      return read_best(from);
    case Asked::best_anywhere:
      return read_best_anywhere(from);
    case Asked::facets:
      return count_facets(from);
  }
}

void SqliteBySql::read(SqliteStatement& rows) {
  while (rows.next()) found_.push_back({.rank = rows.real(1), .site = rows.number(0)});
}

void SqliteBySql::read_nearest(const UnitVector& from, std::size_t limit) {
  for (double reach = longest_chord(kFirstReach);; reach *= kGrowth) {
    found_.clear();
    nearest_.begin(from.x, from.y, from.z, reach, static_cast<std::int32_t>(limit));
    read(nearest_);
    if (found_.size() == limit || reach > kLongestChord) return;
  }
}

double SqliteBySql::read_near_metres(const UnitVector& from) {
  read_nearest(from, kSitesThatAreNear);
  const double reach = to_metres(found_.back().rank).count();
  found_.clear();
  return std::clamp(reach, kLeastNear.count(), kMostNear.count());
}

void SqliteBySql::read_best(const UnitVector& from) {
  const double near_metres = read_near_metres(from);
  best_.begin(from.x, from.y, from.z, longest_chord(kWithinNear), asked_.common, near_metres);
  read(best_);
}

void SqliteBySql::read_best_anywhere(const UnitVector& from) {
  const double near_metres = read_near_metres(from);
  best_anywhere_.begin(from.x, from.y, from.z, asked_.rare, near_metres);
  read(best_anywhere_);
}

void SqliteBySql::read_map(const Question& question) {
  const GeoBox& box = question.box;
  const UnitVector& from = question.probe.from;
  map_.begin(from.x, from.y, from.z, box.west_e7(), box.east_e7(), box.south_e7(), box.north_e7());
  while (map_.next()) {
    found_.push_back({.rank = map_.real(1), .site = map_.number(0)});
    count_ = map_.number(2);
  }
}

void SqliteBySql::count_facets(const UnitVector& from) {
  facets_.begin(from.x, from.y, from.z, longest_chord(kWithinNear));
  while (facets_.next()) facet_counts_.emplace_back(facets_.number(0), facets_.number(1));
}

Given SqliteBySql::given() const {
  Given given{.sites = {}, .count = count_, .facets = facet_counts_};
  for (const Ranked& row : found_) given.sites.push_back(row.site);
  std::ranges::sort(given.facets);
  return given;
}

}  // namespace nearme
