#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

namespace nearme {

/// Writes a moment as RFC 3339 in the local time of a zone (IANA name), with its offset then:
/// `2026-07-01T18:00:00+01:00`. An unknown or empty zone is UTC, `...Z`.
std::string format_local(Instant moment, std::string_view time_zone);

}  // namespace nearme
