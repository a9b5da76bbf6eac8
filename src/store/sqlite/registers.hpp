#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <vector>

#include "directory/register.hpp"
#include "store/sqlite/database.hpp"
#include "store/sqlite/register_import.hpp"

namespace nearme {

/// A register and how many entries of it stand.
struct RegisterSummary {
  Register about;
  std::uint64_t entries = 0;
};

/// The registers of one store: lists of many millions of entries, found by number, and lists of exclusions also by
/// name. They lie in the file of the store, in tables of their own.
///
/// Threads: any; each call uses a connection of its own, which is kept for the next. Errors: as for Database.
class Registers {
 public:
  /// Makes the file and brings its schema up to date as `open_sqlite_store` does.
  [[nodiscard]] static Result<std::unique_ptr<Registers>> open(const std::filesystem::path& path,
                                                               const DatabaseOptions& options = {});

  /// All, by id.
  [[nodiscard]] Result<std::vector<RegisterSummary>> list();

  [[nodiscard]] Result<std::unique_ptr<RegisterImport>> begin_import(const Register& about);

  /// An entry by its key, withdrawn ones too: that it was there once is worth knowing.
  [[nodiscard]] Result<std::optional<RegisterEntry>> find(const RegisterId& id, std::string_view key);

  /// Standing entries by the key of their name.
  [[nodiscard]] Result<std::vector<RegisterEntry>> find_by_name(const RegisterId& id, std::string_view name_key);

 private:
  struct Reader {
    Database database;
    SqlStatement all;
    SqlStatement by_key;
    SqlStatement by_name;
  };

  Registers(std::filesystem::path path, const DatabaseOptions& options) : path_(std::move(path)), options_(options) {}
  [[nodiscard]] Result<std::unique_ptr<Reader>> take();
  [[nodiscard]] Result<Database> connect() const;
  void give_back(std::unique_ptr<Reader> reader);

  std::filesystem::path path_;
  DatabaseOptions options_;
  std::mutex mutex_;  ///< guards `idle_`
  std::vector<std::unique_ptr<Reader>> idle_;
};

}  // namespace nearme
