#include "world/world.hpp"

#include <array>

#include <fmt/format.h>

#include "index/members.hpp"
#include "index/quality.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

constexpr std::array<std::string_view, 12> kLanguages{"en", "de", "fr", "es", "pl", "it",
                                                      "tr", "ar", "ur", "zh", "pt", "nl"};
constexpr std::array<std::string_view, 4> kTimeZones{"Europe/London", "Europe/Berlin", "America/New_York",
                                                     "Asia/Tokyo"};

void add_member(IndexEntry& entry, std::string_view family, std::string_view value) {
  entry.members.push_back(std::string(family).append(value));
}

Money random_price(Dice& dice) {
  return {.hundredths = 500 * static_cast<std::int64_t>(dice.between(4, 80)), .currency = "GBP"};
}

std::string ready_json_of(const IndexEntry& entry, std::string_view city) {
  return fmt::format(R"({{"id":"{}","name":"{}","lat":{},"lon":{},"address":{{"city":"{}"}},"url":"/sites/{}"}})",
                     entry.id.text(), entry.name, entry.position.lat(), entry.position.lon(), city, entry.slug);
}

}  // namespace

World::World(WorldWords words, std::uint64_t seed)
    : words_(std::move(words)),
      cities_(seed),
      kinds_(static_cast<std::uint32_t>(words_.kinds.size()), 0),
      languages_(kLanguages.size(), 0),
      dice_(seed) {}

IndexEntry World::next() {
  const Cities::Spot spot = cities_.draw(dice_);
  IndexEntry entry{.id = SiteId{fmt::format("s{}", number_)}, .position = spot.position};
  const std::string city = Names::of_city(spot.city);
  entry.name = names_.draw(dice_);
  entry.slug = fmt::format("site-{}", number_++);
  for (Token& token : tokenize(entry.name)) entry.words.push_back(std::move(token.word));
  entry.words.push_back(city);
  const EvidenceLevel evidence = draw_evidence();
  add_sets(entry, evidence);
  add_offers(entry, evidence);
  if (dice_.falls(0.4)) entry.rating = Rating{.value = dice_.between(2, 5), .count = 1 + dice_.below(200)};
  if (dice_.falls(0.7)) add_schedule(entry);
  entry.ready_json = ready_json_of(entry, city);
  return entry;
}

EvidenceLevel World::draw_evidence() {
  if (!dice_.falls(0.4)) return EvidenceLevel::none;
  return dice_.falls(0.3) ? EvidenceLevel::confirmed : EvidenceLevel::declared;
}

void World::add_offers(IndexEntry& entry, EvidenceLevel evidence) {
  const std::size_t last = words_.treatments.size() - 1;
  for (std::size_t number = 0; number <= last; ++number) {
    const double share = number == last ? kRareShare : kCommonShare / static_cast<double>(number + 1);
    if (!dice_.falls(share)) continue;
    const std::string& treatment = words_.treatments[number];
    // Confirmation of an offer is evidence of its site: the bound of the ranking relies on it.
    const bool confirmed = evidence == EvidenceLevel::confirmed && dice_.falls(0.7);
    IndexedOffer offer{.treatment = TreatmentId{treatment}, .price = {}, .confirmed = confirmed};
    if (dice_.falls(0.6)) offer.price = random_price(dice_);
    add_member(entry, members::kOffers, treatment);
    if (offer.confirmed) add_member(entry, members::kOffersConfirmed, treatment);
    entry.offers.push_back(std::move(offer));
  }
}

void World::add_sets(IndexEntry& entry, EvidenceLevel evidence) {
  add_member(entry, members::kKind, words_.kinds[kinds_.draw(dice_)]);
  add_member(entry, members::kLanguage, kLanguages[languages_.draw(dice_)]);
  if (dice_.falls(0.3)) add_member(entry, members::kLanguage, kLanguages[languages_.draw(dice_)]);
  if (dice_.falls(0.45)) add_member(entry, members::kWheelchair, dice_.falls(0.6) ? "yes" : "limited");
  if (evidence != EvidenceLevel::none) add_member(entry, members::kEvidence, to_string(evidence));
  entry.quality = quality_of(evidence, dice_.below(7) / 6.0);
}

/// Of a few hundred different ones: usual weeks times time zones.
void World::add_schedule(IndexEntry& entry) {
  const auto opens = static_cast<std::uint16_t>(450 + 15 * dice_.below(10));
  const auto closes = static_cast<std::uint16_t>(960 + 30 * dice_.below(10));
  Schedule schedule;
  for (std::size_t day = 0; day < 5; ++day) schedule.week[day] = {{.from = opens, .to = closes}};
  if (dice_.falls(0.5)) schedule.week[5] = {{.from = 600, .to = 840}};
  schedule.valid_from = Date{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}};
  schedule.valid_until = Date{std::chrono::year{2027}, std::chrono::December, std::chrono::day{31}};
  entry.schedule = std::make_shared<const Schedule>(std::move(schedule));
  entry.time_zone = kTimeZones[dice_.below(kTimeZones.size())];
}

}  // namespace nearme
