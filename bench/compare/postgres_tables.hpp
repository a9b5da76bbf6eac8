#pragma once

#include "compare/sql_in_postgres.hpp"
#include "compare/world_rows.hpp"

namespace nearme {

/// Makes the tables of a world in an empty database with PostGIS and btree_gist, fills them, clustered as the image is,
/// and has PostgreSQL analyse them.
///
/// - `site`: geography with GiST for distances, geometry with GiST for boxes, words as tsvector with GIN, the values of
///   facets as an array.
/// - `offer`: one row each, with the site's position, languages and step-free entry beside it, under one GiST of
///   treatment and geography, so that the nearest of a treatment are read in order.
void fill_postgres(PostgresConnection& connection, const WorldRows& rows);

}  // namespace nearme
