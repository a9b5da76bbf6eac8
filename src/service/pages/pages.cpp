#include "service/pages/pages.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include <nlohmann/json.hpp>

#include "assets/assets.hpp"
#include "catalogue/shown_site.hpp"
#include "hours/opening_hours.hpp"
#include "service/pages/chosen_time.hpp"
#include "service/pages/compare_view.hpp"
#include "service/pages/concern_near.hpp"
#include "service/pages/concern_view.hpp"
#include "service/pages/fictional_mark.hpp"
#include "service/pages/filter_counts.hpp"
#include "service/pages/frame.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/language/languages.hpp"
#include "service/pages/near_view.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/questions_view.hpp"
#include "service/pages/search_view.hpp"
#include "service/pages/site_view.hpp"
#include "service/pages/start_view.hpp"
#include "service/pages/structured_data.hpp"
#include "service/pages/suitability_view.hpp"
#include "service/pages/templates.hpp"
#include "service/pages/wording.hpp"
#include "service/pages/wording_law.hpp"
#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::array kTemplates{"search",           "results",  "site",    "treatments", "treatment", "near",
                                "concern",          "about",    "compare", "saved",      "error",     "embed",
                                "suitability_page", "questions"};
constexpr std::array<std::string_view, 4> kOwnParameters{"part", "shown", "lang", "open_at"};
constexpr std::size_t kCardsOnAPage = 10;
constexpr std::size_t kAlternatives = 4;
constexpr std::size_t kMostCompared = 4;
constexpr Metres kNearATown = Metres::from_kilometres(25);

/// What the search takes: without the parameters that are the page's own, and without the empty fields of forms.
Parameters for_search(const Parameters& parameters) {
  Parameters kept;
  for (const auto& parameter : parameters) {
    const bool own = std::ranges::count(kOwnParameters, parameter.first) > 0;
    const bool of_no_price = parameter.first == "currency" && given(parameters, "price_max").empty();
    if (!own && !of_no_price && !parameter.second.empty()) kept.push_back(parameter);
  }
  return kept;
}

/// The language is the reader's, and no part of the question.
Parameters without_lang(const Parameters& parameters) {
  auto kept = parameters;
  std::erase_if(kept, [](const auto& parameter) { return parameter.first == "lang"; });
  return kept;
}

/// The offers to show first: those asked for, else those used for the concerns asked for.
std::vector<TreatmentId> asked_for(const Understood& understood, const Catalogue& catalogue) {
  auto treatments = understood.treatments;
  for (const auto& id : understood.concerns) {
    const auto* concern = catalogue.find(id);
    if (concern == nullptr) continue;
    for (const auto& used : concern->treatments) treatments.push_back(used.treatment);
  }
  return treatments;
}

std::string zone_of(const Site& site, const Gazetteer& gazetteer) {
  if (!site.time_zone.empty()) return site.time_zone;
  const auto nearest = gazetteer.nearest(site.position);
  return nearest ? std::string{nearest->time_zone} : std::string{};
}

/// Open at the time that was chosen by the clock of the place asked for.
Result<void> open_as_chosen(SearchRequest& request, std::string_view chosen, const Search& search) {
  if (chosen.empty()) return {};
  const auto time = read_chosen_time(chosen);
  if (!time) return fail_parameter("open_at", "open_at: '{}' is no time such as 2026-11-28T18:00", chosen);
  const auto understood = search.run(request);
  const bool has_place = understood && understood->understood.place;
  const auto town = has_place ? search.gazetteer().nearest(understood->understood.place->position) : std::nullopt;
  request.open_at = moment_of(*time, town ? std::string{town->time_zone} : std::string{});
  request.open_now = false;
  return {};
}

/// "a,b" as its parts, each once.
Result<std::vector<std::string>> compared_slugs(std::string_view slugs) {
  std::vector<std::string> parts;
  for (const auto& part : std::views::split(slugs, ',')) {
    std::string slug(part.begin(), part.end());
    if (!slug.empty() && std::ranges::count(parts, slug) == 0) parts.push_back(std::move(slug));
  }
  if (parts.size() > kMostCompared)
    return fail_parameter("sites", "{} places were named; at most {} stand side by side", parts.size(), kMostCompared);
  return parts;
}

