#include "cli/progress_bar.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/core.h>

namespace nearme {
namespace {

constexpr auto kBetweenDrawings = std::chrono::milliseconds{100};
constexpr const char* kClearLine = "\r\x1b[K";

}  // namespace

ProgressBar::ProgressBar(std::string_view title) : title_(title), terminal_(Terminal::of_errors()) {}

ProgressBar::~ProgressBar() {
  if (terminal_.is_interactive()) fmt::print(stderr, "{}", kClearLine);
}

void ProgressBar::show(const ImportProgress& progress) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_.is_interactive() || now - shown_at_ < kBetweenDrawings) return;
  shown_at_ = now;
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

std::string bar_of(double share) {
  constexpr std::size_t kPlaces = 20;
  const auto done = static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * kPlaces);
  return "[" + std::string(done, '#') + std::string(kPlaces - done, '.') + "]";
}

}  // namespace nearme
