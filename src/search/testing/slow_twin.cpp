#include "search/testing/slow_twin.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "directory/json.hpp"
#include "geo/distance.hpp"
#include "index/entry/evidence.hpp"
#include "index/entry/make_entry.hpp"
#include "index/quality.hpp"
#include "text/edit_distance.hpp"
#include "text/tokens.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

// ---- what passes

template <class Value>
bool has(const std::vector<Value>& values, const Value& value) {
  return std::ranges::find(values, value) != values.end();
}

template <class Value>
bool have_common(const std::vector<Value>& a, const std::vector<Value>& b) {
  return std::ranges::any_of(a, [&](const Value& value) { return has(b, value); });
}

std::vector<TreatmentId> treatments_of(const SearchRequest& request) {
  auto treatments = request.treatments;
  for (const auto& concern : request.concerns) {
    if (!request.treatments.empty()) break;
    for (const auto& use : real_catalogue().find(concern)->treatments) treatments.push_back(use.treatment);
  }
  return treatments.empty() ? request.with_treatments : treatments;
}

/// The offers of a site of any of some treatments (of any, where there are none) that the question lets count.
std::vector<const Offer*> offers_of(const Listing& listing, const std::vector<TreatmentId>& treatments,
                                    const SearchRequest& request) {
  std::vector<const Offer*> offers;
  for (const auto& offer : listing.site.offers) {
    const bool is_one = treatments.empty() || has(treatments, offer.treatment);
    const bool must_be_confirmed = request.only_confirmed && !treatments.empty();
    if (is_one && (!must_be_confirmed || is_confirmed(offer, listing, kTestDay))) offers.push_back(&offer);
  }
  return offers;
}

bool is_cheap_enough(const Offer& offer, const SearchRequest& request) {
  return offer.price && offer.price->hundredths <= *request.price_max_hundredths &&
         (request.currency.empty() || offer.price->currency == request.currency);
}

bool offers_any(const Listing& listing, const std::vector<TreatmentId>& treatments, const SearchRequest& request) {
  return std::ranges::any_of(offers_of(listing, treatments, request), [&](const Offer* offer) {
    return !request.price_max_hundredths || is_cheap_enough(*offer, request);
  });
}

bool passes_offers(const Listing& listing, const SearchRequest& request) {
  const auto treatments = treatments_of(request);
  if (treatments.empty() && request.only_confirmed && evidence_of(listing, kTestDay) != EvidenceLevel::confirmed)
    return false;
  if ((!treatments.empty() || request.price_max_hundredths) && !offers_any(listing, treatments, request)) return false;
  for (const auto& treatment : request.with_treatments) {
    if (!offers_any(listing, {treatment}, request)) return false;
  }
  return std::ranges::none_of(listing.site.offers,
                              [&](const Offer& offer) { return has(request.without_treatments, offer.treatment); });
}

bool passes_attributes(const Site& site, const SearchRequest& request) {
  if (!request.kinds.empty() && !have_common(request.kinds, site.kinds)) return false;
  if (!request.languages.empty() && !have_common(request.languages, site.languages)) return false;
  if (!request.countries.empty() && !has(request.countries, site.address.country)) return false;
  if (request.only_wheelchair && site.wheelchair != Wheelchair::yes) return false;
  return !have_common(request.without_kinds, site.kinds) && !have_common(request.without_languages, site.languages) &&
         !has(request.without_countries, site.address.country);
}

bool passes_area(const Site& site, const SearchRequest& request) {
  if (request.radius && request.at && distance(*request.at, site.position) > *request.radius) return false;
  return !request.box || request.box->contains(site.position);
}

/// Which words of the directory a searched word stands for: itself, else those that it begins, else the least misspelt.
std::vector<std::string> meant_by(const std::string& word, const std::vector<Listing>& listings) {
  std::vector<std::string> all;
  for (const auto& listing : listings) std::ranges::copy(words_of(listing), std::back_inserter(all));
  if (has(all, word)) return {word};
  std::vector<std::string> meant;
  std::ranges::copy_if(all, std::back_inserter(meant), [&](const auto& each) { return each.starts_with(word); });
  for (int edits = 1; meant.empty() && edits <= edits_allowed(length(word)); ++edits) {
    std::ranges::copy_if(all, std::back_inserter(meant),
                         [&](const auto& each) { return edit_distance(word, each, edits).has_value(); });
  }
  return meant;
}

// ---- the order

double price_of(const Listing& listing, const SearchRequest& request) {
  double least = std::numeric_limits<double>::max();
  for (const auto* offer : offers_of(listing, treatments_of(request), request)) {
    const bool counts = offer->price && (request.currency.empty() || offer->price->currency == request.currency);
    if (counts) least = std::min(least, static_cast<double>(offer->price->hundredths));
  }
  return least;
}

