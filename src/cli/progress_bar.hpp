#pragma once

#include <chrono>

#include "cli/terminal.hpp"
#include "index/rebuild.hpp"
#include "intake/import.hpp"

namespace nearme {

/// Draws how far an import or the making of the index is on the standard error stream, a few times a second; nothing
/// when that is no terminal. Clears its line at the end of its life.
class ProgressBar {
 public:
  explicit ProgressBar(std::string_view title);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void show(const ImportProgress& progress);
  void show(const RebuildProgress& progress);

 private:
  /// Whether it is time to draw again.
  bool is_due();

  std::string title_;
  Terminal terminal_;
  std::chrono::steady_clock::time_point shown_at_{};
};

/// How much of the work is done, from 0 to 1: reading takes most of the time, writing the rest.
double share_of(const RebuildProgress& progress);

/// The bar itself: "[#########.........]" of 20 places.
std::string bar_of(double share);

}  // namespace nearme
