#include "service/pages/compare_view.hpp"

#include <algorithm>
#include <functional>

#include <nlohmann/json.hpp>

#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// What a cell says, and whether it is said with a mark (confirmed) or quietly (not known).
json cell(std::string words, bool confirmed = false) { return {{"words", std::move(words)}, {"confirmed", confirmed}}; }
json unsaid(std::string words) { return {{"words", std::move(words)}, {"unsaid", true}}; }

json row(std::string_view label, const std::vector<Compared>& sites, const std::function<json(const Compared&)>& say) {
  auto cells = json::array();
  for (const auto& site : sites) cells.push_back(say(site));
  return {{"label", label}, {"cells", std::move(cells)}};
}

Date today_of(const Compared& site) { return local_day(site.setting.time_zone, site.setting.now); }

std::vector<TreatmentId> treatments_of(const std::vector<Compared>& sites) {
  std::vector<TreatmentId> treatments;
  for (const auto& site : sites) {
    for (const auto& offer : site.listing.site.offers) {
      if (std::ranges::count(treatments, offer.treatment) == 0) treatments.push_back(offer.treatment);
    }
  }
  // What several offer is what can be compared.
  std::ranges::stable_sort(treatments, std::ranges::greater{}, [&](const TreatmentId& treatment) {
    return std::ranges::count_if(sites, [&](const Compared& site) {
      return std::ranges::count(site.listing.site.offers, treatment, &Offer::treatment) > 0;
    });
  });
  return treatments;
}

json offer_cell(const Compared& site, const TreatmentId& treatment) {
  const auto& offers = site.listing.site.offers;
  const auto offer = std::ranges::find(offers, treatment, &Offer::treatment);
  if (offer == offers.end()) return unsaid("not stated");
  return offer->price ? cell("from " + money_words(*offer->price)) : cell("offered, price not stated");
}

json claim_cell(const Compared& site, std::string_view claim) {
  const auto today = today_of(site);
  const Claim* strongest = nullptr;
  for (const auto& each : site.listing.claims) {
    if (each.claim != claim) continue;
    if (strongest == nullptr || state_of(each, today) > state_of(*strongest, today)) strongest = &each;
  }
  if (strongest == nullptr) return unsaid("not checked");
  return cell(capitalised(claim_state_words(*strongest, today)), state_of(*strongest, today) == ClaimState::confirmed);
}

json open_cell(const Compared& site) {
  if (!site.setting.schedule) return unsaid("Opening times not known");
  const auto& [catalogue, schedule, zone, now] = site.setting;
  return cell(open_words(state_at(*schedule, zone, now), zone, now));
}

json today_cell(const Compared& site) {
  if (!site.setting.schedule) return unsaid("not known");
  return cell(day_words(day_of(*site.setting.schedule, today_of(site))));
}

json text_cell(const std::string& text, std::string_view absent) {
  return text.empty() ? unsaid(std::string(absent)) : cell(text);
}

json row_group(std::string_view title, json rows) { return {{"title", title}, {"rows", std::move(rows)}}; }

json offer_rows(const std::vector<Compared>& sites) {
  auto rows = json::array();
  for (const auto& treatment : treatments_of(sites)) {
    const auto& first = sites.front();
    const auto label = first.setting.catalogue.name_shown(treatment, first.listing.site.address.country);
    rows.push_back(row(label, sites, [&](const Compared& site) { return offer_cell(site, treatment); }));
  }
  return rows;
}

json evidence_rows(const std::vector<Compared>& sites) {
  auto rows = json::array();
  for (const auto claim : asked_for_claims()) {
    rows.push_back(row(claim_name(claim), sites, [&](const Compared& site) { return claim_cell(site, claim); }));
  }
  return rows;
}

json visit_rows(const std::vector<Compared>& sites) {
  return json::array({
      row("Now", sites, open_cell),
      row("Today", sites, today_cell),
      row("Address", sites,
          [](const Compared& site) { return text_cell(site_address(site.listing.site), "not stated"); }),
      row("Wheelchair", sites,
          [](const Compared& site) { return cell(wheelchair_words(site.listing.site.wheelchair)); }),
      row("Languages", sites,
          [](const Compared& site) { return text_cell(languages_words(site.listing.site.languages), "not stated"); }),
      row("Telephone", sites, [](const Compared& site) { return text_cell(site.listing.site.phone, "not stated"); }),
  });
}

}  // namespace

json compare_view(const std::vector<Compared>& sites) {
  auto columns = json::array();
  for (const auto& site : sites) {
    columns.push_back({{"name", site.listing.site.name},
                       {"url", "/sites/" + site.slug},
                       {"kinds", site_kinds(site.listing.site, site.setting.catalogue)},
                       {"fictional", site.listing.site.fictional && !says_fictional(site.listing.site.name)}});
  }
  if (sites.empty()) return {{"columns", columns}, {"groups", json::array()}};
  return {
      {"columns", columns},
      {"width", sites.size() + 1},
      {"groups", json::array({row_group("Treatments and prices", offer_rows(sites)),
                              row_group("Evidence", evidence_rows(sites)), row_group("A visit", visit_rows(sites))})}};
}

}  // namespace nearme
