#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "store/sqlite/database.hpp"
#include "store/sqlite/listing_reader.hpp"

namespace nearme {

/// A connection that only reads, with its statements ready.
struct Reader {
  Database database;
  ListingReader listings;
};

/// Lends connections to any number of threads, each to one at a time, so that a long walk holds nobody up. Opens a new
/// one when all are lent; keeps those given back.
class ReaderPool {
 public:
  ReaderPool(std::filesystem::path path, DatabaseOptions options) : path_(std::move(path)), options_(options) {}

  /// Lends a connection to `read` for as long as it runs, inside one transaction: all that it reads is of one snapshot.
  /// A connection that met an error is closed, with whatever it had open.
  template <class Read>
  auto with(Read read) -> decltype(read(std::declval<Reader&>())) {
    TRY(auto reader, take());
    auto result = in_snapshot(*reader, read);
    if (result) give_back(std::move(reader));
    return result;
  }

 private:
  template <class Read>
  static auto in_snapshot(Reader& reader, Read read) -> decltype(read(reader)) {
    TRY_VOID(reader.database.run("BEGIN"));
    auto result = read(reader);
    auto ended = reader.database.run("COMMIT");
    if (result && !ended) return std::unexpected(std::move(ended.error()));
    return result;
  }

  [[nodiscard]] Result<std::unique_ptr<Reader>> take();
  void give_back(std::unique_ptr<Reader> reader);

  std::filesystem::path path_;
  DatabaseOptions options_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace nearme
