#include "compare/postgres_tables.hpp"

#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace nearme {
namespace {

constexpr const char* kTables = R"(
CREATE EXTENSION postgis;
CREATE EXTENSION btree_gist;
CREATE UNLOGGED TABLE site(
  id int4 PRIMARY KEY, geog geography(Point, 4326), geom geometry(Point, 4326), lon float8, lat float8,
  words tsvector, facet_values int4[]);
CREATE UNLOGGED TABLE offer(
  site int4, geog geography(Point, 4326), treatment int4, languages int4, wheelchair int4, points float8);
)";

constexpr const char* kFinish[] = {
    "CREATE INDEX ON site USING gist(geog)",
    "CREATE INDEX ON site USING gist(geom)",
    "CREATE INDEX ON site USING gin(words) WITH (fastupdate = off)",
    "CREATE INDEX ON offer USING gist(treatment, geog)",
    "VACUUM ANALYZE site",
    "VACUUM ANALYZE offer",
};

constexpr std::size_t kPieceBytes = 1 << 20;

std::string hex_of(const std::string& bytes) {
  std::string hex;
  for (const char byte : bytes) fmt::format_to(std::back_inserter(hex), "{:02x}", static_cast<unsigned char>(byte));
  return hex;
}

std::string site_line(std::uint32_t number, const SiteRow& row) {
  const std::string point = hex_of(ewkb_of(row.position));
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{{{}}}\n", number, point, point, row.position.lon(), row.position.lat(),
                     row.words, fmt::join(row.values, ","));
}

std::string offer_lines(std::uint32_t number, const SiteRow& row) {
  std::string lines;
  for (const auto& [treatment, points] : row.offers)
    lines += fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", number, hex_of(ewkb_of(row.position)), treatment, row.languages,
                         row.wheelchair, points);
  return lines;
}

using LinesOf = std::string (*)(std::uint32_t, const SiteRow&);

void copy_all(PostgresConnection& connection, const std::string& table, const WorldRows& rows, LinesOf lines_of) {
  connection.begin_copy("COPY " + table + " FROM STDIN");
  std::string piece;
  for (std::uint32_t number = 0; number < rows.sites.size(); ++number) {
    piece += lines_of(number, rows.sites[number]);
    if (piece.size() < kPieceBytes) continue;
    connection.copy(piece);
    piece.clear();
  }
  connection.copy(piece);
  connection.end_copy();
}

}  // namespace

void fill_postgres(PostgresConnection& connection, const WorldRows& rows) {
  connection.run(kTables);
  copy_all(connection, "site", rows, site_line);
  copy_all(connection, "offer", rows, offer_lines);
  for (const char* statement : kFinish) connection.run(statement);
}

}  // namespace nearme