double evidence_worth(const Listing& listing, const SearchRequest& request) {
  const auto treatments = treatments_of(request);
  const auto level = evidence_of(listing, kTestDay);
  const bool is_asked_offer_confirmed = std::ranges::any_of(listing.site.offers, [&](const Offer& offer) {
    return has(treatments, offer.treatment) && is_confirmed(offer, listing, kTestDay);
  });
  if (treatments.empty() ? level == EvidenceLevel::confirmed : is_asked_offer_confirmed) return 1;
  return level == EvidenceLevel::none ? 0 : 0.4;
}

/// Where distances are measured from.
std::optional<LatLon> origin_of(const SearchRequest& request) {
  if (request.at || !request.box) return request.at;
  return request.box->centre();
}

double near_of(const std::vector<Listing>& listings, LatLon from) {
  std::vector<double> distances;
  for (const auto& listing : listings) distances.push_back(distance(from, listing.site.position).count());
  if (distances.size() < 20) return 40'000;
  std::ranges::sort(distances);
  return std::clamp(distances[19], 1000.0, 40'000.0);
}

}  // namespace

std::vector<const Listing*> SlowTwin::passing(const SearchRequest& request) const {
  std::vector<std::vector<std::string>> meant;
  for (const auto& token : tokenize(request.text)) meant.push_back(meant_by(token.word, listings_));
  const auto is_called_so = [&](const Listing& listing) {
    const auto words = words_of(listing);
    return std::ranges::all_of(meant, [&](const auto& any) { return have_common(any, words); });
  };
  const auto is_open = [&](const Site& site) {
    if (!request.open_at) return true;
    const auto number = index_.schedule_number(*index_.find(site.id.text()));
    return index_.schedule_state(number, *request.open_at).state == OpenState::open;
  };
  std::vector<const Listing*> passing;
  for (const auto& listing : listings_) {
    if (passes_offers(listing, request) && passes_attributes(listing.site, request) &&
        passes_area(listing.site, request) && is_called_so(listing) && is_open(listing.site))
      passing.push_back(&listing);
  }
  return passing;
}

std::map<std::string, double> SlowTwin::scores(const SearchRequest& request) const {
  const auto origin = origin_of(request);
  const double near = origin ? near_of(listings_, *origin) : 0;
  std::map<std::string, double> scores;
  for (const auto* listing : passing(request)) {
    const auto& site = listing->site;
    const auto number = index_.schedule_number(*index_.find(site.id.text()));
    const auto state = index_.schedule_state(number, request.open_at.value_or(request.now)).state;
    const double nearness = origin ? 1 / (1 + distance(*origin, site.position).count() / near) : 0;
    const double open = state == OpenState::open ? 1 : state == OpenState::closed ? 0 : 0.5;
    const double completeness = completeness_of(site, number == 0 ? HoursKnown::no : HoursKnown::yes);
    scores[site.id.text()] =
        0.5 * nearness + 0.2 + 0.18 * evidence_worth(*listing, request) + 0.05 * open + 0.07 * completeness;
  }
  return scores;
}

std::vector<std::string> SlowTwin::answer(const SearchRequest& request) const {
  const auto scores = request.sort == Sort::best ? this->scores(request) : std::map<std::string, double>{};
  const auto key = [&](const Listing& listing) -> double {
    if (request.sort == Sort::price) return price_of(listing, request);
    if (request.sort == Sort::rating) return listing.site.rating ? -listing.site.rating->value : 1;
    return request.sort == Sort::best ? -scores.at(listing.site.id.text()) : 0;
  };
  using Row = std::tuple<double, std::string, double, std::string>;
  std::vector<Row> rows;
  const auto origin = origin_of(request);
  const auto from = origin ? to_unit_vector(*origin) : UnitVector{};
  for (const auto* listing : passing(request)) {
    const bool by_name = request.sort == Sort::name;
    rows.emplace_back(key(*listing), by_name ? fold(listing->site.name) : std::string{},
                      by_name ? 0 : chord_squared(from, to_unit_vector(listing->site.position)),
                      listing->site.id.text());
  }
  std::ranges::sort(rows);
  std::vector<std::string> ids;
  for (const auto& row : rows) ids.push_back(std::get<3>(row));
  return ids;
}

std::map<std::string, std::uint64_t> SlowTwin::facet(const SearchRequest& request, Facet facet) const {
  std::map<std::string, std::uint64_t> counts;
  for (const auto* listing : passing(request)) {
    const auto& site = listing->site;
    if (facet == Facet::treatment) {
      for (const auto& offer : site.offers) ++counts[offer.treatment.text()];
    } else if (facet == Facet::language) {
      for (const auto& language : site.languages) ++counts[fold(language)];
    } else if (facet == Facet::kind) {
      for (const auto& kind : site.kinds) ++counts[kind.text()];
    } else if (facet == Facet::wheelchair && site.wheelchair != Wheelchair::unknown) {
      ++counts[std::string{to_string(site.wheelchair)}];
    } else if (facet == Facet::evidence && evidence_of(*listing, kTestDay) != EvidenceLevel::none) {
      ++counts[std::string{to_string(evidence_of(*listing, kTestDay))}];
    }
  }
  return counts;
}

}  // namespace nearme
