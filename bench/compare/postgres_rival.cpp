#include "compare/postgres_rival.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "compare/postgres_tables.hpp"
#include "engine/ways.hpp"
#include "search/rank/weights.hpp"

namespace nearme {
namespace {

struct Statement {
  std::string name;
  std::string sql;
};

const std::string kNearestFirst = "ORDER BY geog <-> $1::geography ";
const std::string kOffered = "FROM offer WHERE treatment = $2::int4 ";
const std::string kWithin = "AND ST_DWithin(geog, $1::geography, $3::float8, false) ";

/// What counts as near: worked out once a query.
std::string near_metres() {
  return fmt::format(
      "(SELECT least(greatest(max(metres), {}), {}) FROM "
      "(SELECT geog <-> $1::geography AS metres FROM site {} LIMIT {}) nearest)",
      kLeastNear.count(), kMostNear.count(), kNearestFirst, kSitesThatAreNear);
}

std::string best_statement(const std::string& restriction) {
  return fmt::format(
      "SELECT site {} {} ORDER BY points + {} / (1 + ST_Distance(geog, $1::geography, false) / {}) DESC LIMIT {}",
      kOffered, restriction, Weights::kNearness, near_metres(), kBestResults);
}

std::vector<Statement> statements() {
  return {
      {"nothing", "SELECT 1"},
      {"nearest", "SELECT id FROM site " + kNearestFirst + "LIMIT 20"},
      {"common", "SELECT site " + kOffered + kWithin + kNearestFirst + "LIMIT 20"},
      {"rare", "SELECT site " + kOffered + kNearestFirst + "LIMIT 20"},
      {"three_filters", "SELECT site " + kOffered + kWithin +
                            "AND languages & $4::int4 <> 0 AND wheelchair = $5::int4 " + kNearestFirst + "LIMIT 20"},
      {"name", "SELECT id FROM site WHERE words @@ $2::text::tsquery " + kNearestFirst + "LIMIT 20"},
      {"beginning", "SELECT id FROM site WHERE words @@ $2::text::tsquery " + kNearestFirst + "LIMIT 10"},
      // The operator && compares floats, so the edges are compared once more.
      {"map",
       "SELECT id, count(*) OVER () FROM site WHERE geom && ST_MakeEnvelope($2, $3, $4, $5, 4326) "
       "AND lon BETWEEN $2 AND $4 AND lat BETWEEN $3 AND $5 " +
           kNearestFirst + fmt::format("LIMIT {}", kMapResults)},
      {"best", best_statement(kWithin)},
      {"best_anywhere", best_statement({})},
      {"facets",
       "SELECT v, count(*) FROM site, unnest(facet_values) v WHERE ST_DWithin(geog, $1::geography, $2::float8, false) "
       "GROUP BY v"},
  };
}

}  // namespace

PostgresRival::PostgresRival(const std::string& how, const WorldRows& rows)
    : connection_(how),
      planning_(how),
      common_(static_cast<std::int32_t>(rows.common)),
      tenth_(static_cast<std::int32_t>(rows.tenth)),
      rare_(static_cast<std::int32_t>(rows.rare)),
      german_bit_(static_cast<std::int32_t>(1U << rows.german)),
      step_free_(static_cast<std::int32_t>(rows.step_free)) {
  fill_postgres(connection_, rows);
  planning_.run("SET plan_cache_mode = force_custom_plan");
  for (const auto& [name, sql] : statements()) {
    connection_.prepare(name, sql);
    planning_.prepare(name, sql);
  }
}

void PostgresRival::ask_nothing() { rows_ = connection_.ask("nothing", {}); }

void PostgresRival::ask(Asked asked, const Question& question) {
  asked_ = asked;
  const Probe& probe = question.probe;
  PostgresValues values;
  values.add(probe.at);
  const auto ask = [&](const char* statement) { rows_ = connection_.ask(statement, values); };
  const auto plan_and_ask = [&](const char* statement) { rows_ = planning_.ask(statement, values); };
  switch (asked) {
    case Asked::nearest:
      return ask("nearest");
    case Asked::common:
      values.add(common_).add(kWithinNear.count());
      return ask("common");
    case Asked::rare:
      values.add(rare_);
      return ask("rare");
    case Asked::three_filters:
      values.add(tenth_).add(kWithinFar.count()).add(german_bit_).add(step_free_);
      return ask("three_filters");
    case Asked::name:
      values.add(probe.words[0] + " & " + probe.words[1]);
      return plan_and_ask("name");
    case Asked::beginning:
      values.add(probe.beginning + (question.beginning_is_word ? "" : ":*"));
      return plan_and_ask("beginning");
    case Asked::map:
      values.add(question.box.west_e7() / 1e7).add(question.box.south_e7() / 1e7);
      values.add(question.box.east_e7() / 1e7).add(question.box.north_e7() / 1e7);
      return ask("map");
    case Asked::best:
      values.add(common_).add(kWithinNear.count());
      return ask("best");
    case Asked::best_anywhere:
      values.add(rare_);
      return ask("best_anywhere");
    case Asked::facets:
      values.add(kWithinNear.count());
      return ask("facets");
  }
}

Given PostgresRival::given() const {
  Given given;
  for (int row = 0; row < rows_->size(); ++row) {
    const auto number = static_cast<std::uint32_t>(rows_->number(row, 0));
    if (asked_ == Asked::facets) {
      given.facets.emplace_back(number, static_cast<std::uint64_t>(rows_->long_number(row, 1)));
    } else {
      given.sites.push_back(number);
    }
  }
  if (asked_ == Asked::map && rows_->size() > 0) given.count = static_cast<std::uint64_t>(rows_->long_number(0, 1));
  std::ranges::sort(given.facets);
  return given;
}

}  // namespace nearme
