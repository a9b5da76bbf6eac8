#include "engine/query_times.hpp"

#include <algorithm>
#include <chrono>
#include <limits>
#include <vector>

namespace nearme {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::seconds kLongEnough{20};

double percentile(std::vector<double> values, double share) {
  const auto rank = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::ranges::nth_element(values, values.begin() + rank);
  return values[static_cast<std::size_t>(rank)];
}

double microseconds_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::micro>(Clock::now() - begin).count();
}

}  // namespace

Times measure(const Effort& effort, const std::function<std::size_t(std::size_t)>& ask) {
  std::vector<double> fastest(effort.probes, std::numeric_limits<double>::infinity());
  std::size_t results = 0;
  int rounds = 0;
  const auto begin = Clock::now();
  for (; rounds < effort.rounds && Clock::now() - begin < kLongEnough; ++rounds) {
    for (std::size_t number = 0; number < effort.probes; ++number) {
      const auto asked = Clock::now();
      results += ask(number);
      fastest[number] = std::min(fastest[number], microseconds_since(asked));
    }
  }
  const auto answers = static_cast<double>(effort.probes) * rounds;
  return {.p50_us = percentile(fastest, 0.5),
          .p99_us = percentile(fastest, 0.99),
          .mean_results = static_cast<double>(results) / answers,
          .rounds = rounds};
}

}  // namespace nearme
