#pragma once

#include <string>
#include <string_view>

namespace nearme {

/// What is left of some words when case, accents, hyphens, spaces and other punctuation are taken away:
/// "Micro-Needling" and "microneedling" are one. Used to compare names and synonyms.
std::string squash(std::string_view words);

}  // namespace nearme
