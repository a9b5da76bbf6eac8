#pragma once

#include <span>

#include "engine/ground.hpp"
#include "engine/query_times.hpp"

namespace nearme {

/// How long a question is read, in words.
Times time_reading(const Ground& ground, const Effort& effort);

/// How long suggestions take while a question is typed, letter by letter.
Times time_suggesting(const Ground& ground, const Effort& effort, std::span<const Probe> probes);

/// How long a whole answer takes: a treatment asked for in words at a probe's place, read, planned, walked, counted,
/// ranked, and written as JSON.
Times time_answering(const Ground& ground, const Effort& effort, std::span<const Probe> probes);

}  // namespace nearme
