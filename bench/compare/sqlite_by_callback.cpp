#include "compare/sqlite_by_callback.hpp"

#include <cmath>
#include <cstring>
#include <limits>

#include "engine/ways.hpp"
#include "search/rank/weights.hpp"

namespace nearme {
namespace {

constexpr double kAnywhere = 4;
constexpr double kAnyTreatment = -1;
/// R*Trees round coordinates to floats: by so much the chord to a box may fall short of the chord to its site.
constexpr double kRounding = 1e-6;

double gap(double at, double low, double high) { return at < low ? low - at : at > high ? at - high : 0; }

}  // namespace

SqliteByCallback::SqliteByCallback(sqlite3* database, const WorldRows& rows)
    : asked_(rows), facet_counts_(rows.values.size()) {
  sqlite3_rtree_query_callback(database, "reach", &SqliteByCallback::visit, &reach_, nullptr);
  sites_ = {database, "SELECT id, x, y, z FROM site_tree WHERE id MATCH reach(0)"};
  offers_ = {database, "SELECT site, x, y, z FROM offer_tree WHERE id MATCH reach(0)"};
  filtered_offers_ = {
      database, "SELECT site, x, y, z FROM offer_tree WHERE id MATCH reach(0) AND languages & ? AND wheelchair = ?"};
  scored_offers_ = {database, "SELECT site, x, y, z, points FROM offer_tree WHERE id MATCH reach(0)"};
  map_ = {database, "SELECT id, x, y, z FROM site_map WHERE lon0 >= ? AND lon1 <= ? AND lat0 >= ? AND lat1 <= ?"};
  words_ = {database,
            "SELECT site.id, x, y, z FROM words CROSS JOIN site ON site.id = words.rowid WHERE words MATCH ?"};
  facets_ = {database, "SELECT id, x, y, z, facet_values FROM site_tree WHERE id MATCH reach(0)"};
}

int SqliteByCallback::visit(sqlite3_rtree_query_info* box) {
  const Reach& reach = *static_cast<const Reach*>(box->pContext);
  const double* edges = box->aCoord;
  const double x = gap(reach.from.x, edges[0], edges[1]);
  const double y = gap(reach.from.y, edges[2], edges[3]);
  const double z = gap(reach.from.z, edges[4], edges[5]);
  box->rScore = x * x + y * y + z * z;
  const bool too_far = box->rScore > reach.most_chord_squared;
  const bool other = reach.treatment >= 0 && (edges[6] > reach.treatment || edges[7] < reach.treatment);
  box->eWithin = too_far || other ? NOT_WITHIN : PARTLY_WITHIN;
  return SQLITE_OK;
}

void SqliteByCallback::ask(Asked asked, const Question& question) {
  found_.clear();
  count_ = 0;
  const double near = to_chord_squared(kWithinNear);
  const double far = to_chord_squared(kWithinFar);
  const auto& [at, from, words, beginning] = question.probe;
  switch (asked) {
    case Asked::nearest:
      open_reach(question, kAnywhere, kAnyTreatment);
      sites_.begin();
      return read_nearest(sites_, 20);
    case Asked::common:
      open_reach(question, near, asked_.common);
      offers_.begin();
      return read_nearest(offers_, 20);
    case Asked::rare:
      open_reach(question, kAnywhere, asked_.rare);
      offers_.begin();
      return read_nearest(offers_, 20);
    case Asked::three_filters:
      open_reach(question, far, asked_.tenth);
      filtered_offers_.begin(asked_.german_bit, asked_.step_free);
      return read_nearest(filtered_offers_, 20);
    case Asked::name:
      open_reach(question, kAnywhere, kAnyTreatment);
      return read_words(words[0] + " AND " + words[1], 20);
    case Asked::beginning:
      open_reach(question, kAnywhere, kAnyTreatment);
      return read_words(question.beginning_is_word ? beginning : beginning + "*", 10);
    case Asked::map:
      return read_map(question);
    case Asked::best:
      return read_best(question, near, asked_.common);
    case Asked::best_anywhere:
      return read_best(question, kAnywhere, asked_.rare);
    case Asked::facets:
      open_reach(question, near, kAnyTreatment);
      return count_facets();
  }
}

void SqliteByCallback::open_reach(const Question& question, double most_chord_squared, double treatment) {
  reach_ = {.from = question.probe.from, .most_chord_squared = most_chord_squared, .treatment = treatment};
}

double SqliteByCallback::chord_squared_of(const SqliteStatement& row) const {
  return chord_squared(reach_.from, {.x = row.real(1), .y = row.real(2), .z = row.real(3)});
}

/// Rows come by the chord to their rounded box. The reach shrinks to the worst of the list once that is full.
void SqliteByCallback::read_nearest(SqliteStatement& rows, std::size_t limit) {
  while (rows.next()) {
    const double chord = chord_squared_of(rows);
    if (chord > reach_.most_chord_squared) {
      if (std::sqrt(chord) - kRounding > std::sqrt(reach_.most_chord_squared)) break;
      continue;
    }
    insert_ranked(found_, {.rank = chord, .site = rows.number(0)}, limit);
    if (found_.size() == limit) reach_.most_chord_squared = found_.back().rank;
  }
}

void SqliteByCallback::read_words(const std::string& match, std::size_t limit) {
  words_.begin(match);
  while (words_.next()) found_.push_back({.rank = chord_squared_of(words_), .site = words_.number(0)});
  keep_best(found_, limit);
}

/// What counts as near: how far the nearest sites of any sort reach, within bounds.
double SqliteByCallback::read_near_metres(const Question& question) {
  open_reach(question, kAnywhere, kAnyTreatment);
  sites_.begin();
  read_nearest(sites_, kSitesThatAreNear);
  const double reach = to_metres(found_.back().rank).count();
  found_.clear();
  return std::clamp(reach, kLeastNear.count(), kMostNear.count());
}

void SqliteByCallback::read_best(const Question& question, double most_chord_squared, double treatment) {
  const double near_metres = read_near_metres(question);
  open_reach(question, most_chord_squared, treatment);
  scored_offers_.begin();
  while (scored_offers_.next()) {
    const double chord = chord_squared_of(scored_offers_);
    if (chord > reach_.most_chord_squared) continue;
    const double nearness = 1 / (1 + to_metres(chord).count() / near_metres);
    const double score = Weights::kNearness * nearness + scored_offers_.real(4);
    found_.push_back({.rank = -score, .site = scored_offers_.number(0)});
  }
  keep_best(found_, kBestResults);
}

void SqliteByCallback::read_map(const Question& question) {
  const GeoBox& box = question.box;
  open_reach(question, kAnywhere, kAnyTreatment);
  map_.begin(box.west_e7(), box.east_e7(), box.south_e7(), box.north_e7());
  while (map_.next()) found_.push_back({.rank = chord_squared_of(map_), .site = map_.number(0)});
  count_ = found_.size();
  keep_best(found_, kMapResults);
}

void SqliteByCallback::count_facets() {
  std::ranges::fill(facet_counts_, 0);
  facets_.begin();
  while (facets_.next()) {
    if (chord_squared_of(facets_) > reach_.most_chord_squared) continue;
    const std::string_view bytes = facets_.bytes(4);
    for (std::size_t begin = 0; begin < bytes.size(); begin += sizeof(std::uint32_t)) {
      std::uint32_t value = 0;
      std::memcpy(&value, bytes.data() + begin, sizeof value);
      ++facet_counts_[value];
    }
  }
}

Given SqliteByCallback::given() const {
  Given given{.sites = {}, .count = count_, .facets = {}};
  for (const Ranked& row : found_) given.sites.push_back(row.site);
  for (std::uint32_t value = 0; value < facet_counts_.size(); ++value)
    if (facet_counts_[value] > 0) given.facets.emplace_back(value, facet_counts_[value]);
  return given;
}

}  // namespace nearme
