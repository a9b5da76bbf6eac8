// How long an import takes, from the bytes of a table to the commit, and how much memory. The rows are made up: half in
// capitals, every fifth with opening hours in everyday words, a tenth without coordinates. Extracts of OpenStreetMap
// can be repeated until they are long enough to measure.
#include <filesystem>
#include <fstream>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <sys/resource.h>
#include <unistd.h>

#include "assets/assets.hpp"
#include "catalogue/catalogue_files.hpp"
#include "intake/import.hpp"
#include "intake/repeated_extract.hpp"
#include "store/sqlite/sqlite_store.hpp"

namespace nearme {
namespace {

namespace fs = std::filesystem;

void write_table(const fs::path& path, std::uint64_t rows) {
  std::ofstream table(path);
  table << "id,name,kind,street,city,postcode,country,lat,lon,phone,website,opening_hours\n";
  for (std::uint64_t i = 0; i < rows; ++i) {
    const auto name = i % 2 == 0 ? fmt::format("HARBOUR SKIN CENTRE {}", i) : fmt::format("Harbour Skin Centre {}", i);
    const auto* hours = i % 5 == 0 ? "Mon-Fri 9am - 5.30pm" : "Mo-Fr 09:00-17:30; Sa 10:00-14:00";
    const auto place = i % 10 == 0 ? std::string(",")
                                   : fmt::format("{:.5f},{:.5f}", 51 + (static_cast<double>(i % 40'000) / 10'000),
                                                 -2 + (static_cast<double>(i % 30'011) / 10'000));
    table << fmt::format("c{},{},dentist,{} Quay Street,Leeds,LS1,GB,{},0113 496 {:04},www.c{}.example,{}\n", i, name,
                         i % 200, place, i % 10'000, i, hours);
  }
}

Result<Catalogue> built_in_catalogue() {
  std::vector<CatalogueFile> files;
  for (const auto& asset : assets_under("catalogue/"))
    files.push_back({std::string{asset.path}, std::string{asset.text()}});
  return Catalogue::load(files);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Processor time of all threads so far, in seconds.
double processor_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + (static_cast<double>(time.tv_usec) / 1e6);
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::int64_t most_memory_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

/// Imports a file into a fresh store and prints one line.
Result<void> measure(const std::string& what, const fs::path& file, const fs::path& store_path) {
  for (const auto* ending : {"", "-wal", "-shm"}) fs::remove(store_path.string() + ending);
  TRY(const auto catalogue, built_in_catalogue());
  TRY(const auto gazetteer, Gazetteer::open(find_asset("gazetteer.bin")->bytes));
  TRY(const auto store, open_sqlite_store(store_path));
  ImportRequest request;
  request.file = file;
  request.source = "bench";
  request.now = now();
  const auto start = std::chrono::steady_clock::now();
  const auto processor_before = processor_seconds();
  TRY(const auto report, import_file(*store, catalogue, gazetteer, request, {}));
  const auto seconds = seconds_since(start);
  const auto megabytes = static_cast<double>(fs::file_size(file)) / 1e6;
  fmt::print(
      "{:<12} {:>10} rows {:>8} taken {:>8.1f} MB {:>7.1f} s {:>7.1f} s of processors {:>8.0f} rows/s {:>6.1f} MB/s "
      "{:>6} MiB at most\n",
      what, report.rows.read, taken(report.rows), megabytes, seconds, processor_seconds() - processor_before,
      static_cast<double>(report.rows.read) / seconds, megabytes / seconds, most_memory_mib());
  return {};
}

/// What is to be measured.
struct Wanted {
  std::uint64_t rows = 1'000'000;
  std::uint64_t megabytes = 0;  ///< 0: extracts are measured as they are
  std::vector<std::string> files;
};

Result<void> measure_file(const fs::path& file, std::uint64_t megabytes, const fs::path& folder) {
  const auto store = folder / "store.sqlite";
  if (megabytes == 0 || file.extension() != ".pbf") return measure(file.filename(), file, store);
  const auto repeated = folder / "repeated.osm.pbf";
  TRY_VOID(write({.from = file, .to = repeated, .bytes = megabytes * 1'000'000}));
  return measure(file.filename(), repeated, store);
}

Result<void> measure_all(const Wanted& wanted, const fs::path& folder) {
  if (wanted.rows > 0) {
    const auto table = folder / "table.csv";
    write_table(table, wanted.rows);
    TRY_VOID(measure("table", table, folder / "store.sqlite"));
  }
  for (const auto& file : wanted.files) TRY_VOID(measure_file(file, wanted.megabytes, folder));
  return {};
}

Result<void> run(const Wanted& wanted) {
  const auto folder = fs::temp_directory_path() / fmt::format("nearme-import-bench-{}", ::getpid());
  fs::create_directories(folder);
  auto measured = measure_all(wanted, folder);
  fs::remove_all(folder);
  return measured;
}

}  // namespace
}  // namespace nearme

int main(int argument_count, char** arguments) {
  CLI::App application{"Measures imports"};
  nearme::Wanted wanted;
  application.add_option("--rows", wanted.rows, "Rows of the made-up table; 0: no table")->capture_default_str();
  application.add_option("--repeat-to", wanted.megabytes, "Repeat each .osm.pbf until it has so many megabytes");
  application.add_option("FILE", wanted.files, "Files to measure besides");
  CLI11_PARSE(application, argument_count, arguments);
  const auto done = nearme::run(wanted);
  if (!done) fmt::print(stderr, "import_bench: {}\n", done.error().message);
  return done ? 0 : 2;
}
