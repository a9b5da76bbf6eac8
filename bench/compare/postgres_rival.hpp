#pragma once

#include <optional>

#include "compare/rival.hpp"
#include "compare/sql_in_postgres.hpp"
#include "compare/world_rows.hpp"

namespace nearme {

/// PostgreSQL with PostGIS, asked by libpq with prepared statements; values and rows go in binary form. Distances are
/// those on the sphere, as nearme measures.
class PostgresRival final : public Rival {
 public:
  /// `how` is libpq's connection string of an empty database, in which the world's tables are made.
  PostgresRival(const std::string& how, const WorldRows& rows);

  [[nodiscard]] std::string_view name() const override { return "postgis"; }
  void ask(Asked asked, const Question& question) override;
  [[nodiscard]] Given given() const override;

  /// Asks for nothing: what going to the server and back takes.
  void ask_nothing();

 private:
  PostgresConnection connection_;
  /// Plans anew each time, which pays where it matters how frequent a word is.
  PostgresConnection planning_;
  std::int32_t common_;
  std::int32_t tenth_;
  std::int32_t rare_;
  std::int32_t german_bit_;
  std::int32_t step_free_;
  std::optional<PostgresRows> rows_;
  Asked asked_ = Asked::nearest;
};

}  // namespace nearme
