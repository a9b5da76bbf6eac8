#include "base/error.hpp"

#include <array>
#include <cassert>
#include <cstddef>

namespace nearme {
namespace {

constexpr std::array kMeanings{
    ErrorKindMeaning{ErrorKind::invalid_input, "invalid-input", 2, 400},
    ErrorKindMeaning{ErrorKind::not_found, "not-found", 2, 404},
    ErrorKindMeaning{ErrorKind::conflict, "conflict", 2, 409},
    ErrorKindMeaning{ErrorKind::unreadable, "unreadable", 2, 500},
    ErrorKindMeaning{ErrorKind::corrupt, "corrupt", 2, 500},
    ErrorKindMeaning{ErrorKind::unavailable, "unavailable", 2, 503},
};

}  // namespace

const ErrorKindMeaning& meaning_of(ErrorKind kind) {
  const auto& meaning = kMeanings[static_cast<std::size_t>(kind)];
  assert(meaning.kind == kind);
  return meaning;
}

}  // namespace nearme
