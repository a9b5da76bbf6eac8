#pragma once

#include <span>

#include "assets/assets.hpp"

namespace nearme {

/// Every file that was built in, by path. Written by embed.cmake.
std::span<const Asset> asset_table();

}  // namespace nearme
