#pragma once

#include <cstdint>
#include <cstdio>

#include "base/result.hpp"
#include "cli/export_rows.hpp"

namespace nearme {

enum class ExportFormat : std::uint8_t { csv, geojson, ndjson };

/// Writes records one after the other in a form that `nearme import` reads back to the same records.
class ExportWriter {
 public:
  /// `out` stays the caller's. Only sites have a place, which GeoJSON needs.
  ExportWriter(ExportFormat format, ExportSubject subject, std::FILE* out)
      : format_(format), subject_(subject), out_(out) {}

  /// All of the one subject. Errors: unreadable when the output cannot be written to (a full disk, a closed pipe).
  Result<void> write(const Site& site);
  Result<void> write(const Practitioner& practitioner);
  Result<void> write(const Claim& claim);
  Result<void> finish();

 private:
  template <class Record>
  Result<void> write_line(const Record& record);
  Result<void> begin_table();
  Result<void> put(std::string_view text);

  ExportFormat format_;
  ExportSubject subject_;
  std::FILE* out_;
  bool is_first_ = true;
};

}  // namespace nearme
