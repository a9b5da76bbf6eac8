#pragma once

#include <cstddef>
#include <vector>

#include "gazetteer/compile/places.hpp"

namespace nearme {

/// The bytes that Gazetteer::open takes. The same places in the same order give the same bytes.
std::vector<std::byte> compile_gazetteer(const Places& places);

/// Writes the checksum of a compiled gazetteer into its header; `bytes` hold at least a header.
void seal_gazetteer(std::vector<std::byte>& bytes);

}  // namespace nearme