/// By the slug in the addresses of pages, or by the id, which stands there where the law bars the slug.
std::optional<PlacedSite> place_at(std::string_view slug, const LiveIndex& index) {
  const auto position = index.find_slug(slug);
  return position ? position : index.find(slug);
}

/// The names of the nearest places as the law lets them be shown.
void keep_to(const std::string& law, const Catalogue& catalogue, NearConcern& near) {
  for (auto& [treatment, offered] : near.offered) {
    offered.nearest_name = site_name_shown(catalogue, law, offered.nearest_name, near.place ? near.place->name : "");
    offered.nearest_path = site_path_shown(catalogue, law, offered.nearest_path, offered.nearest_id);
  }
}

std::string path_of(const Site& site, std::string_view slug, const SiteSetting& setting) {
  return site_path_shown(setting.catalogue, law_of(site, setting), fmt::format("/sites/{}", slug), site.id.text());
}

}  // namespace

struct Pages::Parts {
  std::map<std::string, Templates> templates;  ///< by the tag of their language
  Frame frame;
  WordingLaw jurisdiction;
};

Pages::Pages(std::shared_ptr<const Parts> parts, const PageReader& reader)
    : parts_(std::move(parts)), reader_(reader) {}

Pages Pages::in(const PageReader& reader) const { return {parts_, reader}; }

Result<Pages> Pages::make(Look look) {
  std::map<std::string, Templates> templates;
  for (const auto& language : languages()) {
    TRY(auto texts, template_texts(language));
    TRY(auto made, Templates::make(std::move(texts)));
    for (const auto* name : kTemplates) {
      if (!made.has(name)) return fail(ErrorKind::corrupt, "the template '{}' was not built into the program", name);
    }
    templates.emplace(language.tag(), std::move(made));
  }
  const auto* manifest = find_asset("web/manifest.json");
  if (manifest == nullptr) return fail(ErrorKind::corrupt, "the web bundle was not built into the program");
  TRY(auto web, WebAssets::from_manifest(manifest->text()));
  WordingLaw jurisdiction(look.jurisdiction);
  Parts parts{.templates = std::move(templates),
              .frame = Frame{std::move(look), std::move(web)},
              .jurisdiction = std::move(jurisdiction)};
  return Pages{std::make_shared<const Parts>(std::move(parts)), {.language = &english()}};
}

std::string Pages::render(const std::string& name, json view, const PageFacts& facts) const {
  const auto& templates = parts_->templates.at(language().tag());
  auto framed = parts_->frame.around(std::move(view), facts, reader_);
  say_fictional_mark(framed, language());
  const auto html = templates.render(name, framed);
  return reader_.is_chosen ? keep_lang(html, language().tag()) : html;
}

const Catalogue& Pages::shown(const Search& search, const std::string& jurisdiction) const {
  return parts_->jurisdiction.shown(search.catalogue(), jurisdiction);
}

const Catalogue& Pages::shown(const Search& search) const {
  return shown(search, parts_->jurisdiction.over(*search.index()));
}

std::string Pages::jurisdiction_at(std::optional<LatLon> position, const Search& search) const {
  const auto nearest = position ? search.gazetteer().nearest(*position) : std::nullopt;
  return parts_->jurisdiction.over(nearest ? nearest->country : "", *search.index());
}

CardSetting Pages::card_setting(const Search& search, const std::string& jurisdiction,
                                std::vector<TreatmentId> asked_for, Instant now) const {
  return {.catalogue = shown(search, jurisdiction),
          .language = language(),
          .gazetteer = search.gazetteer(),
          .asked_for = std::move(asked_for),
          .now = now,
          .jurisdiction = look().jurisdiction};
}

