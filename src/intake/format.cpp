#include "intake/format.hpp"

#include <algorithm>
#include <array>

#include <fmt/ranges.h>

#include "intake/cqc/import_cqc.hpp"
#include "intake/fhir/import_fhir.hpp"
#include "intake/hsds/import_hsds.hpp"
#include "intake/input_file.hpp"
#include "intake/nhs_ods/import_nhs_ods.hpp"
#include "intake/nppes/import_nppes.hpp"
#include "intake/ods/spreadsheet.hpp"

namespace nearme {
namespace {

constexpr std::array<std::string_view, 9> kFormatNames{"csv", "geojson", "osm",  "ndjson", "nppes",
                                                       "cqc", "nhs-ods", "fhir", "hsds"};

struct Ending {
  std::string_view ending;
  Format format;
};

/// Endings that say it all. ".json" does not: its content tells.
constexpr std::array kEndings{
    Ending{".csv", Format::csv},          Ending{".tsv", Format::csv},          Ending{".tab", Format::csv},
    Ending{".txt", Format::csv},          Ending{".psv", Format::csv},          Ending{".geojson", Format::geojson},
    Ending{".geojsonl", Format::geojson}, Ending{".geojsons", Format::geojson}, Ending{".geojsonseq", Format::geojson},
    Ending{".pbf", Format::osm},          Ending{".osm", Format::osm},          Ending{".osm.gz", Format::osm},
    Ending{".osm.bz2", Format::osm}};

/// First bytes of files that people take for tables, and what to do with them.
struct Foreign {
  std::string_view magic;
  std::string_view advice;
};
constexpr std::array kForeign{Foreign{"\xD0\xCF\x11\xE0", "it is an old spreadsheet; save the sheet as CSV"},
                              Foreign{"%PDF", "it is a PDF; ask its publisher for the table as CSV"},
                              Foreign{"\x89PNG", "it is a picture"},
                              Foreign{"\xFF\xD8\xFF", "it is a picture"},
                              Foreign{"SQLite format 3", "it is a database; export the table as CSV"},
                              Foreign{"7z\xBC\xAF", "it is an archive; unpack it first"},
                              Foreign{"\xFD"
                                      "7zXZ",
                                      "it is compressed with xz; unpack it first"}};

std::string lower_name(const std::filesystem::path& path) {
  auto name = path.filename().string();
  std::ranges::transform(name, name.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return name;
}

std::string_view without_leading_space(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? std::string_view{} : text.substr(first);
}

bool is_pbf(std::string_view bytes) { return bytes.substr(0, 64).contains("OSMHeader"); }

bool has_geojson_words(std::string_view text) {
  return text.contains("\"FeatureCollection\"") || text.contains("\"Feature\"") || text.contains("\"features\"");
}

Result<Format> format_of_content(std::string_view bytes) {
  for (const auto& [magic, advice] : kForeign) {
    if (bytes.starts_with(magic)) return fail_parameter("format", "this file cannot be imported: {}", advice);
  }
  const auto text = without_leading_space(bytes);
  if (text.empty()) return fail_parameter("format", "the file is empty");
  if (is_pbf(bytes)) return Format::osm;
  if (text.starts_with('<')) {
    if (text.substr(0, 1024).contains("<osm")) return Format::osm;
    return fail_parameter("format", "this file cannot be imported: it is XML or HTML, but not OpenStreetMap's");
  }
  if (text.starts_with('\x1E')) return Format::geojson;
  if (text.starts_with('{') || text.starts_with('[')) return has_geojson_words(text) ? Format::geojson : Format::ndjson;
  return Format::csv;
}

}  // namespace

std::string_view to_string(Format format) { return kFormatNames[static_cast<std::size_t>(format)]; }

Result<Format> format_from(std::string_view name) {
  const auto found = std::ranges::find(kFormatNames, name);
  if (found == kFormatNames.end()) {
    return fail_parameter("format", "'{}' is no format; there are {}", name, fmt::join(kFormatNames, ", "));
  }
  return static_cast<Format>(found - kFormatNames.begin());
}

Result<Format> format_of(const std::filesystem::path& path, std::string_view first_bytes) {
  const auto name = lower_name(path);
  const auto content = format_of_content(first_bytes);
  for (const auto& [ending, format] : kEndings) {
    if (!name.ends_with(ending)) continue;
    // A table by name may still be an archive or a spreadsheet; OpenStreetMap files say best themselves what is wrong.
    if (format == Format::csv && !content) return std::unexpected(content.error());
    return format;
  }
  if (name.ends_with(".ndjson") || name.ends_with(".jsonl")) {
    return content && *content == Format::geojson ? Format::geojson : Format::ndjson;
  }
  return content;
}

Result<Format> format_of(const InputFile& file) {
  const auto& head = file.first_bytes();
  if (is_hsds(file)) return Format::hsds;
  if (is_spreadsheet(file)) return file.name().contains("HSCA") ? Format::cqc : Format::csv;
  TRY(const auto format, format_of(file.inner_name(), head));
  if (format == Format::csv) {
    if (is_nppes(head)) return Format::nppes;
    if (is_cqc(head)) return Format::cqc;
    if (is_nhs_ods(file.inner_name().string(), head)) return Format::nhs_ods;
  }
  const bool is_json = format == Format::ndjson || format == Format::geojson;
  return is_json && is_fhir(head) ? Format::fhir : format;
}

}  // namespace nearme
