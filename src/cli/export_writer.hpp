#pragma once

#include <cstdint>
#include <cstdio>

#include "base/result.hpp"
#include "directory/site.hpp"

namespace nearme {

enum class ExportFormat : std::uint8_t { csv, geojson, ndjson };

/// Writes sites one after the other in a form that `nearme import` reads back to the same sites.
class ExportWriter {
 public:
  /// `out` stays the caller's.
  ExportWriter(ExportFormat format, std::FILE* out);

  /// Errors: unreadable when the output cannot be written to (a full disk, a closed pipe).
  Result<void> write(const Site& site);
  Result<void> finish();

 private:
  Result<void> put(std::string_view text);

  ExportFormat format_;
  std::FILE* out_;
  bool is_first_ = true;
};

/// One row of the CSV of the contract, without its line end.
std::string csv_row(const Site& site);

}  // namespace nearme
