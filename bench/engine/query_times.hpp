#pragma once

#include <cstddef>
#include <functional>

namespace nearme {

/// How often to ask.
struct Effort {
  std::size_t probes = 1000;
  int rounds = 5;
};

/// What one class of queries takes.
struct Times {
  double p50_us = 0;
  double p99_us = 0;
  double mean_results = 0;
  int rounds = 0;
};

/// Asks query 0, 1, ... of `effort.probes`, and all of them again for every round. Each query counts with the fastest
/// of its rounds, so that what else the machine does shows little; the percentiles are over the queries. `ask` returns
/// the number of results. No round starts after twenty seconds.
Times measure(const Effort& effort, const std::function<std::size_t(std::size_t)>& ask);

}  // namespace nearme
