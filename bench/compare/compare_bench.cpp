#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/json.hpp"
#include "compare/agreement.hpp"
#include "compare/nearme_rival.hpp"
#include "compare/postgres_rival.hpp"
#include "compare/sqlite_by_callback.hpp"
#include "compare/sqlite_by_sql.hpp"
#include "compare/sqlite_database.hpp"
#include "compare/sqlite_tables.hpp"
#include "engine/image_times.hpp"
#include "engine/query_classes.hpp"
#include "engine/query_times.hpp"

// Fills nearme, SQLite and PostGIS from one made-up world, asks them all the same, compares the answers, and times them
// in turns. What was measured goes to standard output, a JSON object a line: {"what": "compare", "class": "nearest",
// "engine": "sqlite", ...}.

namespace {

using namespace nearme;
using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

constexpr std::size_t kRoundTrips = 2000;

struct Options {
  std::uint32_t sites = 100'000;
  std::uint64_t seed = 1;
  Effort effort{.probes = 500, .rounds = 5};
  double seconds = 60;
  std::filesystem::path image = "world.image";
  bool keeps_image = false;
  std::string postgres;
  std::string only;
};

/// The engines, nearme first, with what a comparison needs beside them.
struct Field {
  Ground ground;
  WorldRows rows;
  SqliteDatabase sqlite;
  std::vector<std::unique_ptr<Rival>> rivals;
  std::vector<Question> questions;
};

/// How many answers of a class were compared, and how many were not as nearme's.
struct Comparison {
  std::size_t answers = 0;
  std::size_t different = 0;
  std::string first_difference;
};

void print(const Json& line) {
  fmt::print("{}\n", line.dump());
  std::fflush(stdout);
}

double rounded(double value) { return std::round(value * 100) / 100; }
double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

void print_filling(const Options& options, std::string_view engine, Clock::time_point begin) {
  print({{"what", "fill"}, {"sites", options.sites}, {"engine", engine}, {"seconds", rounded(seconds_since(begin))}});
}

std::vector<Question> draw_questions(const Options& options, const Ground& ground) {
  const auto map = std::ranges::find(query_classes(), "map-nearest", &QueryClass::name)->filter;
  std::vector<Question> questions;
  for (Probe& probe : draw_probes(*ground.index, Cities(options.seed), options.effort.probes, options.seed + 1)) {
    const GeoBox box = *map(ground, probe).box;
    const bool is_word = !ground.index->words().find(probe.beginning).empty();
    questions.push_back({.probe = std::move(probe), .box = box, .beginning_is_word = is_word});
  }
  return questions;
}

void print_round_trip(const Options& options, PostgresRival& postgres) {
  FastestTimes times(kRoundTrips);
  times.ask_all([&](std::size_t) {
    postgres.ask_nothing();
    return 1;
  });
  print({{"what", "round-trip"}, {"sites", options.sites}, {"p50_us", rounded(times.times().p50_us)}});
}

Result<std::unique_ptr<Field>> make_field(const Options& options) {
  TRY(auto catalogue, built_in_catalogue());
  const WorldWords words = words_of_world(catalogue);
  if (!options.keeps_image || !std::filesystem::exists(options.image))
    TRY_VOID(make_image(World(words, options.seed), options.sites, options.image));
  TRY(Ground ground, open_ground(options.image, std::move(catalogue)));
  if (ground.index->size() != options.sites)
    return fail(ErrorKind::invalid_input, "{} has another size", options.image.string());
  auto field = std::make_unique<Field>(
      Field{.ground = std::move(ground), .rows = {}, .sqlite = sqlite_in_memory(), .rivals = {}, .questions = {}});
  field->rows = rows_of_world(field->ground, World(words, options.seed));
  field->questions = draw_questions(options, field->ground);
  field->rivals.push_back(std::make_unique<NearmeRival>(field->ground, field->rows));
  auto begin = Clock::now();
  fill_sqlite(field->sqlite.get(), field->rows);
  print_filling(options, "sqlite", begin);
  field->rivals.push_back(std::make_unique<SqliteBySql>(field->sqlite.get(), field->rows));
  field->rivals.push_back(std::make_unique<SqliteByCallback>(field->sqlite.get(), field->rows));
  begin = Clock::now();
  auto postgres = std::make_unique<PostgresRival>(options.postgres, field->rows);
  print_filling(options, "postgis", begin);
  print_round_trip(options, *postgres);
  field->rivals.push_back(std::move(postgres));
  return field;
}

/// Asks everything once, which warms every engine up, too. One comparison a rival; nearme's is with itself.
std::vector<Comparison> compare(const Field& field, const AskedClass& asked) {
  const Agreement agreement(field.ground, field.rows);
  std::vector<Comparison> comparisons(field.rivals.size());
  for (std::size_t number = 0; number < field.questions.size(); ++number) {
    const Question& question = field.questions[number];
    Given ours;
    for (std::size_t rival = 0; rival < field.rivals.size(); ++rival) {
      field.rivals[rival]->ask(asked.asked, question);
      Given given = field.rivals[rival]->given();
      if (rival == 0) ours = given;
      const std::string difference = agreement.difference(asked, question, ours, given);
      Comparison& comparison = comparisons[rival];
      ++comparison.answers;
      if (difference.empty()) continue;
      if (comparison.different++ == 0) comparison.first_difference = fmt::format("query {}: {}", number, difference);
    }
  }
  return comparisons;
}

/// Rounds in turns, one of each engine after the other, until there are enough or time is over.
std::vector<FastestTimes> take_turns(const Options& options, const Field& field, Asked asked) {
  std::vector<FastestTimes> times(field.rivals.size(), FastestTimes(field.questions.size()));
  const auto begin = Clock::now();
  for (int round = 0; round < options.effort.rounds && seconds_since(begin) < options.seconds; ++round) {
    for (std::size_t rival = 0; rival < field.rivals.size(); ++rival) {
      times[rival].ask_all([&](std::size_t number) {
        field.rivals[rival]->ask(asked, field.questions[number]);
        return 0;
      });
    }
  }
  return times;
}

/// False when an answer was not as nearme's.
bool measure_class(const Options& options, const Field& field, const AskedClass& asked) {
  const auto comparisons = compare(field, asked);
  const auto times = take_turns(options, field, asked.asked);
  bool all_agree = true;
  for (std::size_t rival = 0; rival < field.rivals.size(); ++rival) {
    const Times taken = times[rival].times();
    print({{"what", "compare"},
           {"sites", options.sites},
           {"class", asked.name},
           {"engine", field.rivals[rival]->name()},
           {"p50_us", rounded(taken.p50_us)},
           {"p99_us", rounded(taken.p99_us)},
           {"rounds", taken.rounds},
           {"answers_compared", comparisons[rival].answers},
           {"answers_different", comparisons[rival].different},
           {"first_difference", comparisons[rival].first_difference}});
    all_agree = all_agree && comparisons[rival].different == 0;
  }
  return all_agree;
}

Result<int> run(const Options& options) {
  TRY(const auto field, make_field(options));
  bool all_agree = true;
  for (const AskedClass& asked : kAskedClasses) {
    if (options.only.empty() || options.only == asked.name) all_agree &= measure_class(options, *field, asked);
  }
  return all_agree ? 0 : 1;
}

}  // namespace

int main(int argument_count, char** arguments) {
  Options options;
  CLI::App application{"compare_bench: the same questions asked of nearme, SQLite and PostGIS"};
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
  application.add_option("--seconds", options.seconds, "No round of a class starts after so many seconds")
      ->capture_default_str();
  application.add_option("--image", options.image, "Where nearme's image is written")->capture_default_str();
  application.add_flag("--keep-image", options.keeps_image, "Use the image that stands there, if one does");
  application.add_option("--postgres", options.postgres, "libpq's connection string of an empty database")->required();
  application.add_option("--only", options.only, "One class alone, by its name");
  CLI11_PARSE(application, argument_count, arguments);
  const auto outcome = run(options);
  if (outcome) return *outcome;
  fmt::print(stderr, "compare_bench: {}\n", outcome.error().message);
  return 2;
}
