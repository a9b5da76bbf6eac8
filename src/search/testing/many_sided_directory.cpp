#include "search/testing/many_sided_directory.hpp"

#include <array>
#include <random>
#include <string>

#include "search/testing/small_world.hpp"

namespace nearme {
namespace {

constexpr auto kTreatments = std::to_array<const char*>({"micro-needling", "chemical-peel", "facial", "hifu", "prp"});
constexpr auto kKinds = std::to_array<const char*>({"aesthetic-clinic", "beauty-salon", "dermatology", "pharmacy"});
constexpr auto kLanguages = std::to_array<const char*>({"en", "pl", "de-CH"});
constexpr auto kCountries = std::to_array<const char*>({"GB", "IE", "FR", ""});
constexpr auto kWords = std::to_array<const char*>(
    {"derma", "dermatique", "dermis", "skyn", "laser", "alba", "albany", "nova", "novara", "beauty", "été", "lumen"});
constexpr auto kHours = std::to_array<const char*>({"Mo-Fr 09:00-18:00", "24/7", "Mo-Su 18:00-02:00", ""});

class Making {
 public:
  Making(DirectoryShape shape, unsigned seed) : shape_(shape), random_(seed) {}

  Listing listing(std::size_t number) {
    const auto id = "s" + std::to_string(number);
    auto made = listing_at(id, pick(kWords) + " " + pick(kWords), position());
    auto& site = made.site;
    site.kinds = {KindId{pick(kKinds)}};
    site.address.country = pick(kCountries);
    site.time_zone = one_in(2) ? "Europe/London" : "Pacific/Auckland";
    site.opening_hours = pick(kHours);
    for (const auto* language : kLanguages) {
      if (one_in(2)) site.languages.emplace_back(language);
    }
    if (one_in(3)) site.wheelchair = one_in(2) ? Wheelchair::yes : Wheelchair::limited;
    if (one_in(2)) site.rating = Rating{.value = 1 + static_cast<double>(below(5)), .count = 1 + below(9)};
    if (one_in(3)) site.phone = "+44 113 496 0000";
    add_people(made);
    add_offers(made);
    return made;
  }

 private:
  unsigned below(unsigned bound) { return static_cast<unsigned>(random_() % bound); }
  bool one_in(unsigned bound) { return below(bound) == 0; }
  double fraction() { return static_cast<double>(below(1'000'000)) / 1e6; }

  template <std::size_t Count>
  std::string pick(const std::array<const char*, Count>& words) {
    return words[below(Count)];
  }

  Degrees position() {
    const double north = fraction() - 0.5;
    const double east = fraction() - 0.5;
    switch (shape_) {
      case DirectoryShape::antimeridian:
        return {.lat = -17 + north, .lon = east < 0 ? 180 + east : -180 + east};
      case DirectoryShape::poles:
        return {.lat = one_in(5) ? 90 : 90 - fraction(), .lon = 360 * east};
      case DirectoryShape::one_point:
        return {.lat = 53.8, .lon = -1.55};
      case DirectoryShape::everywhere:
        return {.lat = 180 * north, .lon = 360 * east};
      case DirectoryShape::cities:
        break;
    }
    constexpr auto kCentres = std::to_array<Degrees>({{53.8, -1.55}, {48.86, 2.35}, {52.52, 13.41}, {53.96, -1.08}});
    const auto& centre = kCentres[below(kCentres.size())];
    return {.lat = centre.lat + north * 0.3, .lon = centre.lon + east * 0.3};
  }

  Claim licence(const std::string& subject) {
    auto claim = confirmed_licence(subject);
    if (one_in(3)) claim.treatment = TreatmentId{pick(kTreatments)};
    return claim;
  }

  Claim registration(const std::string& subject) {
    auto claim = licence(subject);
    claim.claim = "registration";
    if (one_in(3)) claim.checked_by.clear();  // declared only
    return claim;
  }

  void add_people(Listing& made) {
    if (one_in(4)) made.claims.push_back(licence(made.site.id.text()));
    if (!one_in(2)) return;
    const auto id = made.site.id.text() + "-p";
    made.practitioners.push_back({.id = PractitionerId{id}, .source = SourceId{"test"}, .name = "Dr Quill"});
    if (one_in(2)) made.claims.push_back(registration(id));
  }

  void add_offers(Listing& made) {
    for (const auto* treatment : kTreatments) {
      if (!one_in(3)) continue;
      auto& offer = made.site.offers.emplace_back();
      offer.treatment = TreatmentId{treatment};
      if (!one_in(4))
        offer.price = Money{.hundredths = (20 + 10 * static_cast<std::int64_t>(below(20))) * 100,
                            .currency = one_in(3) ? "EUR" : "GBP"};
      if (!made.practitioners.empty() && one_in(2)) offer.practitioners = {made.practitioners.front().id};
    }
  }

  DirectoryShape shape_;
  std::mt19937 random_;
};

}  // namespace

std::vector<Listing> many_sided_directory(DirectoryShape shape, std::size_t count, unsigned seed) {
  Making making{shape, seed};
  std::vector<Listing> listings;
  for (std::size_t number = 0; number < count; ++number) listings.push_back(making.listing(number));
  return listings;
}

}  // namespace nearme
