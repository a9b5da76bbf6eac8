#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/json.hpp"
#include "engine/image_times.hpp"
#include "engine/query_classes.hpp"
#include "engine/questions.hpp"

// Makes a world, its image, and asks it every class of queries. What was measured goes to standard output, a JSON
// object a line: {"what": "image", ...}, {"what": "query", "class": "nearest", ...}, {"what": "check", ...}.

namespace {

using namespace nearme;
using Json = nlohmann::ordered_json;

struct Options {
  std::uint32_t sites = 100'000;
  std::uint64_t seed = 1;
  Effort effort;
  std::size_t checks = 10;
  bool is_check = false;
  bool prints_places = false;
  bool keeps_image = false;
  std::string only;
  std::filesystem::path image = "world.image";
};

void print(const Json& line) {
  fmt::print("{}\n", line.dump());
  std::fflush(stdout);
}

double rounded(double value) { return std::round(value * 100) / 100; }

void print_image(const Options& options, const ImageTimes& times) {
  const double sites = options.sites;
  Json line{{"what", "image"}, {"sites", options.sites}};
  if (times.build_seconds > 0) {
    line["build_s"] = rounded(times.build_seconds);
    line["peak_mb"] = std::round(times.peak_megabytes);
  }
  line["bytes_a_site"] = rounded(static_cast<double>(times.bytes) / sites);
  line["bytes_a_site_without_json"] = rounded(static_cast<double>(times.bytes - times.ready_json_bytes) / sites);
  line["open_ms"] = rounded(times.open_milliseconds);
  print(line);
}

void print_times(const Options& options, std::string_view name, std::string_view meaning, const Times& times) {
  print({{"what", "query"},
         {"sites", options.sites},
         {"class", name},
         {"meaning", meaning},
         {"p50_us", rounded(times.p50_us)},
         {"p99_us", rounded(times.p99_us)},
         {"mean_results", rounded(times.mean_results)},
         {"rounds", times.rounds}});
}

Result<Ground> make_ground(const Options& options, Catalogue catalogue) {
  const bool stands = options.keeps_image && std::filesystem::exists(options.image);
  ImageTimes times;
  if (!stands) {
    TRY(times, make_image(World(words_of_world(catalogue), options.seed), options.sites, options.image));
  }
  TRY_VOID(time_opening(options.image, times));
  print_image(options, times);
  TRY(Ground ground, open_ground(options.image, std::move(catalogue)));
  if (ground.index->size() != options.sites)
    return fail(ErrorKind::invalid_input, "{} has another size", options.image.string());
  return ground;
}

/// Where queries come from, and words of names, for those who ask in another way.
void print_places(const std::vector<Probe>& probes) {
  for (const Probe& probe : probes)
    print({{"what", "place"}, {"lat", probe.at.lat()}, {"lon", probe.at.lon()}, {"words", probe.words}});
}

std::vector<std::string> class_names() {
  std::vector<std::string> names{"answer", "suggest", "read"};
  for (const QueryClass& each : query_classes()) names.emplace_back(each.name);
  return names;
}

bool is_wanted(const Options& options, std::string_view name) { return options.only.empty() || options.only == name; }

void measure_all(const Options& options, const Ground& ground, const std::vector<Probe>& probes) {
  for (const QueryClass& each : query_classes()) {
    if (!is_wanted(options, each.name)) continue;
    print_times(options, each.name, each.meaning, measure(options.effort, [&](std::size_t number) {
                  const Probe& probe = probes[number];
                  return each.way.fast(ground, probe, each.filter(ground, probe)).results();
                }));
  }
  if (is_wanted(options, "answer"))
    print_times(options, "answer", "a treatment in words, within 25 km: read, planned, counted, ranked, as JSON",
                time_answering(ground, options.effort, probes));
  if (is_wanted(options, "suggest"))
    print_times(options, "suggest", "suggestions for the first 2 to 11 letters of a question",
                time_suggesting(ground, options.effort, probes));
  if (is_wanted(options, "read"))
    print_times(options, "read", "a question in words read, nothing searched", time_reading(ground, options.effort));
}

/// False when an answer is not that of a look at every site.
bool check_all(const Options& options, const Ground& ground, const std::vector<Probe>& probes) {
  bool all_right = true;
  for (const QueryClass& each : query_classes()) {
    if (!is_wanted(options, each.name)) continue;
    std::string wrong;
    std::size_t results = 0;
    const std::size_t queries = std::min(options.checks, probes.size());
    for (std::size_t number = 0; number < queries && wrong.empty(); ++number) {
      const Filter filter = each.filter(ground, probes[number]);
      const Answer slow = each.way.slow(ground, probes[number], filter);
      results += slow.results();
      wrong = difference(each.way.fast(ground, probes[number], filter), slow);
      if (!wrong.empty()) wrong = fmt::format("seed {}, query {}: {}", options.seed, number, wrong);
    }
    print({{"what", "check"},
           {"sites", options.sites},
           {"class", each.name},
           {"queries", queries},
           {"results", results},
           {"wrong", wrong}});
    all_right = all_right && wrong.empty();
  }
  return all_right;
}

Result<int> run(const Options& options) {
  TRY(auto catalogue, built_in_catalogue());
  TRY(const Ground ground, make_ground(options, std::move(catalogue)));
  const auto probes = draw_probes(*ground.index, Cities(options.seed), options.effort.probes, options.seed + 1);
  if (options.prints_places) {
    print_places(probes);
    return 0;
  }
  if (options.is_check) return check_all(options, ground, probes) ? 0 : 1;
  measure_all(options, ground, probes);
  return 0;
}

}  // namespace

int main(int argument_count, char** arguments) {
  Options options;
  CLI::App application{"engine_bench: how long the engine takes on a made-up world"};
  application.add_option("--sites", options.sites, "How many sites the world has")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  application.add_option("--seed", options.seed, "Which world")->capture_default_str();
  application.add_option("--queries", options.effort.probes, "Different queries of each class")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  application.add_option("--rounds", options.effort.rounds, "How often each is asked")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  application.add_option("--only", options.only, "One class alone, by its name")->check(CLI::IsMember(class_names()));
  application.add_option("--checks", options.checks, "With --check, how many queries of each class")
      ->capture_default_str();
  application.add_option("--image", options.image, "Where the image is written")->capture_default_str();
  application.add_flag("--keep-image", options.keeps_image, "Use the image that stands there, if one does");
  application.add_flag("--check", options.is_check, "Compare answers with a look at every site; measure nothing");
  application.add_flag("--places", options.prints_places, "Print where queries come from; measure nothing");
  CLI11_PARSE(application, argument_count, arguments);
  const auto outcome = run(options);
  if (outcome) return *outcome;
  fmt::print(stderr, "engine_bench: {}\n", outcome.error().message);
  return 2;
}
