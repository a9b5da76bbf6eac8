#include "engine/ground.hpp"

#include "assets/assets.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

constexpr std::size_t kLettersOfBeginning = 4;

}  // namespace

Instant moment_of_asking() {
  return std::chrono::sys_days{std::chrono::year{2026} / std::chrono::November / 22} + std::chrono::hours{12};
}

Result<Gazetteer> built_in_gazetteer() {
  const Asset* built_in = find_asset("gazetteer.bin");
  if (built_in == nullptr) return fail(ErrorKind::corrupt, "this program was built without its gazetteer");
  return Gazetteer::open(built_in->bytes);
}

Result<Ground> open_ground(const std::filesystem::path& image, Catalogue catalogue) {
  TRY(auto index, Index::open(image));
  TRY(auto gazetteer, built_in_gazetteer());
  OpenMoment open(*index, moment_of_asking());
  auto live = std::make_shared<const LiveIndex>(index);
  return Ground{.index = std::move(index),
                .live = std::move(live),
                .catalogue = std::move(catalogue),
                .gazetteer = std::move(gazetteer),
                .open = std::move(open)};
}

std::vector<Probe> draw_probes(const Index& index, const Cities& cities, std::size_t count, std::uint64_t seed) {
  Dice dice(seed);
  std::vector<Probe> probes;
  while (probes.size() < count) {
    const LatLon at = cities.draw(dice).position;
    Probe probe{.at = at, .from = to_unit_vector(at), .words = {}, .beginning = {}};
    for (Token& token : tokenize(index.name(SitePosition{dice.below(index.size())})))
      if (probe.words.size() < 2) probe.words.push_back(std::move(token.word));
    probe.beginning = probe.words[dice.below(2)].substr(0, kLettersOfBeginning);
    probes.push_back(std::move(probe));
  }
  return probes;
}

}  // namespace nearme
