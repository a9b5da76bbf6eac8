#pragma once

#include <expected>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/error.hpp"

namespace nearme {

/// A value, or the reason why there is none. The one error channel of nearme.
template <class T>
using Result = std::expected<T, Error>;

/// Makes the error side of a Result: `return fail(ErrorKind::corrupt, "{} is not an image", path);`
template <class... Arguments>
[[nodiscard]] std::unexpected<Error> fail(ErrorKind kind, fmt::format_string<Arguments...> format,
                                          Arguments&&... arguments) {
  return std::unexpected(
      Error{.kind = kind, .message = fmt::format(format, std::forward<Arguments>(arguments)...), .parameter = {}});
}

/// The same for a value that somebody passed under a name: `return fail_parameter("lat", "'{}' is not a number",
/// text);`
template <class... Arguments>
[[nodiscard]] std::unexpected<Error> fail_parameter(std::string parameter, fmt::format_string<Arguments...> format,
                                                    Arguments&&... arguments) {
  return std::unexpected(Error{.kind = ErrorKind::invalid_input,
                               .message = fmt::format(format, std::forward<Arguments>(arguments)...),
                               .parameter = std::move(parameter)});
}

}  // namespace nearme

#define NEARME_JOIN_INNER(a, b) a##b
#define NEARME_JOIN(a, b) NEARME_JOIN_INNER(a, b)

/// `TRY(const Query query, parse_query(text));` declares `query`, or returns the error of `parse_query` to the caller.
#define TRY(declaration, ...)                                                      \
  auto NEARME_JOIN(try_result_, __LINE__) = (__VA_ARGS__);                         \
  if (!NEARME_JOIN(try_result_, __LINE__))                                         \
    return std::unexpected(std::move(NEARME_JOIN(try_result_, __LINE__).error())); \
  declaration = *std::move(NEARME_JOIN(try_result_, __LINE__))

/// `TRY_VOID(write_header(file));` goes on, or returns the error to the caller.
#define TRY_VOID(...)                                                                 \
  do {                                                                                \
    auto try_void_result = (__VA_ARGS__);                                             \
    if (!try_void_result) return std::unexpected(std::move(try_void_result.error())); \
  } while (false)
