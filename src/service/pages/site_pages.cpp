#include <algorithm>
#include <ranges>

#include "base/json.hpp"
#include "catalogue/shown_site.hpp"
#include "hours/opening_hours.hpp"
#include "service/pages/compare_view.hpp"
#include "service/pages/open_words.hpp"
#include "service/pages/origins_view.hpp"
#include "service/pages/pages.hpp"
#include "service/pages/pages_parts.hpp"
#include "service/pages/questions_view.hpp"
#include "service/pages/site_view.hpp"
#include "service/pages/structured_data.hpp"
#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

using nlohmann::json;

constexpr std::size_t kAlternatives = 4;
constexpr std::size_t kMostCompared = 4;

std::string zone_of(const Site& site, const Gazetteer& gazetteer) {
  if (!site.time_zone.empty()) return site.time_zone;
  const auto nearest = gazetteer.nearest(site.position);
  return nearest ? std::string{nearest->time_zone} : std::string{};
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

/// The records of a site, as pages in a jurisdiction may tell of them; none where the operator has edited it.
Result<std::vector<Site>> records_shown(const Site& site, const std::string& law, const Catalogue& catalogue,
                                        Store& store) {
  if (site.source.text() == kSourceOfEdits) return std::vector<Site>{};
  TRY(auto records, store.records_of(site.id));
  for (auto& record : records) record = shown_in(law, Listing{.site = record}, catalogue).site;
  return records;
}

std::string path_of(const Site& site, std::string_view slug, const SiteSetting& setting) {
  return site_path_shown(setting.catalogue, law_of(site, setting), fmt::format("/sites/{}", slug), site.id.text());
}

}  // namespace

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

/// Others nearby that offer any of the same treatments.
Result<json> Pages::alternatives_near(const Site& site, const Search& search, Instant now) const {
  SearchRequest request{.at = site.position, .limit = kAlternatives + 1, .now = now};
  request.sort = Sort::distance;
  for (const auto& offer : site.offers) request.treatments.push_back(offer.treatment);
  TRY(const auto answer, search.run(request));
  const auto law = parts_->jurisdiction.over(site.address.country);
  auto setting = card_setting(search, law, request.treatments, now);
  setting.measured_in = site.address.country;
  auto cards = json::array();
  for (const auto& result : answer.results) {
    auto card = card_view(result, cards.size() + 1, setting);
    const auto id = json::parse(result.ready_json, nullptr, false).value("id", "");
    if (id != site.id.text() && cards.size() < kAlternatives) cards.push_back(std::move(card));
  }
  return cards;
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
  const auto law = law_of(listing.site, setting);
  TRY(const auto records, records_shown(listing.site, law, search.catalogue(), store));
  view["origins"] = origins_view(listing, records, setting);
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

}  // namespace nearme
