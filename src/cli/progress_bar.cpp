#include "cli/progress_bar.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/core.h>

namespace nearme {
namespace {

constexpr auto kBetweenDrawings = std::chrono::milliseconds{100};
constexpr double kShareOfReading = 0.7;
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

ProgressBar::ProgressBar(std::string_view title) : title_(title), terminal_(Terminal::of_errors()) {}

ProgressBar::~ProgressBar() {
  if (terminal_.is_interactive()) fmt::print(stderr, "{}", kClearLine);
}

bool ProgressBar::is_due() {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_.is_interactive() || now - shown_at_ < kBetweenDrawings) return false;
  shown_at_ = now;
  return true;
}

void ProgressBar::show(const RebuildProgress& progress) {
  if (!is_due()) return;
  const double share = share_of(progress);
  fmt::print(stderr, "{}{}  {} {:3.0f} %  {} of {} sites", kClearLine, title_, bar_of(share), 100 * share,
             progress.sites_read, progress.sites_in_all);
  std::fflush(stderr);
}

void ProgressBar::show(const ImportProgress& progress) {
  if (!is_due()) return;
  constexpr double kMegabyte = 1e6;
  const auto megabytes = static_cast<double>(progress.bytes_read) / kMegabyte;
  if (progress.bytes_in_all == 0) {
    fmt::print(stderr, "{}{}  {:.1f} MB, {} rows", kClearLine, title_, megabytes, progress.rows);
  } else {
    const auto share = static_cast<double>(progress.bytes_read) / static_cast<double>(progress.bytes_in_all);
    fmt::print(stderr, "{}{}  {} {:3.0f} %  {} rows", kClearLine, title_, bar_of(share), 100 * std::min(1.0, share),
               progress.rows);
  }
  std::fflush(stderr);
}

double share_of(const RebuildProgress& progress) {
  if (progress.sites_in_all == 0) return 0;
  const double done = kShareOfReading * static_cast<double>(progress.sites_read) +
                      (1 - kShareOfReading) * static_cast<double>(progress.sites_written);
  return std::min(1.0, done / static_cast<double>(progress.sites_in_all));
}

std::string bar_of(double share) {
  constexpr std::size_t kPlaces = 20;
  const auto done = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kPlaces);
  return "[" + std::string(done, '#') + std::string(kPlaces - done, '.') + "]";
}

}  // namespace nearme
