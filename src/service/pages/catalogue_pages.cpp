#include <algorithm>

#include "base/json.hpp"
#include "catalogue/shown_site.hpp"
#include "service/pages/concern_near.hpp"
#include "service/pages/concern_view.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/near_view.hpp"
#include "service/pages/pages.hpp"
#include "service/pages/pages_parts.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/structured_data.hpp"
#include "service/pages/suitability_view.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kSitesOfATown = 10;
constexpr Metres kNearATown = Metres::from_kilometres(25);

/// The names of the nearest places as the law lets them be shown.
void keep_to(const std::string& law, const Catalogue& catalogue, NearConcern& near) {
  for (auto& [treatment, offered] : near.offered) {
    offered.nearest_name = site_name_shown(catalogue, law, offered.nearest_name, near.place ? near.place->name : "");
    offered.nearest_path = site_path_shown(catalogue, law, offered.nearest_path, offered.nearest_id);
  }
}

/// Of a page about a treatment and about no place. Where neither the operator nor the one country of all sites says
/// whose law holds, it is that of the wording whose word the address has: so a link on a British page leads to one that
/// may be shown in Britain.
std::string law_of_address(std::string_view word, const WordingLaw& laws, const Search& search) {
  auto law = laws.over(*search.index());
  if (!law.empty()) return law;
  const auto wordings = search.catalogue().wordings();
  const auto worded = std::ranges::find(wordings, word, address_word);
  return worded == wordings.end() ? law : worded->jurisdictions.front();
}

}  // namespace

Result<std::string> Pages::treatments(const Search& search) const {
  const PageFacts facts{.title = say("catalogue.title"), .path = "/treatments", .about = &search.index()->about()};
  return render("treatments", catalogue_view(shown(search), language()), facts);
}

Result<std::string> Pages::treatment(std::string_view id, const Search& search) const {
  const auto& catalogue = shown(search, law_of_address(id, parts_->jurisdiction, search));
  const auto* treatment = catalogue.treatment_at(id);
  if (treatment == nullptr) return fail(ErrorKind::not_found, "the catalogue has no treatment '{}'", id);
  const PageFacts facts{.title = std::string{name_of(treatment->names, language().tag())},
                        .description = treatment->summary,
                        .path = treatment_path(*treatment),
                        .structured = structured_treatment(*treatment, catalogue, look().address),
                        .about = &search.index()->about()};
  return render("treatment", treatment_view(*treatment, catalogue, language()), facts);
}

Result<std::string> Pages::suitability(std::string_view id, const Search& search) const {
  const auto& catalogue = shown(search, law_of_address(id, parts_->jurisdiction, search));
  const auto* treatment = catalogue.treatment_at(id);
  if (treatment == nullptr) return fail(ErrorKind::not_found, "the catalogue has no treatment '{}'", id);
  json view{{"suitability", suitability_view(*treatment, catalogue, language())}};
  const Language::Values named{{"in_sentence", view["suitability"]["in_sentence"].get<std::string>()}};
  const PageFacts facts{.title = language().say("suit.title", named),
                        .description = language().say("suit.description", named),
                        .path = treatment_path(*treatment) + "/suitability",
                        .about = &search.index()->about()};
  return render("suitability_page", std::move(view), facts);
}

Result<std::string> Pages::treatment_near(std::string_view id, std::string_view locality, const Search& search,
                                          Instant now) const {
  const auto* known = search.catalogue().treatment_at(id);
  if (known == nullptr) return fail(ErrorKind::not_found, "the catalogue has no treatment '{}'", id);
  const auto place = search.gazetteer().with_slug(locality);
  if (!place) return fail(ErrorKind::not_found, "the gazetteer has no place '{}'", locality);
  const auto law = parts_->jurisdiction.over(place->country);
  const auto& treatment = *shown(search, law).find(known->id);
  const SearchRequest request{.at = place->position,
                              .radius = kNearATown,
                              .treatments = {treatment.id},
                              .limit = kSitesOfATown,
                              .explain = true,
                              .ratings_count = look().ranks_ratings,
                              .now = now};
  TRY(const auto answer, search.run(request));
  auto setting = card_setting(search, law, request.treatments, now);
  setting.measured_in = place->country;
  auto view = near_view(answer, treatment, *place, setting);
  const PageFacts facts{.title = language().say("near.title", {{"treatment", view["treatment"].get<std::string>()},
                                                               {"town", std::string{place->name}}}),
                        .description = near_description(answer, treatment.id, *place, language()),
                        .path = fmt::format("{}/near/{}", treatment_path(treatment), place->slug),
                        .structured = structured_near(view["cards"], treatment, *place, look().address),
                        .about = &search.index()->about()};
  return render("near", std::move(view), facts);
}

Result<std::string> Pages::concern(std::string_view id, const Parameters& parameters, const Search& search,
                                   Instant now) const {
  const auto* known = search.catalogue().find(ConcernId{id});
  if (known == nullptr) return fail(ErrorKind::not_found, "the catalogue has no concern '{}'", id);
  TRY(auto near, near_concern(*known, without_lang(parameters), search, now));
  const auto law = parts_->jurisdiction.over(near.country, *search.index());
  const auto& catalogue = shown(search, law);
  keep_to(law, catalogue, near);
  const auto path = fmt::format("/concerns/{}", id);
  const auto question = search_url(near.asked).substr(1);
  const PageFacts facts{.title = std::string{name_of(known->names, language().tag())},
                        .description = known->summary,
                        .path = path,
                        .here = path + question,
                        .structured = structured_concern(*known, catalogue, look().address),
                        .about = &search.index()->about()};
  return render("concern", concern_view(*known, near, {.catalogue = catalogue, .language = language()}), facts);
}

}  // namespace nearme
