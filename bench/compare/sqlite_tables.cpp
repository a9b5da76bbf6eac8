#include "compare/sqlite_tables.hpp"

#include "compare/sql_in_sqlite.hpp"

namespace nearme {
namespace {

constexpr const char* kTables = R"(
PRAGMA journal_mode = off;
PRAGMA synchronous = off;
PRAGMA locking_mode = exclusive;
BEGIN;
CREATE TABLE site(id INTEGER PRIMARY KEY, x REAL, y REAL, z REAL);
CREATE TABLE offer(treatment INTEGER, site INTEGER, points REAL, PRIMARY KEY (treatment, site)) WITHOUT ROWID;
CREATE TABLE site_value(site INTEGER, value INTEGER, PRIMARY KEY (site, value)) WITHOUT ROWID;
CREATE VIRTUAL TABLE site_tree USING rtree(id, x0, x1, y0, y1, z0, z1, +x, +y, +z, +facet_values);
CREATE VIRTUAL TABLE offer_tree USING rtree(id, x0, x1, y0, y1, z0, z1, t0, t1,
                                            +site, +x, +y, +z, +languages, +wheelchair, +points);
CREATE VIRTUAL TABLE site_map USING rtree_i32(id, lon0, lon1, lat0, lat1, +x, +y, +z);
CREATE VIRTUAL TABLE words USING fts5(text, content='', columnsize=0, detail=none, prefix='4');
)";

constexpr const char* kFinish = R"(
INSERT INTO words(words) VALUES ('optimize');
COMMIT;
ANALYZE;
)";

/// How long an offer is along the dimension of treatments. Were it nothing, all boxes of one treatment would have no
/// volume, by which R*Trees choose where an entry goes.
constexpr double kThickness = 0.5;

class Filling {
 public:
  explicit Filling(sqlite3* database)
      : site_(database, "INSERT INTO site VALUES (?, ?, ?, ?)"),
        offer_(database, "INSERT INTO offer VALUES (?, ?, ?)"),
        value_(database, "INSERT INTO site_value VALUES (?, ?)"),
        site_tree_(database, "INSERT INTO site_tree VALUES (?1, ?2, ?2, ?3, ?3, ?4, ?4, ?2, ?3, ?4, ?5)"),
        offer_tree_(database,
                    "INSERT INTO offer_tree VALUES (NULL, ?1, ?1, ?2, ?2, ?3, ?3, ?4, ?5, "
                    "?6, ?1, ?2, ?3, ?7, ?8, ?9)"),
        site_map_(database, "INSERT INTO site_map VALUES (?1, ?2, ?2, ?3, ?3, ?4, ?5, ?6)"),
        words_(database, "INSERT INTO words(rowid, text) VALUES (?, ?)") {}

  void add(std::uint32_t number, const SiteRow& row) {
    const auto [x, y, z] = to_unit_vector(row.position);
    site_.run(number, x, y, z);
    site_tree_.run(number, x, y, z, row.values);
    site_map_.run(number, row.position.lon_e7(), row.position.lat_e7(), x, y, z);
    words_.run(number, row.words);
    for (const std::uint32_t value : row.values) value_.run(number, value);
    for (const auto& [treatment, points] : row.offers) {
      offer_.run(treatment, number, points);
      offer_tree_.run(x, y, z, static_cast<double>(treatment), treatment + kThickness, number, row.languages,
                      row.wheelchair, points);
    }
  }

 private:
  SqliteStatement site_;
  SqliteStatement offer_;
  SqliteStatement value_;
  SqliteStatement site_tree_;
  SqliteStatement offer_tree_;
  SqliteStatement site_map_;
  SqliteStatement words_;
};

}  // namespace

void fill_sqlite(sqlite3* database, const WorldRows& rows) {
  run_script(database, kTables);
  {
    Filling filling(database);
    for (std::uint32_t number = 0; number < rows.sites.size(); ++number) filling.add(number, rows.sites[number]);
  }
  run_script(database, kFinish);
}

}  // namespace nearme