/// The hours from a week ago on, so that this week's Monday is among the days worked out.
SiteSetting Pages::site_setting(const Site& site, const Search& search, Instant now) const {
  SiteSetting setting{.catalogue = shown(search, parts_->jurisdiction.over(site.address.country)),
                      .language = language(),
                      .schedule = {},
                      .time_zone = zone_of(site, search.gazetteer()),
                      .now = now,
                      .jurisdiction = look().jurisdiction};
  if (site.opening_hours.empty()) return setting;
  const Date from{std::chrono::sys_days{local_day(setting.time_zone, now)} - std::chrono::days{7}};
  const HoursPlace place{.country = site.address.country, .position = site.position, .time_zone = setting.time_zone};
  if (auto schedule = compile_opening_hours(site.opening_hours, place, from)) setting.schedule = std::move(*schedule);
  return setting;
}

Result<json> Pages::answered(const Parameters& parameters, const Search& search, Instant now) const {
  const auto asked = for_search(parameters);
  TRY(auto request, search_request_from(asked, search.catalogue(), now));
  TRY_VOID(open_as_chosen(request, given(parameters, "open_at"), search));
  if (given(asked, "limit").empty()) request.limit = kCardsOnAPage;
  request.explain = true;
  request.ratings_count = look().ranks_ratings;
  const auto answer = search.run(request);
  if (!answer && answer.error().kind == ErrorKind::invalid_input)
    return problem_view(parameters, answer.error(), language());
  if (!answer) return std::unexpected(answer.error());
  const auto& place = answer->understood.place;
  const auto law = parts_->jurisdiction.over(place ? place->country : "", *search.index());
  const auto setting = card_setting(search, law, asked_for(answer->understood, search.catalogue()), now);
  auto view = search_view(parameters, *answer, count_filters(search, request, *answer), setting);
  view["page_address"] = search_url(without(parameters, {}));
  return view;
}

/// Others nearby that offer any of the same treatments.
Result<json> Pages::alternatives_near(const Site& site, const Search& search, Instant now) const {
  SearchRequest request{.at = site.position, .limit = kAlternatives + 1, .now = now};
  request.sort = Sort::distance;
  for (const auto& offer : site.offers) request.treatments.push_back(offer.treatment);
  TRY(const auto answer, search.run(request));
  const auto law = parts_->jurisdiction.over(site.address.country);
  const auto setting = card_setting(search, law, request.treatments, now);
  auto cards = json::array();
  for (const auto& result : answer.results) {
    auto card = card_view(result, cards.size() + 1, setting);
    const auto id = json::parse(result.ready_json, nullptr, false).value("id", "");
    if (id != site.id.text() && cards.size() < kAlternatives) cards.push_back(std::move(card));
  }
  return cards;
}

Result<std::string> Pages::search(const Parameters& all_parameters, const Search& search, Instant now,
                                  PagePart part) const {
  const auto parameters = without_lang(all_parameters);
  const std::string name = part == PagePart::whole ? "search" : part == PagePart::results ? "results" : "embed";
  if (without(for_search(parameters), {}).empty()) {
    auto view = start_view(shown(search), search, look(), language());
    const PageFacts facts{.title = say("start.title"),
                          .description = view["introduction"],
                          .path = "/",
                          .structured = structured_start(look().name, look().address),
                          .about = &search.index()->about()};
    return render(name, std::move(view), facts);
  }
  TRY(auto view, answered(parameters, search, now));
  const PageFacts facts{
      .title = view["headline"], .here = search_url(without(parameters, {})), .about = &search.index()->about()};
  return render(name, std::move(view), facts);
}

Result<Listing> Pages::listing_of(std::string_view slug, const Search& search, Store& store) const {
  const auto position = place_at(slug, *search.index());
  if (!position) return fail(ErrorKind::not_found, "there is no place '{}'; it may have been removed", slug);
  TRY(auto listing, store.find_listing(SiteId{search.index()->id(*position)}));
  if (!listing) return fail(ErrorKind::not_found, "the place '{}' is no longer listed", slug);
  const auto law = parts_->jurisdiction.over(listing->site.address.country);
  return shown_in(law, *std::move(listing), search.catalogue());
}

