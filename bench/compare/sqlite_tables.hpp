#pragma once

#include <sqlite3.h>

#include "compare/world_rows.hpp"

namespace nearme {

/// What questions ask of the tables, as they hold it.
struct AskedOfSqlite {
  explicit AskedOfSqlite(const WorldRows& rows)
      : common(rows.common),
        tenth(rows.tenth),
        rare(rows.rare),
        german_bit(1U << rows.german),
        step_free(rows.step_free) {}

  double common;  ///< numbers of treatments
  double tenth;
  double rare;
  std::uint32_t german_bit;
  std::uint32_t step_free;
};

/// Makes the tables of a world in an empty database, fills them, and has SQLite optimise and analyse them.
///
/// - `site_tree`, an R*Tree of unit vectors, so that its boxes bound distances everywhere on the globe; the exact
///   vector and the values of facets lie beside as auxiliary columns, which saves a join.
/// - `offer_tree`, the same of each offer, with the number of its treatment as a fourth dimension.
/// - `site_map`, an R*Tree of whole ten-millionths of a degree, which makes boxes of a map exact.
/// - `words`, an FTS5 table without its text and with an index of beginnings of four letters.
/// - `site`, vectors by number, for what `words` and `offer` find.
/// - `offer`, all but nearness of the score, by treatment and site; `site_value`, the values of facets by site.
void fill_sqlite(sqlite3* database, const WorldRows& rows);

}  // namespace nearme
