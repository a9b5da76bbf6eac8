// How well pairs of places are told to be one or two: precision and recall for each threshold, on labelled pairs of
// Overture Places, one JSON object a line: {"label": 0 or 1, "a": place, "b": place}.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "matching/weights.hpp"

namespace nearme {
namespace {

using Json = nlohmann::json;

struct Pair {
  bool is_one = false;
  SiteTraits a;
  SiteTraits b;
};

std::string text_in(const Json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::string first_of(const Json& place, const char* name) {
  const auto found = place.find(name);
  if (found == place.end() || !found->is_array() || found->empty() || !found->front().is_string()) return {};
  return found->front().get<std::string>();
}

SiteTraits traits_of_place(const Json& place) {
  Site site{.position = *LatLon::make({.lat = 0, .lon = 0})};
  site.name = text_in(place.at("names"), "primary");
  site.phone = first_of(place, "phones");
  site.website = first_of(place, "websites");
  const auto& address = place.at("addresses").at(0);
  site.address = {.street = text_in(address, "freeform"),
                  .city = text_in(address, "locality"),
                  .region = text_in(address, "region"),
                  .postcode = text_in(address, "postcode"),
                  .country = text_in(address, "country")};
  auto traits = traits_of(site);
  traits.position.reset();
  return traits;
}

std::vector<Pair> read_pairs(const std::string& path) {
  std::vector<Pair> pairs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto json = Json::parse(line);
    pairs.push_back(
        {.is_one = json.at("label") == 1, .a = traits_of_place(json.at("a")), .b = traits_of_place(json.at("b"))});
  }
  return pairs;
}

/// Each pair stands for one place.
NamesInUse names_in(const std::vector<Pair>& pairs) {
  NamesInUse names;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    names.add(pairs[i].a, i);
    names.add(pairs[i].b, i);
  }
  return names;
}

struct Judged {
  bool is_one = false;
  Comparison comparison;
  int score = 0;
};

struct Rates {
  double precision = 0;
  double recall = 0;
};

Rates rates_from(const std::vector<Judged>& judged, int threshold) {
  double merged = 0;
  double right = 0;
  double ones = 0;
  for (const auto& one : judged) {
    const bool is_merged = one.score >= threshold;
    ones += one.is_one ? 1 : 0;
    merged += is_merged ? 1 : 0;
    right += one.is_one && is_merged ? 1 : 0;
  }
  return {.precision = merged == 0 ? 1 : right / merged, .recall = ones == 0 ? 0 : right / ones};
}

void print_curve(const std::vector<Judged>& judged) {
  constexpr int kStep = 50;
  constexpr int kFrom = -300;
  constexpr int kTo = 600;
  fmt::print("threshold  precision  recall\n");
  for (int threshold = kFrom; threshold <= kTo; threshold += kStep) {
    const auto rates = rates_from(judged, threshold);
    fmt::print("{:9}  {:9.4f}  {:6.4f}\n", threshold, rates.precision, rates.recall);
  }
  const auto clear = rates_from(judged, kClearlyOne);
  fmt::print("merged by itself, from {} points: precision {:.4f}, recall {:.4f}\n", kClearlyOne, clear.precision,
             clear.recall);
}

/// For the fitting of the weights: the label and the findings of each pair, as numbers.
void print_findings(const std::vector<Judged>& judged) {
  for (const auto& one : judged) {
    fmt::print("{}", one.is_one ? 1 : 0);
    for (const auto finding : one.comparison.findings) fmt::print("\t{}", static_cast<int>(finding));
    fmt::print("\n");
  }
}

void print_wrong(const std::vector<Pair>& pairs, const std::vector<Judged>& judged) {
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (judged[i].is_one == (judged[i].score >= kClearlyOne)) continue;
    fmt::print("{} {} {} | {}\n", judged[i].score, judged[i].is_one ? "missed" : "wrongly one",
               pairs[i].a.name_run_together, pairs[i].b.name_run_together);
  }
}

}  // namespace
}  // namespace nearme

int main(int argc, char** argv) {
  using namespace nearme;
  CLI::App application{"Measures the matching of sites on labelled pairs"};
  std::string path;
  bool findings = false;
  bool wrong = false;
  application.add_option("PAIRS", path, "File of labelled pairs, one JSON object a line")->required();
  application.add_flag("--findings", findings, "Print the findings of each pair as numbers, for fit.mjs");
  application.add_flag("--wrong", wrong, "Print the pairs that are told wrongly");
  CLI11_PARSE(application, argc, argv);
  const auto pairs = read_pairs(path);
  const auto names = names_in(pairs);
  std::vector<Judged> judged;
  for (const auto& pair : pairs) {
    const auto comparison = compare(pair.a, pair.b, names);
    judged.push_back({.is_one = pair.is_one, .comparison = comparison, .score = score_of(comparison)});
  }
  if (findings) {
    print_findings(judged);
  } else if (wrong) {
    print_wrong(pairs, judged);
  } else {
    fmt::print("{} pairs of {}\n", pairs.size(), path);
    print_curve(judged);
  }
  return 0;
}