Result<std::string> Pages::site(std::string_view slug, const Search& search, Store& store, Instant now) const {
  TRY(const auto listing, listing_of(slug, search, store));
  const auto setting = site_setting(listing.site, search, now);
  auto view = site_view(listing, setting);
  TRY(view["nearby"], alternatives_near(listing.site, search, now));
  const auto path = path_of(listing.site, slug, setting);
  view["url"] = path;
  view["report_link"] = mistake_link(look(), listing.site.name, path);
  const PageFacts facts{.title = listing.site.name,
                        .description = site_description(listing.site, setting),
                        .path = path,
                        .structured = structured_site(listing, setting, look().address),
                        .about = &search.index()->about()};
  return render("site", std::move(view), facts);
}

Result<std::string> Pages::site_questions(std::string_view slug, std::string_view treatment, const Search& search,
                                          Store& store, Instant now) const {
  TRY(const auto listing, listing_of(slug, search, store));
  const auto setting = site_setting(listing.site, search, now);
  const auto* asked = treatment.empty() ? nullptr : setting.catalogue.treatment_at(treatment);
  if (asked == nullptr && !treatment.empty())
    return fail_parameter("treatment", "treatment: the catalogue has no treatment '{}'", treatment);
  auto view = questions_view(listing, setting, asked);
  view["url"] = path_of(listing.site, slug, setting);
  auto here = view["url"].get<std::string>() + "/questions";
  if (asked != nullptr) here += "?treatment=" + asked->address_word;
  const PageFacts facts{.title = language().say("ask.page-title", {{"site", listing.site.name}}),
                        .here = std::move(here),
                        .about = &search.index()->about()};
  return render("questions", std::move(view), facts);
}

Result<std::string> Pages::compare(std::string_view slugs, const Search& search, Store& store, Instant now) const {
  TRY(auto wanted, compared_slugs(slugs));
  std::vector<Compared> sites;
  auto gone = json::array();
  for (auto& slug : wanted) {
    const auto position = place_at(slug, *search.index());
    TRY(auto listing, position ? store.find_listing(SiteId{search.index()->id(*position)}) : std::nullopt);
    if (!listing) {
      gone.push_back(slug);
      continue;
    }
    auto setting = site_setting(listing->site, search, now);
    const auto law = parts_->jurisdiction.over(listing->site.address.country);
    sites.push_back({.listing = shown_in(law, *std::move(listing), search.catalogue()),
                     .setting = std::move(setting),
                     .slug = std::move(slug)});
  }
  auto view = compare_view(sites);
  view["gone"] = std::move(gone);
  const auto here = "/compare?sites=" + percent_encode(slugs);
  const PageFacts facts{.title = say("compare.title"), .here = here, .about = &search.index()->about()};
  return render("compare", std::move(view), facts);
}

std::string Pages::saved() const {
  return render("saved", json::object(), {.title = say("saved.title"), .here = "/saved"});
}

Result<std::string> Pages::treatments(const Search& search) const {
  const PageFacts facts{.title = say("catalogue.title"), .path = "/treatments", .about = &search.index()->about()};
  return render("treatments", catalogue_view(shown(search), language()), facts);
}

Result<std::string> Pages::treatment(std::string_view id, const Search& search) const {
  const auto& catalogue = shown(search);
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
  const auto& catalogue = shown(search);
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
                              .limit = kCardsOnAPage,
                              .explain = true,
                              .ratings_count = look().ranks_ratings,
                              .now = now};
  TRY(const auto answer, search.run(request));
  auto view = near_view(answer, treatment, *place, card_setting(search, law, request.treatments, now));
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

Result<std::string> Pages::about(const Search& search, Store& store) const {
  TRY(const auto sources, store.sources());
  const PageFacts facts{.title = language().say("about.title", Language::Values{{"frame.name", look().name}}),
                        .path = "/about",
                        .about = &search.index()->about()};
  return render("about", about_view(search, sources, language()), facts);
}

const Look& Pages::look() const { return parts_->frame.look(); }

std::string Pages::error(const Error& error) const {
  const auto words = error_words(language(), error.kind);
  const auto message = language().tag() == "en" ? capitalised(english(), error.message) + "." : std::string{};
  json view{{"headline", words.title}, {"advice", words.advice}, {"message", message}};
  return render("error", std::move(view), {.title = words.title});
}

}  // namespace nearme
