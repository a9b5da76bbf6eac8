#include "service/pages/standings_view.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "service/pages/claim_words.hpp"
#include "service/pages/fields.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

json needs_view(const Language& language, const std::vector<NeedStanding>& needs) {
  auto view = json::array();
  for (const auto& need : needs)
    view.push_back({{"rule", need.text},
                    {"words", need_words(language, need)},
                    {"met", need.state == NeedState::met},
                    {"place", need.jurisdiction},
                    {"rule_source", need.source},
                    {"rule_link", safe_link(need.url)},
                    {"reviewed", need.reviewed_by.empty() ? language.say("rule.unsigned")
                                                          : language.say("rule.signed", {{"by", need.reviewed_by}})}});
  return view;
}

/// Offers that stand beside the same rules in the same way, by the names that may be shown.
struct SameStanding {
  const OfferStanding* first;
  std::vector<std::string> treatments;
};

std::vector<SameStanding> same_standings(const Listing& listing, const SiteSetting& setting) {
  std::vector<SameStanding> all;
  for (const auto& standing : listing.standings) {
    const auto& law = law_of(listing.site, setting);
    auto name = setting.catalogue.name_shown(standing.treatment, law, setting.language.tag());
    const auto known = std::ranges::find_if(all, [&](const SameStanding& each) {
      return each.first->level == standing.level && each.first->needs == standing.needs;
    });
    if (known == all.end()) {
      all.push_back({.first = &standing, .treatments = {std::move(name)}});
    } else {
      known->treatments.push_back(within_sentence(setting.language, std::move(name)));
    }
  }
  return all;
}

}  // namespace

json standings_view(const Listing& listing, const SiteSetting& setting) {
  const auto& language = setting.language;
  auto standings = json::array();
  for (const auto& [first, treatments] : same_standings(listing, setting)) {
    standings.push_back({{"treatment", listed(language, treatments)},
                         {"level", level_words(language, first->level)},
                         {"needs", needs_view(language, first->needs)}});
  }
  return standings;
}

}  // namespace nearme
