#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "gazetteer/compile/compile.hpp"
#include "gazetteer/gazetteer.hpp"

namespace nearme {

/// A few places in the format of the source text, for tests.
constexpr std::string_view kSmallSource =
    "area\tGB\t\tcountry\tUnited Kingdom\tGB|UK|Great Britain\n"
    "area\tUS\t\tcountry\tUnited States\tUS|USA\n"
    "area\tDE\t\tcountry\tGermany\tDE|Deutschland\n"
    "area\tMC\t\tcountry\tMonaco\tMC\n"
    "area\tFJ\t\tcountry\tFiji\tFJ\n"
    "area\tGB.ENG\tGB\tregion\tEngland\tENG\n"
    "area\tUS.TX\tUS\tregion\tTexas\tTX\n"
    "area\tDE.02\tDE\tregion\tBavaria\tBayern\n"
    "area\tDE.11\tDE\tregion\tBrandenburg\t\n"
    "area\tGB.ENG.yorkshire\tGB.ENG\tdistrict\tYorkshire\t\n"
    "area\tGB.ENG.H3\tGB.ENG.yorkshire\tdistrict\tCity and Borough of Leeds\tLeeds\n"
    "place\t1\tLeeds\t\tGB.ENG.H3\t455123\t53.79648\t-1.54785\tEurope/London\n"
    "place\t2\tYork\t\tGB.ENG.yorkshire\t153717\t53.95763\t-1.08271\tEurope/London\n"
    "place\t3\tKing's Lynn\t\tGB.ENG\t46093\t52.75172\t0.39516\tEurope/London\n"
    "place\t4\tSt Albans\t\tGB.ENG\t84561\t51.75\t-0.33333\tEurope/London\n"
    "place\t5\tWashington\t\tGB.ENG\t53526\t54.9\t-1.51667\tEurope/London\n"
    "place\t6\tWashington\t\tGB.ENG\t1930\t50.90487\t-0.40649\tEurope/London\n"
    "place\t7\tLeeds\t\tUS.TX\t900\t31.0\t-99.0\tAmerica/Chicago\n"
    "place\t8\tParis\t\tUS.TX\t24782\t33.66094\t-95.55551\tAmerica/Chicago\n"
    "place\t9\tMunich\tMünchen|Muenchen|Monachium\tDE.02\t1260391\t48.13743\t11.57549\tEurope/Berlin\n"
    "place\t10\tFrankfurt (Oder)\tFrankfurt\tDE.11\t51691\t52.34714\t14.55062\tEurope/Berlin\n"
    "place\t11\tMonaco\t\tMC\t32965\t43.73333\t7.41667\tEurope/Monaco\n"
    "place\t12\tTaveuni\t\tFJ\t9000\t-16.85\t-179.97\tPacific/Fiji\n"
    "place\t\tStratford\t\tGB.ENG\t0\t51.53333\t0\tEurope/London\n";

inline LatLon position_at(double lat, double lon) { return *LatLon::make({.lat = lat, .lon = lon}); }

/// Areas of the small source, by their numbers.
constexpr std::size_t kAreaOfGermany = 2;
constexpr std::size_t kAreaOfEngland = 5;

/// The places of the small source, and a few postcodes.
inline Places small_places_for_tests() {
  auto places = *read_places(kSmallSource);
  places.postcodes = {
      {.written = "LS1", .name = "Leeds", .area = kAreaOfEngland, .position = position_at(53.797, -1.548)},
      {.written = "LS1 4AP", .name = "Leeds", .area = kAreaOfEngland, .position = position_at(53.7968, -1.5512)},
      {.written = "10115", .name = "Berlin", .area = kAreaOfGermany, .position = position_at(52.5323, 13.3846)},
      {.written = "10115", .name = "New York", .area = 1, .position = position_at(40.8111, -73.9642)},
  };
  return places;
}

inline std::vector<std::byte> compile_small_gazetteer() { return compile_gazetteer(small_places_for_tests()); }

/// A gazetteer together with the bytes that it looks into.
struct OwnedGazetteer {
  std::vector<std::byte> bytes;
  Gazetteer gazetteer;

  explicit OwnedGazetteer(std::vector<std::byte> compiled)
      : bytes(std::move(compiled)), gazetteer(*Gazetteer::open(bytes)) {}
  const Gazetteer* operator->() const { return &gazetteer; }
};

inline const OwnedGazetteer& small_gazetteer() {
  static const OwnedGazetteer kSmall(compile_small_gazetteer());
  return kSmall;
}

/// Asks everything that there is to ask, so that a number that points nowhere would be followed. Gives the number of
/// answers.
inline std::size_t ask_everything(const Gazetteer& gazetteer) {
  std::size_t answers = 0;
  for (std::uint32_t i = 0; i < gazetteer.size(); ++i) {
    const auto locality = gazetteer.at(LocalityNumber{i});
    answers += gazetteer.with_slug(locality.slug) ? 1 : 0;
    answers += gazetteer.lies_in(locality, "yorkshire") ? 1 : 0;
    answers += gazetteer.nearest(locality.position) ? 1 : 0;
  }
  for (const auto* name : {"leeds", "munchen", "washingtn", "s"}) {
    answers += gazetteer.named(name).size();
    answers += gazetteer.beginning_with(name, 5).size();
    answers += gazetteer.spelled_like(name, 5).size();
  }
  for (const auto* name : {"england", "uk", "de", "yorkshire"}) answers += gazetteer.areas_named(name).size();
  for (const auto* key : {"ls1", "ls14ap", "10115"}) answers += gazetteer.postcode(key).size();
  return answers;
}

}  // namespace nearme
