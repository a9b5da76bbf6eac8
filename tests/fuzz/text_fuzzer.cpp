// Any bytes fold, split and compare without a crash, and what comes out is what the headers promise.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/edit_distance.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_tokens(std::string_view text) {
  std::size_t reached = 0;
  for (const auto& token : nearme::tokenize(text)) {
    require(reached <= token.begin && token.begin < token.end && token.end <= text.size());
    require(!token.word.empty() && nearme::is_valid_utf8(token.word));
    reached = token.end;
  }
}

void check_distance(std::string_view a, std::string_view b) {
  constexpr int kMost = 3;
  const auto there = nearme::edit_distance(a, b, kMost);
  require(there == nearme::edit_distance(b, a, kMost));
  require(!there || (*there >= 0 && *there <= kMost));
  require(nearme::edit_distance(a, a, 0) == 0);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  require(nearme::is_valid_utf8(nearme::fold(text)));
  check_tokens(text);
  check_distance(text.substr(0, size / 2), text.substr(size / 2));
  return 0;
}
