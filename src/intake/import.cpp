#include "intake/import.hpp"

#include "intake/csv/import_csv.hpp"
#include "intake/geojson/import_geojson.hpp"
#include "intake/importer.hpp"
#include "intake/input_file.hpp"
#include "intake/mapping/guess.hpp"
#include "intake/ndjson/import_ndjson.hpp"
#include "intake/osm/import_osm.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

/// "Malta latest.osm.pbf" as "malta-latest": letters and digits in lower case, anything else a hyphen.
std::string kebab_case(std::string_view words) {
  std::string kebab;
  for (const char c : fold(words)) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (is_letter) kebab += c;
    if (!is_letter && !kebab.empty() && kebab.back() != '-') kebab += '-';
  }
  while (kebab.ends_with('-')) kebab.pop_back();
  return kebab;
}

/// The name without its folder and without any of its endings.
std::string stem_of(const std::filesystem::path& path) {
  auto name = path.filename();
  while (name.has_extension() && name.has_stem() && name.extension().string().find(' ') == std::string::npos) {
    name = name.stem();
  }
  return name.string();
}

Result<SourceId> source_of(const ImportRequest& request) {
  auto name = request.source;
  if (name.empty() && request.file != "-") name = kebab_case(stem_of(request.file));
  if (name.empty()) return fail_parameter("source", "this import needs a name for its source; give --source NAME");
  return SourceId(std::move(name));
}

bool is_address(const std::string& path) { return path.starts_with("http://") || path.starts_with("https://"); }

Result<void> import_rows(Format format, const InputFile& file, const Mapping* mapping, Importer& importer) {
  switch (format) {
    case Format::csv:
      return import_csv(file, mapping, importer);
    case Format::geojson:
      return import_geojson(file, importer);
    case Format::osm:
      return import_osm(file, importer);
    case Format::ndjson:
      return import_ndjson(file, importer);
  }
  return {};
}

RowContext context_of(const Catalogue& catalogue, const Gazetteer& gazetteer, const SourceId& source, Instant now) {
  return {.catalogue = catalogue,
          .gazetteer = gazetteer,
          .source = source,
          .hours = HoursCheck(Date{std::chrono::floor<std::chrono::days>(now)}),
          .notes = {}};
}

}  // namespace

Result<GuessedMapping> guess_mapping_of(const Catalogue& catalogue, const Gazetteer& gazetteer,
                                        const ImportRequest& request) {
  TRY(const auto file, InputFile::open(request.file));
  auto context = context_of(catalogue, gazetteer, SourceId("guess"), request.now);
  return guess_mapping(file, context);
}

Result<ImportReport> import_file(Store& store, const Catalogue& catalogue, const Gazetteer& gazetteer,
                                 const ImportRequest& request, const Progress& progress) {
  if (is_address(request.file.string())) {
    return fail(ErrorKind::invalid_input,
                "{0} is an address; fetch it first: curl -L {0} | nearme import - --source NAME",
                request.file.string());
  }
  TRY(const auto source, source_of(request));
  TRY(const auto file, InputFile::open(request.file));
  TRY(const auto format,
      request.format ? Result<Format>(*request.format) : format_of(request.file, file.first_bytes()));
  if (request.mapping && format != Format::csv) {
    return fail(ErrorKind::invalid_input, "a mapping is for tables, and {} is {}", file.name(), to_string(format));
  }
  Importer importer(store, context_of(catalogue, gazetteer, source, request.now),
                    Source{.id = source,
                           .origin = request.file.string(),
                           .format = std::string(to_string(format)),
                           .licence = {},
                           .attribution = {},
                           .imported_at = request.now},
                    progress);
  TRY_VOID(import_rows(format, file, request.mapping ? &*request.mapping : nullptr, importer));
  TRY(auto report, importer.finish(request.effect));
  report.format = format;
  return report;
}

}  // namespace nearme
