#include "intake/import.hpp"

#include "intake/cqc/import_cqc.hpp"
#include "intake/csv/import_csv.hpp"
#include "intake/fetch/fetch.hpp"
#include "intake/fhir/import_fhir.hpp"
#include "intake/geojson/import_geojson.hpp"
#include "intake/hsds/import_hsds.hpp"
#include "intake/importer.hpp"
#include "intake/input_file.hpp"
#include "intake/mapping/guess.hpp"
#include "intake/ndjson/import_ndjson.hpp"
#include "intake/nhs_ods/import_nhs_ods.hpp"
#include "intake/nppes/import_nppes.hpp"
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
  const auto file = request.file.string();
  if (name.empty() && file != "-") name = kebab_case(stem_of(file.substr(0, file.find_first_of("?#"))));
  if (name.empty()) return fail_parameter("source", "this import needs a name for its source; give --source NAME");
  return SourceId(std::move(name));
}

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
    case Format::nppes:
      return import_nppes(file, importer);
    case Format::cqc:
      return import_cqc(file, importer);
    case Format::nhs_ods:
      return import_nhs_ods(file, importer);
    case Format::fhir:
      return import_fhir(file, importer);
    case Format::hsds:
      return import_hsds(file, importer);
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

/// What nearme knows of the world.
struct Knowledge {
  const Catalogue& catalogue;
  const Gazetteer& gazetteer;
};

/// Imports a file that lies on the disk.
Result<ImportReport> import_local(Store& store, const Knowledge& knowledge, const ImportRequest& request,
                                  const InputFile& file, const Progress& progress) {
  TRY(const auto source, source_of(request));
  TRY(const auto format, request.format ? Result<Format>(*request.format) : format_of(file));
  if (request.mapping && !request.format && format != Format::csv) {
    return fail(ErrorKind::invalid_input, "a mapping is for tables, and {} is {}", file.name(), to_string(format));
  }
  Importer importer(store, context_of(knowledge.catalogue, knowledge.gazetteer, source, request.now),
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

/// The report of an address that has nothing new.
Result<ImportReport> nothing_new(const ImportRequest& request) {
  TRY(const auto source, source_of(request));
  ImportReport report;
  report.source = source.text();
  report.subject = to_string(Subject::sites);
  report.dry_run = request.effect == Effect::dry_run;
  report.notes.emplace_back("the server has nothing newer than what was imported last; nothing was done");
  return report;
}

Result<ImportReport> import_address(Store& store, const Knowledge& knowledge, const ImportRequest& request,
                                    const Progress& progress) {
  const FetchRequest wanted{.address = request.file.string(), .folder = request.downloads};
  TRY(const auto fetched, fetch(wanted, [&](const FetchProgress& so_far) {
        if (progress) progress({.bytes_read = so_far.bytes, .bytes_in_all = so_far.bytes_in_all, .rows = 0});
      }));
  if (fetched.not_modified) return nothing_new(request);
  TRY(const auto file, InputFile::open(fetched.path, request.entry, wanted.address));
  TRY(auto report, import_local(store, knowledge, request, file, progress));
  // A dry run must be followed by the same file once more.
  if (request.effect == Effect::commit) TRY_VOID(remember(wanted, fetched));
  if (fetched.resumed_at > 0)
    report.notes.push_back(fmt::format("fetched from byte {} on, where it had broken off", fetched.resumed_at));
  return report;
}

}  // namespace

Result<GuessedMapping> guess_mapping_of(const Catalogue& catalogue, const Gazetteer& gazetteer,
                                        const ImportRequest& request) {
  if (is_address(request.file.string())) {
    return fail(ErrorKind::invalid_input, "{} is an address; fetch it first, and guess from the file",
                request.file.string());
  }
  TRY(const auto file, InputFile::open(request.file, request.entry));
  auto context = context_of(catalogue, gazetteer, SourceId("guess"), request.now);
  return guess_mapping(file, context);
}

Result<ImportReport> import_file(Store& store, const Catalogue& catalogue, const Gazetteer& gazetteer,
                                 const ImportRequest& request, const Progress& progress) {
  const Knowledge knowledge{.catalogue = catalogue, .gazetteer = gazetteer};
  if (is_address(request.file.string())) return import_address(store, knowledge, request, progress);
  TRY(const auto file, InputFile::open(request.file, request.entry));
  return import_local(store, knowledge, request, file, progress);
}

}  // namespace nearme
