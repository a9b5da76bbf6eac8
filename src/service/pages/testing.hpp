#pragma once

#include <gtest/gtest.h>

#include "assets/assets.hpp"
#include "base/json.hpp"
#include "catalogue/catalogue_files.hpp"
#include "service/pages/language/languages.hpp"
#include "service/pages/result_view.hpp"

namespace nearme::testing_pages {

/// The project's own catalogue and gazetteer, read once.
inline const Catalogue& catalogue() {
  static const Catalogue read = *Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue"));
  return read;
}

inline const Gazetteer& gazetteer() {
  static const Gazetteer read = *Gazetteer::open(find_asset("gazetteer.bin")->bytes);
  return read;
}

inline const Instant kNow = *parse_instant("2026-11-22T12:00:00Z");

inline CardSetting setting() {
  return {.catalogue = catalogue(),
          .language = english(),
          .gazetteer = gazetteer(),
          .asked_for = {TreatmentId{"micro-needling"}},
          .now = kNow};
}

/// A result as the index keeps it: everything that a card can show.
inline constexpr std::string_view kAlpha = R"({"id":"a","name":"Alpha <Skin> Clinic","lat":53.8,"lon":-1.54,
  "address":{"street":"12 High Street","city":"Leeds","postcode":"LS1 4DY"},"kinds":["dermatology"],
  "offers":[{"treatment":"chemical-peel","price":80,"currency":"GBP"},
            {"treatment":"micro-needling","price":120,"currency":"GBP"}],
  "evidence":{"level":"confirmed","claims":[
    {"claim":"single-use-sterile","state":"declared"},
    {"claim":"registration","checked_by":"GMC","checked_at":"2026-11-01","state":"confirmed"}]},
  "phone":"+44 113 200 0000","url":"/sites/alpha","fictional":true})";

inline SearchResult alpha() {
  return {.ready_json = kAlpha,
          .distance = Metres{1234},
          .direction = "NE",
          .open = {.state = OpenState::open, .until = *parse_instant("2026-11-22T18:00:00Z")},
          .time_zone = "Europe/London",
          .match = Match::offers,
          .why = Why{.score = 0.8, .nearness = 0.5, .match = 0.2, .evidence = 0.09, .open = 0.05, .completeness = 0}};
}

}  // namespace nearme::testing_pages
