#include "engine/query_times.hpp"

#include <algorithm>
#include <chrono>
#include <limits>

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

FastestTimes::FastestTimes(std::size_t queries) : fastest_us_(queries, std::numeric_limits<double>::infinity()) {}

void FastestTimes::ask_all(const std::function<std::size_t(std::size_t)>& ask) {
  for (std::size_t number = 0; number < fastest_us_.size(); ++number) {
    const auto asked = Clock::now();
    results_ += ask(number);
    fastest_us_[number] = std::min(fastest_us_[number], microseconds_since(asked));
  }
  ++rounds_;
}

Times FastestTimes::times() const {
  const auto answers = static_cast<double>(fastest_us_.size()) * rounds_;
  return {.p50_us = percentile(fastest_us_, 0.5),
          .p99_us = percentile(fastest_us_, 0.99),
          .mean_results = static_cast<double>(results_) / answers,
          .rounds = rounds_};
}

Times measure(const Effort& effort, const std::function<std::size_t(std::size_t)>& ask) {
  FastestTimes fastest(effort.probes);
  const auto begin = Clock::now();
  for (int round = 0; round < effort.rounds && Clock::now() - begin < kLongEnough; ++round) fastest.ask_all(ask);
  return fastest.times();
}

}  // namespace nearme
