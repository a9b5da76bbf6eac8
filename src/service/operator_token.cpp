#include "service/operator_token.hpp"

#include <algorithm>
#include <cctype>

#include "base/file.hpp"
#include "service/http/problem.hpp"

namespace nearme {
namespace {

constexpr std::size_t kFewest = 16;
constexpr std::string_view kScheme = "bearer ";
constexpr std::string_view kWhite = " \t\r\n";

bool may_stand_in_a_token(unsigned char c) {
  return std::isalnum(c) != 0 || std::string_view{"-._~+/="}.find(static_cast<char>(c)) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(kWhite);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kWhite) + 1 - begin);
}

/// The credentials of a header "Bearer ..."; empty when it has another scheme.
std::string_view bearer_of(std::string_view authorization) {
  const auto is_same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  if (authorization.size() <= kScheme.size()) return {};
  if (!std::ranges::equal(authorization.substr(0, kScheme.size()), kScheme, is_same)) return {};
  return trimmed(authorization.substr(kScheme.size()));
}

/// Looks at every character, whatever it has seen before.
bool are_equal(std::string_view given, std::string_view token) {
  unsigned difference = given.size() == token.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i)
    difference |= static_cast<unsigned>(static_cast<unsigned char>(given[i]) ^
                                        static_cast<unsigned char>(token[i % token.size()]));
  return difference == 0;
}

Answer unauthorized(std::string_view detail) {
  auto problem = problem_of_status(401, detail);
  problem.headers.emplace_back("WWW-Authenticate", "Bearer realm=\"nearme\"");
  return problem;
}

}  // namespace

Result<OperatorToken> OperatorToken::from(std::string_view text) {
  OperatorToken made;
  if (text.empty()) return made;
  if (text.size() < kFewest || !std::ranges::all_of(text, may_stand_in_a_token)) {
    return fail(ErrorKind::invalid_input,
                "the operator's token has {} characters; it needs at least {} letters, digits or -._~+/=, for example "
                "from: openssl rand -hex 32",
                text.size(), kFewest);
  }
  made.token_ = text;
  return made;
}

Result<OperatorToken> OperatorToken::from_file(const std::filesystem::path& path) {
  TRY(const auto text, read_file(path));
  if (trimmed(text).empty()) return fail(ErrorKind::invalid_input, "{} holds no token", path.string());
  return from(trimmed(text));
}

std::optional<Answer> OperatorToken::refusal(std::string_view authorization) const {
  if (token_.empty()) {
    return problem_of_status(403,
                             "Nothing can be changed over HTTP here: the operator has set no token. Set NEARME_TOKEN, "
                             "or give `nearme serve` a --token-file, and start it anew.");
  }
  const auto given = bearer_of(authorization);
  if (given.empty()) return unauthorized("To change something, send the header 'Authorization: Bearer TOKEN'.");
  if (!are_equal(given, token_)) return unauthorized("This is not the operator's token.");
  return std::nullopt;
}

}  // namespace nearme
