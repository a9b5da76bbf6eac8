#pragma once

#include <cstddef>
#include <functional>
#include <vector>

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

/// Times queries 0, 1, ... round after round. Each counts with the fastest of its rounds, so that what else the machine
/// does shows little; the percentiles are over the queries.
class FastestTimes {
 public:
  explicit FastestTimes(std::size_t queries);

  /// One more round. `ask` returns the number of results.
  void ask_all(const std::function<std::size_t(std::size_t)>& ask);

  [[nodiscard]] Times times() const;

 private:
  std::vector<double> fastest_us_;
  std::size_t results_ = 0;
  int rounds_ = 0;
};

/// Asks every query of `effort.probes` in so many rounds. No round starts after twenty seconds.
Times measure(const Effort& effort, const std::function<std::size_t(std::size_t)>& ask);

}  // namespace nearme
