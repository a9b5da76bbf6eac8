#include "search/testing/small_world.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

#include <gtest/gtest.h>

#include "catalogue/catalogue_files.hpp"
#include "gazetteer/compile/compile.hpp"
#include "index/image/image_builder.hpp"
#include "index/rebuild.hpp"

namespace nearme {
namespace {

template <class Value>
Value value_of(Result<Value> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return *std::move(result);
}

NamedArea area(std::string key, std::string name, std::optional<std::size_t> parent,
               std::vector<std::string> other_names) {
  return {.key = std::move(key),
          .parent = parent,
          .kind = parent ? NamedArea::Kind::region : NamedArea::Kind::country,
          .name = std::move(name),
          .other_names = std::move(other_names)};
}

Places small_places() {
  Places places;
  places.areas = {area("GB", "United Kingdom", {}, {"UK", "Great Britain"}),
                  area("GB.ENG", "England", 0, {}),
                  area("US", "United States", {}, {"USA"}),
                  area("US.AL", "Alabama", 2, {"AL"}),
                  area("US.TX", "Texas", 2, {"TX"}),
                  area("FR", "France", {}, {}),
                  area("DE", "Germany", {}, {"Deutschland"}),
                  area("CH", "Switzerland", {}, {}),
                  area("IM", "Isle of Man", {}, {})};
  const auto add = [&](std::string name, std::size_t in, std::uint32_t population, Degrees degrees,
                       std::string time_zone) {
    places.places.push_back({.name = std::move(name),
                             .other_names = {},
                             .area = in,
                             .population = population,
                             .position = *LatLon::make(degrees),
                             .time_zone = std::move(time_zone)});
  };
  add("Leeds", 1, 455'123, {.lat = 53.79648, .lon = -1.54785}, "Europe/London");
  add("Leeds", 3, 11'773, {.lat = 33.54816, .lon = -86.54443}, "America/Chicago");
  add("Paris", 5, 2'138'551, {.lat = 48.85341, .lon = 2.3488}, "Europe/Paris");
  add("Paris", 4, 24'839, {.lat = 33.66094, .lon = -95.55551}, "America/Chicago");
  add("York", 1, 153'717, {.lat = 53.95763, .lon = -1.08271}, "Europe/London");
  add("Bath", 1, 94'782, {.lat = 51.3751, .lon = -2.36172}, "Europe/London");
  add("Street", 1, 11'805, {.lat = 51.12446, .lon = -2.74309}, "Europe/London");
  add("Newcastle upon Tyne", 1, 192'382, {.lat = 54.97328, .lon = -1.61396}, "Europe/London");
  add("Berlin", 6, 3'426'354, {.lat = 52.52437, .lon = 13.41053}, "Europe/Berlin");
  add("Zürich", 7, 341'730, {.lat = 47.36667, .lon = 8.55}, "Europe/Zurich");
  add("Reading", 1, 244'070, {.lat = 51.45625, .lon = -0.97113}, "Europe/London");
  add("Peel", 8, 4'280, {.lat = 54.2226, .lon = -4.69}, "Europe/Isle_of_Man");
  return places;
}

Offer offer(const char* treatment, std::optional<int> pounds = {}) {
  Offer made{.treatment = TreatmentId{treatment}, .price = {}, .practitioners = {}};
  if (pounds) made.price = Money{.hundredths = *pounds * 100, .currency = "GBP"};
  return made;
}

}  // namespace

const Catalogue& real_catalogue() {
  static const Catalogue catalogue =
      value_of(Catalogue::load(value_of(read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue"))));
  return catalogue;
}

const Gazetteer& small_gazetteer() {
  static const auto bytes = compile_gazetteer(small_places());
  static const Gazetteer gazetteer = value_of(Gazetteer::open(bytes));
  return gazetteer;
}

Listing listing_at(const std::string& id, const std::string& name, Degrees degrees) {
  Listing listing{
      .site = {.id = SiteId{id}, .name = name, .position = *LatLon::make(degrees)}, .practitioners = {}, .claims = {}};
  listing.site.source = SourceId{"test"};
  return listing;
}

Claim confirmed_licence(const std::string& site_id) {
  return {.source = SourceId{"test"},
          .subject_id = site_id,
          .claim = "licence",
          .value = "L-1",
          .checked_by = "Test Register",
          .checked_at = Date{std::chrono::year{2026}, std::chrono::month{10}, std::chrono::day{1}},
          .expires_at = {},
          .url = ""};
}

TestIndex index_of(const std::vector<Listing>& listings) {
  ImageBuilder builder{IndexAbout{.revision = 1, .day = kTestDay}};
  for (const auto& listing : listings) builder.add(make_entry(listing, real_catalogue(), kTestDay));
  TestIndex made{.bytes = std::move(builder).build(), .index = nullptr};
  made.index = value_of(Index::open(std::span<const std::byte>{made.bytes}));
  return made;
}

std::vector<Listing> small_directory() {
  auto alpha = listing_at("alpha", "Alpha Skin Clinic", {.lat = 53.80, .lon = -1.55});
  alpha.site.kinds = {KindId{"aesthetic-clinic"}};
  alpha.site.offers = {offer("micro-needling", 120), offer("chemical-peel", 80)};
  alpha.site.address = {
      .street = "1 Park Row", .city = "Leeds", .region = "England", .postcode = "LS1 4AP", .country = "GB"};
  alpha.site.time_zone = "Europe/London";
  alpha.site.opening_hours = "Mo-Sa 09:00-18:00";
  alpha.claims = {confirmed_licence("alpha")};

  auto beta = listing_at("beta", "Beta Beauty", {.lat = 53.79, .lon = -1.53});
  beta.site.kinds = {KindId{"beauty-salon"}};
  beta.site.offers = {offer("micro-needling", 60), offer("facial", 40)};
  beta.site.wheelchair = Wheelchair::yes;
  beta.site.time_zone = "Europe/London";
  beta.site.opening_hours = "24/7";

  auto gamma = listing_at("gamma", "Gamma Dermatology, Dr Patel", {.lat = 53.81, .lon = -1.50});
  gamma.site.kinds = {KindId{"dermatology"}};
  gamma.site.offers = {offer("laser-resurfacing", 300)};
  gamma.site.languages = {"en", "pl"};

  auto delta = listing_at("delta", "Delta Pharmacy", {.lat = 53.795, .lon = -1.545});
  delta.site.kinds = {KindId{"pharmacy"}};
  auto epsilon = listing_at("epsilon", "Epsilon Dental", {.lat = 53.83, .lon = -1.60});
  epsilon.site.kinds = {KindId{"dentist"}};
  auto zeta = listing_at("zeta", "Zeta Aesthetics", {.lat = 53.85, .lon = -1.40});
  zeta.site.kinds = {KindId{"aesthetic-clinic"}};
  auto eta = listing_at("eta", "Eta of York", {.lat = 53.96, .lon = -1.08});
  eta.site.kinds = {KindId{"aesthetic-clinic"}};
  eta.site.offers = {offer("hifu", 500)};
  auto paris = listing_at("paris", "Clinique de Paris", {.lat = 48.86, .lon = 2.35});
  paris.site.kinds = {KindId{"dermatology"}};
  paris.site.offers = {offer("micro-needling")};
  auto texas = listing_at("texas", "Lone Star Skin", {.lat = 33.66, .lon = -95.55});
  texas.site.offers = {offer("micro-needling", 200)};
  return {alpha, beta, gamma, delta, epsilon, zeta, eta, paris, texas};
}

std::vector<Listing> random_directory(unsigned seed, std::size_t count) {
  std::mt19937 random{seed};
  const auto below = [&](unsigned bound) { return static_cast<unsigned>(random() % bound); };
  constexpr auto kCentres = std::to_array<Degrees>({{.lat = 53.8, .lon = -1.55},
                                                    {.lat = -17.0, .lon = 179.99},
                                                    {.lat = 89.9, .lon = 10},
                                                    {.lat = 48.86, .lon = 2.35}});
  constexpr auto kTreatments = std::to_array<const char*>({"micro-needling", "chemical-peel", "facial", "hifu", "prp"});
  constexpr auto kKinds = std::to_array<const char*>({"aesthetic-clinic", "beauty-salon", "dermatology", "pharmacy"});
  std::normal_distribution<double> spread{0, 0.08};
  std::vector<Listing> listings;
  for (std::size_t i = 0; i < count; ++i) {
    const auto centre = kCentres[below(kCentres.size())];
    const double lat = std::clamp(centre.lat + spread(random), -90.0, 90.0);
    const double lon = centre.lon + spread(random);
    const auto id = "s" + std::to_string(i);
    auto listing =
        listing_at(id, "Site " + std::to_string(below(50)), {.lat = lat, .lon = lon >= 180 ? lon - 360 : lon});
    listing.site.kinds = {KindId{kKinds[below(kKinds.size())]}};
    for (const auto* treatment : kTreatments) {
      if (below(3) == 0)
        listing.site.offers.push_back(
            offer(treatment, below(4) == 0 ? std::nullopt : std::optional{static_cast<int>(20 + below(20) * 10)}));
    }
    if (below(4) == 0) listing.site.wheelchair = Wheelchair::yes;
    if (below(3) == 0) listing.site.rating = Rating{.value = 1 + below(9) / 2.0, .count = 1 + below(100)};
    if (below(3) == 0) listing.claims = {confirmed_licence(id)};
    listings.push_back(std::move(listing));
  }
  return listings;
}

}  // namespace nearme
