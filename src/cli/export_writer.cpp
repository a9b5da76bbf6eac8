#include "cli/export_writer.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include "base/json.hpp"
#include "directory/json.hpp"

namespace nearme {
namespace {

nlohmann::json feature_of(const Site& site) {
  auto properties = to_json(site);
  nlohmann::json feature{
      {"type", "Feature"},
      {"id", site.id.text()},
      {"geometry", {{"type", "Point"}, {"coordinates", {site.position.lon(), site.position.lat()}}}}};
  properties.erase("lat");
  properties.erase("lon");
  feature["properties"] = std::move(properties);
  return feature;
}

}  // namespace

template <class Record>
Result<void> ExportWriter::write_line(const Record& record) {
  if (format_ == ExportFormat::ndjson) return put(to_json(record).dump() + "\n");
  TRY_VOID(begin_table());
  return put(csv_row(record) + "\n");
}

Result<void> ExportWriter::write(const Site& site) {
  if (format_ != ExportFormat::geojson) return write_line(site);
  const bool first = std::exchange(is_first_, false);
  return put((first ? "{\"type\":\"FeatureCollection\",\"features\":[\n" : ",\n") + feature_of(site).dump());
}

Result<void> ExportWriter::write(const Practitioner& practitioner) { return write_line(practitioner); }
Result<void> ExportWriter::write(const Claim& claim) { return write_line(claim); }

Result<void> ExportWriter::begin_table() {
  return std::exchange(is_first_, false) ? put(std::string(csv_header(subject_)) + "\n") : Result<void>{};
}

Result<void> ExportWriter::finish() {
  if (format_ == ExportFormat::geojson) {
    TRY_VOID(put(is_first_ ? "{\"type\":\"FeatureCollection\",\"features\":[]}\n" : "\n]}\n"));
  }
  if (format_ == ExportFormat::csv) TRY_VOID(begin_table());
  if (std::fflush(out_) != 0) return fail(ErrorKind::unreadable, "cannot write the export: {}", std::strerror(errno));
  return {};
}

Result<void> ExportWriter::put(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), out_) == text.size()) return {};
  return fail(ErrorKind::unreadable, "cannot write the export: {}", std::strerror(errno));
}

}  // namespace nearme
