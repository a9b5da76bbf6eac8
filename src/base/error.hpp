#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nearme {

/// What went wrong, as far as a caller can act on it. The message says the rest.
enum class ErrorKind : std::uint8_t {
  invalid_input,  ///< a value given by a person or a program is wrong; the message says what would be right
  not_found,      ///< what was asked for does not exist
  conflict,       ///< it clashes with something that exists
  unreadable,     ///< a file, socket or address cannot be read, written or used
  corrupt,        ///< bytes are not what their format says
  unavailable,    ///< something that we depend on does not answer now; trying again may help
};

/// An expected failure: of input, files or the network. Broken preconditions are asserts, not errors.
struct Error {
  ErrorKind kind = ErrorKind::invalid_input;
  std::string message;    ///< one sentence for a person: the offending value, where, and the remedy
  std::string parameter;  ///< the name of the parameter or field at fault, when there is one

  friend bool operator==(const Error&, const Error&) = default;
};

/// What a kind of error becomes at the two edges of the program.
struct ErrorKindMeaning {
  ErrorKind kind;
  std::string_view name;
  int exit_code;
  int http_status;
};

/// The one table of kinds. Total: every kind has its row.
const ErrorKindMeaning& meaning_of(ErrorKind kind);

}  // namespace nearme
