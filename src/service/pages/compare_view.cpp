#include "service/pages/compare_view.hpp"

#include <algorithm>
#include <functional>
#include <tuple>

#include "base/json.hpp"
#include "catalogue/shown_site.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/wording.hpp"
#include "text/phone.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// What a cell says, and whether it is said with a mark (confirmed) or quietly (not known).
json cell(std::string words, bool confirmed = false) { return {{"words", std::move(words)}, {"confirmed", confirmed}}; }
json unsaid(std::string words) { return {{"words", std::move(words)}, {"unsaid", true}}; }

json row(std::string label, const std::vector<Compared>& sites, const std::function<json(const Compared&)>& say) {
  auto cells = json::array();
  for (const auto& site : sites) cells.push_back(say(site));
  return {{"label", std::move(label)}, {"cells", std::move(cells)}};
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
  const auto& language = site.setting.language;
  const auto& offers = site.listing.site.offers;
  const auto offer = std::ranges::find(offers, treatment, &Offer::treatment);
  if (offer == offers.end()) return unsaid(language.say("compare.not-stated"));
  if (!offer->price) return cell(language.say("compare.no-price"));
  return cell(language.say("price.from", {{"price", money_words(language, *offer->price)}}));
}

/// Which of two claims of a sort a cell tells: what was found not to be so, then the better confirmed, then what speaks
/// of all they do.
bool tells_more(const Claim& claim, const Claim& other, Date today) {
  const auto weight = [&](const Claim& each) {
    const auto state = state_of(each, today);
    return std::tuple(state == ClaimState::contradicted, state, each.treatment.empty());
  };
  return weight(claim) > weight(other);
}

json claim_cell(const Compared& site, std::string_view claim) {
  const auto& language = site.setting.language;
  const auto today = today_of(site);
  const Claim* told = nullptr;
  for (const auto& each : site.listing.claims) {
    if (each.claim == claim && (told == nullptr || tells_more(each, *told, today))) told = &each;
  }
  if (told == nullptr) return unsaid(language.say("compare.not-checked"));
  auto words = capitalised(language, claim_state_words(language, *told, today));
  const auto only_for =
      only_for_words(language, *told, site.setting.catalogue, law_of(site.listing.site, site.setting));
  if (!only_for.empty()) words += fmt::format(" ({})", only_for);
  return cell(std::move(words), is_confirmed_lately(*told, today));
}

json open_cell(const Compared& site) {
  const auto& [catalogue, language, schedule, zone, now, jurisdiction] = site.setting;
  if (!schedule) return unsaid(language.say("open.unknown"));
  return cell(open_words(language, state_at(*schedule, zone, now), zone, now));
}

json today_cell(const Compared& site) {
  const auto& language = site.setting.language;
  if (!site.setting.schedule) return unsaid(language.say("compare.not-known"));
  return cell(day_words(language, day_of(*site.setting.schedule, today_of(site))));
}

json text_cell(const Language& language, const std::string& text) {
  return text.empty() ? unsaid(language.say("compare.not-stated")) : cell(text);
}

json row_group(std::string title, json rows) { return {{"title", std::move(title)}, {"rows", std::move(rows)}}; }

/// One name stands for all columns: the one of a wording, where the law of any of them has one.
std::string name_shown(const TreatmentId& treatment, const std::vector<Compared>& sites) {
  const auto has_wording = [&](const Compared& site) {
    return site.setting.catalogue.wording_for(law_of(site.listing.site, site.setting), treatment) != nullptr;
  };
  const auto worded = std::ranges::find_if(sites, has_wording);
  const auto& [listing, setting, slug] = worded == sites.end() ? sites.front() : *worded;
  return setting.catalogue.name_shown(treatment, law_of(listing.site, setting), setting.language.tag());
}

json offer_rows(const std::vector<Compared>& sites) {
  auto rows = json::array();
  for (const auto& treatment : treatments_of(sites)) {
    const auto label = name_shown(treatment, sites);
    rows.push_back(row(label, sites, [&](const Compared& site) { return offer_cell(site, treatment); }));
  }
  return rows;
}

/// What is asked for of any of the sites.
bool is_asked_for(std::string_view claim, const std::vector<Compared>& sites) {
  return std::ranges::any_of(sites, [&](const Compared& site) {
    const auto asked = asked_for_claims(site.listing.site.offers, site.setting.catalogue);
    return std::ranges::find(asked, claim) != asked.end();
  });
}

json evidence_rows(const std::vector<Compared>& sites) {
  auto rows = json::array();
  for (const auto claim : asked_for_claims()) {
    if (!is_asked_for(claim, sites)) continue;
    rows.push_back(row(claim_name(sites.front().setting.language, claim), sites,
                       [&](const Compared& site) { return claim_cell(site, claim); }));
  }
  return rows;
}

/// From left to right, also within Arabic.
std::string telephone(const Site& site) {
  if (site.phone.empty()) return {};
  return "\u2066" + phone_words(site.phone, site.address.country) + "\u2069";
}

json visit_rows(const std::vector<Compared>& sites) {
  const auto& language = sites.front().setting.language;
  const auto stated = [&](std::string_view label, const std::function<std::string(const Site&)>& say) {
    return row(language.say(label), sites,
               [&](const Compared& site) { return text_cell(language, say(site.listing.site)); });
  };
  return json::array(
      {row(language.say("compare.now"), sites, open_cell), row(language.say("compare.today"), sites, today_cell),
       stated("compare.address", site_address),
       stated("compare.wheelchair", [&](const Site& site) { return wheelchair_words(language, site.wheelchair); }),
       stated("compare.languages", [&](const Site& site) { return languages_words(language, site.languages); }),
       stated("compare.telephone", telephone)});
}

}  // namespace

json compare_view(const std::vector<Compared>& sites) {
  auto columns = json::array();
  for (const auto& site : sites) {
    columns.push_back({{"name", site.listing.site.name},
                       {"url", site_path_shown(site.setting.catalogue, law_of(site.listing.site, site.setting),
                                               "/sites/" + site.slug, site.listing.site.id.text())},
                       {"kinds", site_kinds(site.listing.site, site.setting)},
                       {"fictional", site.listing.site.fictional && !says_fictional(site.listing.site.name)}});
  }
  if (sites.empty()) return {{"columns", columns}, {"groups", json::array()}};
  const auto& language = sites.front().setting.language;
  return {{"columns", columns},
          {"width", sites.size() + 1},
          {"groups", json::array({row_group(language.say("compare.offers"), offer_rows(sites)),
                                  row_group(language.say("compare.evidence"), evidence_rows(sites)),
                                  row_group(language.say("compare.visit"), visit_rows(sites))})}};
}

}  // namespace nearme
