#pragma once

#include "base/error.hpp"
#include "service/http/answer.hpp"

namespace nearme {

/// The problem document (RFC 9457) of an error: `{type, title, status, detail, parameter}`. The status comes from the
/// one table of kinds; the faults of our own files are told to the log, not to the asker.
Answer problem_of(const Error& error);

/// A problem that has a status of its own, such as 405 or 413.
Answer problem_of_status(int status, std::string_view detail);

/// "Not Found" for 404 and so on (RFC 9110, section 15).
std::string_view reason_of(int status);

}  // namespace nearme
