#include "gazetteer/geonames/import.hpp"

#include <fmt/format.h>

#include "gazetteer/compile/compile.hpp"
#include "gazetteer/geonames/dump_reader.hpp"
#include "gazetteer/geonames/packed_lines.hpp"

namespace nearme {
namespace {

using OnProgress = std::function<void(const GazetteerProgress&)>;
using TakeLine = std::function<void(std::uint64_t line, std::string_view text)>;

bool is_nothing(std::string_view line) { return line.empty() || line.starts_with('#'); }

/// "Data/GB.txt" of places is "gb-places": letters and digits in lower case, anything else a hyphen.
std::string name_of(const std::filesystem::path& dump, DumpKind kind) {
  std::string name;
  const auto file = dump.filename().string();
  for (const char c : file.substr(0, file.find('.'))) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool is_capital = c >= 'A' && c <= 'Z';
    if (is_kept || is_capital) name += is_capital ? static_cast<char>(c - 'A' + 'a') : c;
    if (!is_kept && !is_capital && !name.empty() && name.back() != '-') name += '-';
  }
  if (name.empty()) name = "dump";
  return fmt::format("{}{}{}", name, name.back() == '-' ? "" : "-", to_string(kind));
}

/// The kind, by the first line that says anything.
Result<DumpKind> kind_of(const std::filesystem::path& dump) {
  TRY(auto lines, PackedLines::open(dump));
  for (;;) {
    TRY(const auto line, lines.next());
    if (!line) return fail(ErrorKind::invalid_input, "{} holds no rows", dump.string());
    if (line->empty()) continue;
    const auto kind = dump_kind_of(*line);
    if (!kind) return fail(ErrorKind::invalid_input, "{}: {}", dump.string(), kind.error().message);
    return kind;
  }
}

/// Every line that says anything. A table that is not given has none.
Result<void> for_each_line(const std::filesystem::path& path, const TakeLine& take, const OnProgress& progress = {}) {
  constexpr std::uint64_t kBetweenReports = 4096;
  if (path.empty()) return {};
  TRY(auto lines, PackedLines::open(path));
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  for (;;) {
    TRY(const auto line, lines.next());
    if (!line) return {};
    if (!is_nothing(*line)) take(lines.line(), *line);
    if (progress && lines.line() % kBetweenReports == 0)
      progress({.bytes_read = lines.bytes_read(), .bytes_in_all = failure ? 0 : size, .rows = lines.line()});
  }
}

Result<Places> read_places_dump(const GeoNamesFiles& files, const Gazetteer& known, GazetteerReport& report,
                                const OnProgress& progress) {
  PlacesDump dump(known);
  const auto take = [&](std::uint64_t line, std::string_view text) {
    ++report.read;
    dump.take(line, text, report);
  };
  TRY_VOID(for_each_line(files.dump, take, progress));
  TRY_VOID(for_each_line(files.regions, [&](std::uint64_t, std::string_view row) { dump.name_region(row); }));
  TRY_VOID(for_each_line(files.countries, [&](std::uint64_t, std::string_view row) { dump.name_country(row); }));
  TRY_VOID(for_each_line(files.other_names, [&](std::uint64_t, std::string_view row) { dump.add_other_name(row); }));
  return dump.finish();
}

Result<Places> read_postcodes_dump(const GeoNamesFiles& files, const Gazetteer& known, GazetteerReport& report,
                                   const OnProgress& progress) {
  PostcodesDump dump(known);
  const auto take = [&](std::uint64_t line, std::string_view text) {
    ++report.read;
    dump.take(line, text, report);
  };
  TRY_VOID(for_each_line(files.dump, take, progress));
  return dump.finish();
}

}  // namespace

Result<CompiledDump> compile_geonames(const GeoNamesFiles& files, const Gazetteer& known, Instant now,
                                      const OnProgress& progress) {
  TRY(const auto kind, kind_of(files.dump));
  CompiledDump compiled{.bytes = {}, .name = name_of(files.dump, kind), .report = {}};
  auto& report = compiled.report;
  report.source = files.dump.string();
  report.kind = kind;
  const auto read = kind == DumpKind::places ? read_places_dump : read_postcodes_dump;
  TRY(auto places, read(files, known, report, progress));
  if (places.places.empty() && places.postcodes.empty()) {
    return fail(ErrorKind::invalid_input, "none of the {} rows of {} could be taken; the gazetteer stays as it was",
                report.read, files.dump.string());
  }
  report.notes.push_back(fmt::format("{} towns and {} postcodes, in {} areas", places.places.size(),
                                     places.postcodes.size(), places.areas.size()));
  places.about = fmt::format("source\t{}\nsubject\t{}\nimported_at\t{}\nlicence\tCC BY 4.0, GeoNames\n",
                             files.dump.filename().string(), to_string(kind), format_instant(now));
  compiled.bytes = compile_gazetteer(places);
  TRY_VOID(Gazetteer::open(compiled.bytes));
  return compiled;
}

}  // namespace nearme
