#pragma once

#include <vector>

#include <sqlite3.h>

#include "compare/nearest_list.hpp"
#include "compare/rival.hpp"
#include "compare/sql_in_sqlite.hpp"
#include "compare/sqlite_tables.hpp"

namespace nearme {

/// SQLite with R*Tree and FTS5 driven from C++.
///
/// Nearest neighbours are found as its manual has it for R*Trees, section "Custom R-Tree Queries": a callback scores
/// boxes by their least distance, so that rows come nearest first and reading ends with the last that is wanted. Where
/// all rows have to be seen, they are ranked here, which is faster than a sort in SQL.
class SqliteByCallback final : public Rival {
 public:
  /// Over the tables of `fill_sqlite`; the database outlives it.
  SqliteByCallback(sqlite3* database, const WorldRows& rows);

  [[nodiscard]] std::string_view name() const override { return "sqlite-callback"; }
  void ask(Asked asked, const Question& question) override;
  [[nodiscard]] Given given() const override;

 private:
  /// What the callback lets through: everything within a chord of a point, of one treatment if any.
  struct Reach {
    UnitVector from;
    double most_chord_squared = 4;
    double treatment = -1;
  };

  static int visit(sqlite3_rtree_query_info* box);

  [[nodiscard]] double chord_squared_of(const SqliteStatement& row) const;
  void open_reach(const Question& question, double most_chord_squared, double treatment);
  void read_nearest(SqliteStatement& rows, std::size_t limit);
  void read_words(const std::string& match, std::size_t limit);
  double read_near_metres(const Question& question);
  void read_best(const Question& question, double most_chord_squared, double treatment);
  void read_map(const Question& question);
  void count_facets();

  Reach reach_;
  SqliteStatement sites_;
  SqliteStatement offers_;
  SqliteStatement filtered_offers_;
  SqliteStatement scored_offers_;
  SqliteStatement map_;
  SqliteStatement words_;
  SqliteStatement facets_;
  AskedOfSqlite asked_;
  std::vector<Ranked> found_;
  std::uint64_t count_ = 0;
  std::vector<std::uint64_t> facet_counts_;  ///< by number of the value
};

}  // namespace nearme
