#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "search/request_from_parameters.hpp"
#include "search/search.hpp"
#include "service/pages/frame.hpp"
#include "service/pages/language/reader.hpp"
#include "service/pages/look/look.hpp"
#include "service/pages/result_view.hpp"
#include "service/pages/site_view.hpp"
#include "store/store.hpp"

namespace nearme {

/// How much of the search page is wanted: all of it; the results alone, which the page's script swaps in; the box and
/// the results, which the component shows on pages of others.
enum class PagePart : std::uint8_t { whole, results, embed };

/// All HTML of nearme, rendered on the server: every page works without scripts, by plain forms and links.
///
/// Written for a reader: `in` gives the same pages in another language, as cheaply as a pointer is copied.
///
/// The templates and the names of the built scripts and styles come from the assets ("templates/...", "web/..."; a file
/// `web/x` is served as `/assets/x`). Knows nothing of HTTP: values in, HTML out. Errors: not_found for what does not
/// exist, invalid_input for a wrong parameter, what the store says. Immutable after `make`; threads: any.
class Pages {
 public:
  /// Errors: corrupt, with the template's name, when one is missing or cannot be parsed; invalid_input for a map's
  /// style that has no address.
  [[nodiscard]] static Result<Pages> make(Look look);

  /// The same pages for a reader; what `make` gives is for one who reads English.
  [[nodiscard]] Pages in(const PageReader& reader) const;

  /// `/`: the box, what was understood, filters, results. Takes the parameters of `/v1/search`; empty ones and `part`
  /// are passed over. A question that cannot be answered (a place that nobody knows) is told on the page.
  [[nodiscard]] Result<std::string> search(const Parameters& parameters, const Search& search, Instant now,
                                           PagePart part) const;

  /// `/sites/{slug}`: one site with offers, evidence, hours, practitioners.
  [[nodiscard]] Result<std::string> site(std::string_view slug, const Search& search, Store& store, Instant now) const;

  /// `/sites/{slug}/questions?treatment=id`: a card of questions for the consultation, to print, with what is known of
  /// the site filled in. Errors: invalid_input for a treatment that is not in the catalogue; empty is none.
  [[nodiscard]] Result<std::string> site_questions(std::string_view slug, std::string_view treatment,
                                                   const Search& search, Store& store, Instant now) const;

  /// `/compare?sites=slug,slug`: up to four sites side by side. A site that is no longer there is told on the page.
  [[nodiscard]] Result<std::string> compare(std::string_view slugs, const Search& search, Store& store,
                                            Instant now) const;

  /// `/saved`: the places that the visitor keeps, which only their browser knows.
  [[nodiscard]] std::string saved() const;

  /// `/treatments`: the catalogue's treatments and concerns by name.
  [[nodiscard]] Result<std::string> treatments(const Search& search) const;

  /// `/treatments/{id}`: the guide.
  [[nodiscard]] Result<std::string> treatment(std::string_view id, const Search& search) const;

  /// `/treatments/{id}/suitability`: questions by which readers find out for themselves whether anything is known
  /// against it. What they answer stays in their browser.
  [[nodiscard]] Result<std::string> suitability(std::string_view id, const Search& search) const;

  /// `/treatments/{id}/near/{locality}`: who offers it there, by the gazetteer's slug.
  [[nodiscard]] Result<std::string> treatment_near(std::string_view id, std::string_view locality, const Search& search,
                                                   Instant now) const;

  /// `/concerns/{id}`: what is used for it side by side; with `near`, or `lat` and `lon`, also who offers it there and
  /// at what prices.
  [[nodiscard]] Result<std::string> concern(std::string_view id, const Parameters& parameters, const Search& search,
                                            Instant now) const;

  /// `/about`: what this is, where the records come from, what leaves the visitor's device (nothing).
  [[nodiscard]] Result<std::string> about(const Search& search, Store& store) const;

  /// Whose law says what may be shown to somebody at a position: the operator's choice, else the country there, else
  /// that of all sites; empty where none is known.
  [[nodiscard]] std::string jurisdiction_at(std::optional<LatLon> position, const Search& search) const;

  /// How the operator wants the pages to look: its style sheet and its logo are files of their own.
  [[nodiscard]] const Look& look() const;

  /// The page for anything that went wrong.
  [[nodiscard]] std::string error(const Error& error) const;

 private:
  struct Parts;
  Pages(std::shared_ptr<const Parts> parts, const PageReader& reader);

  [[nodiscard]] const Language& language() const { return *reader_.language; }
  [[nodiscard]] std::string say(std::string_view key) const { return language().say(key); }
  /// The catalogue as it may be shown in a jurisdiction, and for pages of the directory as a whole.
  [[nodiscard]] const Catalogue& shown(const Search& search, const std::string& jurisdiction) const;
  [[nodiscard]] const Catalogue& shown(const Search& search) const;
  /// What sites are shown against on a page of this jurisdiction.
  [[nodiscard]] CardSetting card_setting(const Search& search, const std::string& jurisdiction,
                                         std::vector<TreatmentId> asked_for, Instant now) const;
  [[nodiscard]] SiteSetting site_setting(const Site& site, const Search& search, Instant now) const;
  /// A site as its pages may tell of it. Errors: not_found.
  [[nodiscard]] Result<Listing> listing_of(std::string_view slug, const Search& search, Store& store) const;
  [[nodiscard]] Result<nlohmann::json> answered(const Parameters& parameters, const Search& search, Instant now) const;
  [[nodiscard]] Result<nlohmann::json> alternatives_near(const Site& site, const Search& search, Instant now) const;
  [[nodiscard]] std::string render(const std::string& name, nlohmann::json view, const PageFacts& facts) const;

  std::shared_ptr<const Parts> parts_;
  PageReader reader_;
};

}  // namespace nearme
