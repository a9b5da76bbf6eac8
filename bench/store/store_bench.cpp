#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <string>

#include <CLI/CLI.hpp>
#include <sys/resource.h>

#include "base/json.hpp"
#include "index/image/index.hpp"
#include "index/rebuild.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "world/built_in.hpp"
#include "world/records.hpp"
#include "world/world.hpp"

// Fills a store with a made-up world and times how long its index image takes. What was measured goes to standard
// output, a JSON object a line.

namespace {

using namespace nearme;
using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

struct Options {
  std::uint32_t sites = 100'000;
  std::uint64_t seed = 1;
  std::filesystem::path folder = "world.store";
};

void print(const Json& line) {
  fmt::print("{}\n", line.dump());
  std::fflush(stdout);
}

double seconds_since(Clock::time_point begin) {
  return std::round(std::chrono::duration<double>(Clock::now() - begin).count() * 100) / 100;
}

rusage used_so_far() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  return usage;
}

/// The time that all threads together have had a processor for: tells on a busy machine what an idle one would take.
double processor_seconds() {
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  const rusage usage = used_so_far();
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Result<void> put_sites(ImportSession& session, const Options& options, const WorldWords& words) {
  World world(words, options.seed);
  for (std::uint32_t number = 0; number < options.sites; ++number) {
    const IndexEntry entry = world.next();
    TRY_VOID(session.put(entry.id.text(), site_of(entry, number)));
    if (const auto claim = claim_of(entry)) TRY_VOID(session.put(entry.id.text(), *claim));
  }
  TRY_VOID(session.commit());
  return {};
}

Result<void> fill(Store& store, const Options& options, const WorldWords& words) {
  TRY(const StoreCounts counts, store.counts());
  if (counts.sites == options.sites) return {};
  const auto begin = Clock::now();
  TRY(const auto session, store.begin_import({.id = SourceId{"world"}, .origin = "made up", .attribution = "nobody"}));
  TRY_VOID(put_sites(*session, options, words));
  print({{"what", "store"}, {"sites", options.sites}, {"fill_s", seconds_since(begin)}});
  return {};
}

Result<void> run(const Options& options) {
  TRY(const auto catalogue, built_in_catalogue());
  std::filesystem::create_directories(options.folder);
  TRY(const auto store, open_sqlite_store(options.folder / "store.sqlite"));
  TRY_VOID(fill(*store, options, words_of_world(catalogue)));
  const auto image = options.folder / "index.image";
  const Date today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{22}};
  const auto begin = Clock::now();
  const double processor_before = processor_seconds();
  TRY_VOID(rebuild_image(*store, catalogue, today, image));
  const double seconds = seconds_since(begin);
  print({{"what", "rebuild"},
         {"sites", options.sites},
         {"rebuild_s", seconds},
         {"processor_s", std::round((processor_seconds() - processor_before) * 100) / 100},
         {"peak_mb", used_so_far().ru_maxrss / 1024},
         {"store_mb", std::filesystem::file_size(options.folder / "store.sqlite") / 1'000'000},
         {"image_mb", std::filesystem::file_size(image) / 1'000'000}});
  return {};
}

}  // namespace

int main(int argument_count, char** arguments) {
  Options options;
  CLI::App application{"store_bench: how long the image of a store takes"};
  application.add_option("--sites", options.sites, "How many sites the world has")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  application.add_option("--seed", options.seed, "Which world")->capture_default_str();
  application.add_option("--folder", options.folder, "Where store and image lie; a store that stands there is used")
      ->capture_default_str();
  CLI11_PARSE(application, argument_count, arguments);
  const auto outcome = run(options);
  if (outcome) return 0;
  fmt::print(stderr, "store_bench: {}\n", outcome.error().message);
  return 2;
}
