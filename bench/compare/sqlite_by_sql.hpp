#pragma once

#include <vector>

#include "compare/nearest_list.hpp"
#include "compare/rival.hpp"
#include "compare/sql_in_sqlite.hpp"
#include "compare/sqlite_tables.hpp"

namespace nearme {

/// SQLite with R*Tree and FTS5 as most programs use it: every question is SQL alone, one statement if it has a radius.
/// An R*Tree gives the rows in a cube round the place, which SQL sorts by distance. Without a radius the cube grows
/// fourfold until it holds enough; the sites of one treatment anywhere come from an index instead.
class SqliteBySql final : public Rival {
 public:
  /// Over the tables of `fill_sqlite`; the database outlives it.
  SqliteBySql(sqlite3* database, const WorldRows& rows);

  [[nodiscard]] std::string_view name() const override { return "sqlite"; }
  void ask(Asked asked, const Question& question) override;
  [[nodiscard]] Given given() const override;

 private:
  void read(SqliteStatement& rows);
  void read_nearest(const UnitVector& from, std::size_t limit);
  double read_near_metres(const UnitVector& from);
  void read_best(const UnitVector& from);
  void read_best_anywhere(const UnitVector& from);
  void read_map(const Question& question);
  void count_facets(const UnitVector& from);

  SqliteStatement nearest_;
  SqliteStatement offering_;
  SqliteStatement offering_anywhere_;
  SqliteStatement filtered_;
  SqliteStatement words_;
  SqliteStatement map_;
  SqliteStatement best_;
  SqliteStatement best_anywhere_;
  SqliteStatement facets_;
  AskedOfSqlite asked_;
  std::vector<Ranked> found_;
  std::uint64_t count_ = 0;
  std::vector<std::pair<std::uint32_t, std::uint64_t>> facet_counts_;
};

}  // namespace nearme
