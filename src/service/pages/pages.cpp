#include "service/pages/pages.hpp"

#include <algorithm>
#include <ranges>

#include <nlohmann/json.hpp>

#include "assets/assets.hpp"
#include "hours/opening_hours.hpp"
#include "service/pages/compare_view.hpp"
#include "service/pages/frame.hpp"
#include "service/pages/guide_view.hpp"
#include "service/pages/near_view.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/question_url.hpp"
#include "service/pages/search_view.hpp"
#include "service/pages/site_view.hpp"
#include "service/pages/start_view.hpp"
#include "service/pages/structured_data.hpp"
#include "service/pages/templates.hpp"
#include "service/pages/wording.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kCardsOnAPage = 10;
constexpr std::size_t kAlternatives = 4;
constexpr std::size_t kMostCompared = 4;
constexpr Metres kNearATown = Metres::from_kilometres(25);

/// What the search takes: without the parameters that are the page's own, and without the empty fields of forms.
Parameters for_search(const Parameters& parameters) {
  Parameters kept;
  for (const auto& parameter : parameters) {
    const bool own = parameter.first == "part" || parameter.first == "shown";
    if (!own && !parameter.second.empty()) kept.push_back(parameter);
  }
  return kept;
}

CardSetting setting_of(const Search& search, std::vector<TreatmentId> asked_for, Instant now) {
  return {
      .catalogue = search.catalogue(), .gazetteer = search.gazetteer(), .asked_for = std::move(asked_for), .now = now};
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

Result<json> answered_view(const Parameters& parameters, const Search& search, Instant now) {
  const auto asked = for_search(parameters);
  TRY(auto request, search_request_from(asked, search.catalogue(), now));
  if (given(asked, "limit").empty()) request.limit = kCardsOnAPage;
  request.explain = true;
  request.facets = {Facet::language, Facet::kind};
  const auto answer = search.run(request);
  if (!answer && answer.error().kind == ErrorKind::invalid_input) return problem_view(parameters, answer.error());
  if (!answer) return std::unexpected(answer.error());
  const auto setting = setting_of(search, asked_for(answer->understood, search.catalogue()), now);
  auto view = search_view(parameters, *answer, setting);
  view["page_address"] = search_url(without(parameters, {}));
  return view;
}

std::string zone_of(const Site& site, const Gazetteer& gazetteer) {
  if (!site.time_zone.empty()) return site.time_zone;
  const auto nearest = gazetteer.nearest(site.position);
  return nearest ? std::string{nearest->time_zone} : std::string{};
}

/// The hours from a week ago on, so that this week's Monday is among the days worked out.
SiteSetting setting_of(const Site& site, const Search& search, Instant now) {
  SiteSetting setting{
      .catalogue = search.catalogue(), .schedule = {}, .time_zone = zone_of(site, search.gazetteer()), .now = now};
  if (site.opening_hours.empty()) return setting;
  const Date from{std::chrono::sys_days{local_day(setting.time_zone, now)} - std::chrono::days{7}};
  const HoursPlace place{.country = site.address.country, .position = site.position, .time_zone = setting.time_zone};
  if (auto schedule = compile_opening_hours(site.opening_hours, place, from)) setting.schedule = std::move(*schedule);
  return setting;
}

/// Others nearby that offer any of the same treatments.
Result<json> alternatives_near(const Site& site, const Search& search, Instant now) {
  SearchRequest request{.at = site.position, .limit = kAlternatives + 1, .now = now};
  request.sort = Sort::distance;
  for (const auto& offer : site.offers) request.treatments.push_back(offer.treatment);
  TRY(const auto answer, search.run(request));
  auto cards = json::array();
  for (const auto& result : answer.results) {
    auto card = card_view(result, cards.size() + 1, setting_of(search, request.treatments, now));
    const auto id = json::parse(result.ready_json, nullptr, false).value("id", "");
    if (id != site.id.text() && cards.size() < kAlternatives) cards.push_back(std::move(card));
  }
  return cards;
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

}  // namespace

struct Pages::Parts {
  Templates templates;
  Frame frame;
};

Pages::Pages(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Pages::Pages(Pages&&) noexcept = default;
Pages& Pages::operator=(Pages&&) noexcept = default;
Pages::~Pages() = default;

Result<Pages> Pages::make(Look look) {
  TRY(auto templates, Templates::make(template_texts()));
  for (const auto* name : {"search", "results", "site", "treatments", "treatment", "near", "concern", "about",
                           "compare", "saved", "error"}) {
    if (!templates.has(name)) return fail(ErrorKind::corrupt, "the template '{}' was not built into the program", name);
  }
  const auto* manifest = find_asset("web/manifest.json");
  if (manifest == nullptr) return fail(ErrorKind::corrupt, "the web bundle was not built into the program");
  TRY(auto web, WebAssets::from_manifest(manifest->text()));
  return Pages{std::make_unique<const Parts>(
      Parts{.templates = std::move(templates), .frame = Frame{std::move(look), std::move(web)}})};
}

Result<std::string> Pages::search(const Parameters& parameters, const Search& search, Instant now,
                                  PagePart part) const {
  const std::string name = part == PagePart::whole ? "search" : "results";
  if (without(for_search(parameters), {}).empty()) {
    const PageFacts facts{.title = "Find skin treatments near you",
                          .description = look().introduction,
                          .path = "/",
                          .structured = structured_start(look().name, look().address),
                          .about = &search.index()->about()};
    return parts_->templates.render(name, parts_->frame.around(start_view(search, look()), facts));
  }
  TRY(auto view, answered_view(parameters, search, now));
  const PageFacts facts{.title = view["headline"], .about = &search.index()->about()};
  return parts_->templates.render(name, parts_->frame.around(std::move(view), facts));
}

Result<std::string> Pages::site(std::string_view slug, const Search& search, Store& store, Instant now) const {
  const auto position = search.index()->find_slug(slug);
  if (!position) return fail(ErrorKind::not_found, "there is no place '{}'; it may have been removed", slug);
  TRY(const auto listing, store.find_listing(SiteId{search.index()->id(*position)}));
  if (!listing) return fail(ErrorKind::not_found, "the place '{}' is no longer listed", slug);
  const auto setting = setting_of(listing->site, search, now);
  auto view = site_view(*listing, setting);
  TRY(view["nearby"], alternatives_near(listing->site, search, now));
  const auto path = fmt::format("/sites/{}", slug);
  view["url"] = path;
  view["report_link"] = mistake_link(look(), listing->site.name, path);
  const PageFacts facts{.title = listing->site.name,
                        .description = site_description(listing->site, search.catalogue()),
                        .path = path,
                        .structured = structured_site(*listing, setting, look().address),
                        .about = &search.index()->about()};
  return parts_->templates.render("site", parts_->frame.around(std::move(view), facts));
}

Result<std::string> Pages::compare(std::string_view slugs, const Search& search, Store& store, Instant now) const {
  TRY(auto wanted, compared_slugs(slugs));
  std::vector<Compared> sites;
  auto gone = json::array();
  for (auto& slug : wanted) {
    const auto position = search.index()->find_slug(slug);
    TRY(auto listing, position ? store.find_listing(SiteId{search.index()->id(*position)}) : std::nullopt);
    if (!listing) {
      gone.push_back(slug);
      continue;
    }
    auto setting = setting_of(listing->site, search, now);
    sites.push_back({.listing = *std::move(listing), .setting = std::move(setting), .slug = std::move(slug)});
  }
  auto view = compare_view(sites);
  view["gone"] = std::move(gone);
  const PageFacts facts{.title = "Compare", .about = &search.index()->about()};
  return parts_->templates.render("compare", parts_->frame.around(std::move(view), facts));
}

std::string Pages::saved() const {
  return parts_->templates.render("saved", parts_->frame.around(json::object(), {.title = "Saved places"}));
}

Result<std::string> Pages::treatments(const Search& search) const {
  const PageFacts facts{.title = "Treatments and concerns", .path = "/treatments", .about = &search.index()->about()};
  return parts_->templates.render("treatments", parts_->frame.around(catalogue_view(search.catalogue()), facts));
}

Result<std::string> Pages::treatment(std::string_view id, const Search& search) const {
  const auto* treatment = search.catalogue().find(TreatmentId{id});
  if (treatment == nullptr) return fail(ErrorKind::not_found, "the catalogue has no treatment '{}'", id);
  const PageFacts facts{.title = std::string{name_of(treatment->names)},
                        .description = treatment->summary,
                        .path = fmt::format("/treatments/{}", id),
                        .structured = structured_treatment(*treatment, search.catalogue(), look().address),
                        .about = &search.index()->about()};
  const auto view = parts_->frame.around(treatment_view(*treatment, search.catalogue()), facts);
  return parts_->templates.render("treatment", view);
}

Result<std::string> Pages::treatment_near(std::string_view id, std::string_view locality, const Search& search,
                                          Instant now) const {
  const auto* known = search.catalogue().find(TreatmentId{id});
  if (known == nullptr) return fail(ErrorKind::not_found, "the catalogue has no treatment '{}'", id);
  const auto place = search.gazetteer().with_slug(locality);
  if (!place) return fail(ErrorKind::not_found, "the gazetteer has no place '{}'", locality);
  const auto treatment = search.catalogue().shown_in(place->country, *known);
  const SearchRequest request{.at = place->position,
                              .radius = kNearATown,
                              .treatments = {treatment.id},
                              .limit = kCardsOnAPage,
                              .explain = true,
                              .now = now};
  TRY(const auto answer, search.run(request));
  auto view = near_view(answer, treatment, *place, setting_of(search, request.treatments, now));
  const PageFacts facts{.title = fmt::format("{} near {}", name_of(treatment.names), place->name),
                        .description = near_description(answer, treatment.id),
                        .path = fmt::format("/treatments/{}/near/{}", id, place->slug),
                        .structured = structured_near(answer, treatment, *place, look().address),
                        .about = &search.index()->about()};
  return parts_->templates.render("near", parts_->frame.around(std::move(view), facts));
}

Result<std::string> Pages::concern(std::string_view id, const Search& search) const {
  const auto* concern = search.catalogue().find(ConcernId{id});
  if (concern == nullptr) return fail(ErrorKind::not_found, "the catalogue has no concern '{}'", id);
  const PageFacts facts{.title = std::string{name_of(concern->names)},
                        .description = concern->summary,
                        .path = fmt::format("/concerns/{}", id),
                        .structured = structured_concern(*concern, search.catalogue(), look().address),
                        .about = &search.index()->about()};
  const auto view = parts_->frame.around(concern_view(*concern, search.catalogue()), facts);
  return parts_->templates.render("concern", view);
}

Result<std::string> Pages::about(const Search& search, Store& store) const {
  TRY(const auto sources, store.sources());
  const PageFacts facts{
      .title = fmt::format("About {}", look().name), .path = "/about", .about = &search.index()->about()};
  return parts_->templates.render("about", parts_->frame.around(about_view(search, sources), facts));
}

const Look& Pages::look() const { return parts_->frame.look(); }

std::string Pages::error(const Error& error) const {
  const auto words = error_words(error.kind);
  json view{{"headline", words.title}, {"advice", words.advice}, {"message", capitalised(error.message)}};
  return parts_->templates.render("error", parts_->frame.around(std::move(view), {.title = std::string{words.title}}));
}

}  // namespace nearme
