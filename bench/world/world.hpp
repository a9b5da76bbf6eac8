#pragma once

#include <string>
#include <vector>

#include "directory/claim.hpp"
#include "index/index_entry.hpp"
#include "world/cities.hpp"
#include "world/names.hpp"

namespace nearme {

/// What the sites of a made-up world may offer and be, by id, the most frequent first. With ten treatments and one
/// more, every share below occurs.
struct WorldWords {
  std::vector<std::string> treatments;
  std::vector<std::string> kinds;
};

/// A world of made-up sites of any size, straight to what an image is built from; the same seed gives the same sites on
/// every machine.
///
/// Sites crowd in cities. Treatment r (from 1) is offered by 30 % / r of them, so the first by 30 % and the tenth by
/// 3 %; the last by one in 2,000. Kinds, languages and words of names are as uneven. Everything is drawn independently
/// of everything else, which real directories are not: there, what goes together makes filters easier, not harder.
class World {
 public:
  World(WorldWords words, std::uint64_t seed);

  /// The next site. Its id is "s" and its number, from 0.
  [[nodiscard]] IndexEntry next();

  [[nodiscard]] const Cities& cities() const { return cities_; }

  static constexpr double kCommonShare = 0.3;
  static constexpr double kRareShare = 1.0 / 2000;

 private:
  EvidenceLevel draw_evidence();
  void add_sets(IndexEntry& entry, EvidenceLevel evidence);
  void add_offers(IndexEntry& entry, EvidenceLevel evidence);
  void add_schedule(IndexEntry& entry);

  WorldWords words_;
  Cities cities_;
  Names names_;
  Zipf kinds_;
  Zipf languages_;
  Dice dice_;
  std::uint32_t number_ = 0;
};

}  // namespace nearme
