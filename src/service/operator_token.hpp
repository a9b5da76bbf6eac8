#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "service/http/answer.hpp"

namespace nearme {

/// The secret by which an operator may change sites over HTTP. Empty: nobody may.
class OperatorToken {
 public:
  OperatorToken() = default;

  /// Errors: invalid_input for one that could be guessed or cannot stand in a header: at least 16 characters, letters,
  /// digits and -._~+/= (RFC 6750). An empty text is no token.
  [[nodiscard]] static Result<OperatorToken> from(std::string_view text);

  /// Of a file, without the white space at its ends. Errors: unreadable; as for `from`; an empty file.
  [[nodiscard]] static Result<OperatorToken> from_file(const std::filesystem::path& path);

  /// Why a request with this Authorization header may not change anything: a problem with status 401, or 403 when there
  /// is no token at all. None: it may. Takes the same time for any wrong token of one length.
  [[nodiscard]] std::optional<Answer> refusal(std::string_view authorization) const;

 private:
  std::string token_;
};

}  // namespace nearme
