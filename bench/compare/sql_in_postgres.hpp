#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

#include "geo/lat_lon.hpp"

namespace nearme {

/// A point as PostGIS reads it in binary form: little-endian extended WKB with SRID 4326.
std::string ewkb_of(LatLon position);

/// Parameters of a prepared statement in binary form.
class PostgresValues {
 public:
  PostgresValues& add(LatLon position) { return add_bytes(ewkb_of(position)); }
  PostgresValues& add(double value);
  PostgresValues& add(std::int32_t value);
  PostgresValues& add(std::string_view text) { return add_bytes(std::string(text)); }

 private:
  friend class PostgresConnection;
  PostgresValues& add_bytes(std::string bytes);

  std::vector<std::string> bytes_;
};

/// The rows of an answer, in binary form.
class PostgresRows {
 public:
  explicit PostgresRows(PGresult* result) : result_(result) {}

  [[nodiscard]] int size() const { return PQntuples(result_.get()); }
  [[nodiscard]] std::int32_t number(int row, int column) const;       ///< of an int4
  [[nodiscard]] std::int64_t long_number(int row, int column) const;  ///< of an int8

 private:
  struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
  };
  std::unique_ptr<PGresult, Clear> result_;
};

/// One connection by libpq. Errors end the program.
class PostgresConnection {
 public:
  explicit PostgresConnection(const std::string& how);

  void run(const std::string& script);
  void prepare(const std::string& name, const std::string& sql);
  [[nodiscard]] PostgresRows ask(const std::string& name, const PostgresValues& values);

  /// COPY ... FROM STDIN: `begin_copy`, lines of text, `end_copy`.
  void begin_copy(const std::string& statement) { run(statement); }
  void copy(std::string_view lines);
  void end_copy();

 private:
  struct Finish {
    void operator()(PGconn* connection) const { PQfinish(connection); }
  };
  [[nodiscard]] PGresult* checked(PGresult* result) const;

  std::unique_ptr<PGconn, Finish> connection_;
};

}  // namespace nearme
