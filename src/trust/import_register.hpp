#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "intake/import.hpp"
#include "store/sqlite/registers.hpp"
#include "trust/register_formats.hpp"
#include "trust/register_report.hpp"

namespace nearme {

/// A register's file to be imported. What `about` leaves empty is as at the last import, or what is known of the
/// format; without a date it is the day on which the file was last written.
struct RegisterRequest {
  std::filesystem::path file;
  Register about;                        ///< with an id
  std::optional<RegisterKind> kind;      ///< that of the format when none
  std::optional<Date> dated;             ///< of the file
  std::optional<RegisterFormat> format;  ///< told from the headers when none
  RegisterMapping mapping;
  Effect effect = Effect::commit;
};

/// Reads the file as everything that the register says now: entries that it no longer has are withdrawn on its date.
/// All in one transaction, streamed; memory is bounded by the rejected rows. A file of which no row can be taken
/// withdraws nothing and is an error.
///
/// Bad rows do not stop it; they are in the report with their line and reason. Errors: unreadable; invalid_input when
/// columns are missing, when no row can be taken, or when the file is older than the one imported last; what the store
/// says.
Result<RegisterReport> import_register(Registers& registers, const RegisterRequest& asked, const Progress& progress);

}  // namespace nearme
