#include "compare/sql_in_postgres.hpp"

#include <bit>
#include <cstring>

#include "compare/give_up.hpp"

namespace nearme {
namespace {

static_assert(std::endian::native == std::endian::little, "EWKB is written as the machine has it");

template <class Number>
void append_bytes(std::string& bytes, Number number) {
  bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
}

/// In the order of the network, as PostgreSQL takes numbers.
template <class Number>
std::string network_bytes(Number number) {
  std::string bytes;
  append_bytes(bytes, std::byteswap(number));
  return bytes;
}

template <class Number>
Number read_network(const char* bytes) {
  Number number{};
  std::memcpy(&number, bytes, sizeof number);
  return std::byteswap(number);
}

}  // namespace

std::string ewkb_of(LatLon position) {
  constexpr std::uint32_t kPointWithSrid = 0x2000'0001;
  constexpr std::uint32_t kWgs84 = 4326;
  std::string bytes{'\1'};  // little-endian
  append_bytes(bytes, kPointWithSrid);
  append_bytes(bytes, kWgs84);
  append_bytes(bytes, position.lon());
  append_bytes(bytes, position.lat());
  return bytes;
}

PostgresValues& PostgresValues::add(double value) {
  return add_bytes(network_bytes(std::bit_cast<std::uint64_t>(value)));
}
PostgresValues& PostgresValues::add(std::int32_t value) { return add_bytes(network_bytes(value)); }

PostgresValues& PostgresValues::add_bytes(std::string bytes) {
  bytes_.push_back(std::move(bytes));
  return *this;
}

std::int32_t PostgresRows::number(int row, int column) const {
  return read_network<std::int32_t>(PQgetvalue(result_.get(), row, column));
}

std::int64_t PostgresRows::long_number(int row, int column) const {
  return read_network<std::int64_t>(PQgetvalue(result_.get(), row, column));
}

PostgresConnection::PostgresConnection(const std::string& how) : connection_(PQconnectdb(how.c_str())) {
  if (PQstatus(connection_.get()) != CONNECTION_OK) give_up("postgres", PQerrorMessage(connection_.get()));
}

void PostgresConnection::run(const std::string& script) { PQclear(checked(PQexec(connection_.get(), script.c_str()))); }

void PostgresConnection::prepare(const std::string& name, const std::string& sql) {
  PQclear(checked(PQprepare(connection_.get(), name.c_str(), sql.c_str(), 0, nullptr)));
}

PostgresRows PostgresConnection::ask(const std::string& name, const PostgresValues& values) {
  constexpr std::size_t kMost = 8;
  std::array<const char*, kMost> bytes{};
  std::array<int, kMost> sizes{};
  std::array<int, kMost> binary{};
  binary.fill(1);
  for (std::size_t number = 0; number < values.bytes_.size(); ++number) {
    bytes.at(number) = values.bytes_[number].data();
    sizes.at(number) = static_cast<int>(values.bytes_[number].size());
  }
  return PostgresRows(checked(PQexecPrepared(connection_.get(), name.c_str(), static_cast<int>(values.bytes_.size()),
                                             bytes.data(), sizes.data(), binary.data(), 1)));
}

void PostgresConnection::copy(std::string_view lines) {
  if (PQputCopyData(connection_.get(), lines.data(), static_cast<int>(lines.size())) != 1)
    give_up("postgres", PQerrorMessage(connection_.get()));
}

void PostgresConnection::end_copy() {
  PQputCopyEnd(connection_.get(), nullptr);
  while (PGresult* result = PQgetResult(connection_.get())) PQclear(checked(result));
}

PGresult* PostgresConnection::checked(PGresult* result) const {
  const auto status = PQresultStatus(result);
  if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_COPY_IN)
    give_up("postgres", PQerrorMessage(connection_.get()));
  return result;
}

}  // namespace nearme
