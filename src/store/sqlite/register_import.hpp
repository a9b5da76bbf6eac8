#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "directory/register.hpp"
#include "store/sqlite/database.hpp"
#include "store/store.hpp"

namespace nearme {

/// Replaces what a register said by what its newest file says, in one transaction: nothing is seen before `commit`, and
/// going out of scope without it leaves the register as it was. Memory does not grow with the file.
///
/// One thread; while it is open, other imports and edits wait, then fail as unavailable. After an error of the medium
/// nothing is committed.
class RegisterImport {
 public:
  /// Takes the write lock. The database must be up to date.
  [[nodiscard]] static Result<std::unique_ptr<RegisterImport>> begin(Database database, const Register& about);

  ~RegisterImport();
  RegisterImport(const RegisterImport&) = delete;
  RegisterImport& operator=(const RegisterImport&) = delete;

  /// Puts one entry under its key. One that had been withdrawn is added again. Errors: conflict when this import has
  /// put the key already, invalid_input for text that is not UTF-8; the import can go on after both.
  [[nodiscard]] Result<PutOutcome> put(const RegisterEntry& entry);

  /// Marks as withdrawn on the register's date what this import did not put. Gives their number.
  [[nodiscard]] Result<std::uint64_t> withdraw_others();

  [[nodiscard]] Result<void> commit();

 private:
  struct Statements {
    SqlStatement find;
    SqlStatement insert;
    SqlStatement update;
    SqlStatement touch;
  };

  RegisterImport(Database database, Statements statements, std::string dated)
      : database_(std::move(database)), statements_(std::move(statements)), dated_(std::move(dated)) {}
  [[nodiscard]] Result<void> note(const Register& about);
  [[nodiscard]] Result<PutOutcome> write(const RegisterEntry& entry, const std::string& content);

  Database database_;
  Statements statements_;
  std::string dated_;
  std::int64_t register_ = 0;
  std::int64_t import_ = 0;  ///< its number among the imports of this register
};

}  // namespace nearme
