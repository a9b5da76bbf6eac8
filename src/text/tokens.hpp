#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// A word of a text: its folded form, and the bytes [begin, end) of the text that it came from.
struct Token {
  std::string word;
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Token&, const Token&) = default;
};

/// Splits a text into words at everything that is neither letter nor digit; apostrophes inside words are dropped
/// ("women's" is "womens"), scripts without spaces go by ICU's word boundaries. Currency signs (£ € $ ...) are tokens
/// of their own. At most 256 tokens; the rest is not looked at.
std::vector<Token> tokenize(std::string_view utf8);

}  // namespace nearme
