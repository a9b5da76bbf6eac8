#include "service/metrics.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace nearme {
namespace {

template <class Bounds, class Value>
std::size_t first_not_below(const Bounds& bounds, Value value) {
  return static_cast<std::size_t>(std::ranges::lower_bound(bounds, value) - bounds.begin());
}

std::size_t number_of_status(int status) {
  const auto& known = Metrics::kStatuses;
  const auto found = std::ranges::find(known, status);
  return found == known.end() ? known.size() - 1 : static_cast<std::size_t>(found - known.begin());
}

void append_heading(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  fmt::format_to(std::back_inserter(text), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

}  // namespace

Metrics::Metrics(std::vector<std::string_view> patterns) : patterns_(std::move(patterns)) {
  patterns_.emplace_back("-");
  std::ranges::sort(patterns_);
  const auto twice = std::ranges::unique(patterns_);
  patterns_.erase(twice.begin(), twice.end());
  counts_ = std::vector<Counts>(patterns_.size());
}

std::size_t Metrics::number_of(std::string_view route) const {
  const auto found = first_not_below(patterns_, route);
  return found < patterns_.size() && patterns_[found] == route ? found : number_of("-");
}

void Metrics::record(const Exchange& exchange) {
  auto& counts = counts_[number_of(exchange.route)];
  const auto microseconds = std::chrono::duration_cast<std::chrono::microseconds>(exchange.took).count();
  constexpr auto kRelaxed = std::memory_order_relaxed;
  counts.by_status[number_of_status(exchange.status)].fetch_add(1, kRelaxed);
  counts.by_time[first_not_below(kBounds, microseconds)].fetch_add(1, kRelaxed);
  counts.microseconds.fetch_add(static_cast<std::uint64_t>(microseconds), kRelaxed);
  counts.bytes.fetch_add(exchange.bytes, kRelaxed);
}

std::string Metrics::to_text() const {
  std::string requests;
  std::string seconds;
  std::string bytes;
  append_heading(requests, "nearme_requests_total", "counter", "Requests answered.");
  append_heading(seconds, "nearme_request_seconds", "histogram", "Time from a request read to its answer written.");
  append_heading(bytes, "nearme_sent_bytes_total", "counter", "Bytes of the bodies of answers.");
  for (std::size_t i = 0; i < patterns_.size(); ++i) {
    const auto& counts = counts_[i];
    const auto route = patterns_[i];
    for (std::size_t s = 0; s < kStatuses.size(); ++s) {
      if (counts.by_status[s] == 0) continue;
      fmt::format_to(std::back_inserter(requests), "nearme_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", route,
                     kStatuses[s], counts.by_status[s].load());
    }
    std::uint64_t so_far = 0;
    for (std::size_t b = 0; b < kBounds.size(); ++b) {
      so_far += counts.by_time[b];
      fmt::format_to(std::back_inserter(seconds), "nearme_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route,
                     static_cast<double>(kBounds[b]) / 1e6, so_far);
    }
    so_far += counts.by_time.back();
    fmt::format_to(
        std::back_inserter(seconds),
        "nearme_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n"
        "nearme_request_seconds_sum{{route=\"{0}\"}} {2}\nnearme_request_seconds_count{{route=\"{0}\"}} {1}\n",
        route, so_far, static_cast<double>(counts.microseconds.load()) / 1e6);
    fmt::format_to(std::back_inserter(bytes), "nearme_sent_bytes_total{{route=\"{}\"}} {}\n", route,
                   counts.bytes.load());
  }
  return requests + seconds + bytes;
}

}  // namespace nearme
