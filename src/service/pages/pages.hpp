#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"
#include "search/request_from_parameters.hpp"
#include "search/search.hpp"
#include "service/pages/look/look.hpp"
#include "store/store.hpp"

namespace nearme {

/// How much of the search page is wanted: all of it, or the results alone, which the page's script swaps in.
enum class PagePart : std::uint8_t { whole, results };

/// All HTML of nearme, rendered on the server: every page works without scripts, by plain forms and links.
///
/// The templates and the names of the built scripts and styles come from the assets ("templates/...", "web/..."; a file
/// `web/x` is served as `/assets/x`). Knows nothing of HTTP: values in, HTML out. Errors: not_found for what does not
/// exist, invalid_input for a wrong parameter, what the store says. Immutable after `make`; threads: any.
class Pages {
 public:
  /// Errors: corrupt, with the template's name, when one is missing or cannot be parsed.
  [[nodiscard]] static Result<Pages> make(Look look);

  Pages(Pages&& other) noexcept;
  Pages& operator=(Pages&& other) noexcept;
  ~Pages();

  /// `/`: the box, what was understood, filters, results. Takes the parameters of `/v1/search`; empty ones and `part`
  /// are passed over. A question that cannot be answered (a place that nobody knows) is told on the page.
  [[nodiscard]] Result<std::string> search(const Parameters& parameters, const Search& search, Instant now,
                                           PagePart part) const;

  /// `/sites/{slug}`: one site with offers, evidence, hours, practitioners.
  [[nodiscard]] Result<std::string> site(std::string_view slug, const Search& search, Store& store, Instant now) const;

  /// `/compare?sites=slug,slug`: up to four sites side by side. A site that is no longer there is told on the page.
  [[nodiscard]] Result<std::string> compare(std::string_view slugs, const Search& search, Store& store,
                                            Instant now) const;

  /// `/saved`: the places that the visitor keeps, which only their browser knows.
  [[nodiscard]] std::string saved() const;

  /// `/treatments`: the catalogue's treatments and concerns by name.
  [[nodiscard]] Result<std::string> treatments(const Search& search) const;

  /// `/treatments/{id}`: the guide.
  [[nodiscard]] Result<std::string> treatment(std::string_view id, const Search& search) const;

  /// `/treatments/{id}/near/{locality}`: who offers it there, by the gazetteer's slug.
  [[nodiscard]] Result<std::string> treatment_near(std::string_view id, std::string_view locality, const Search& search,
                                                   Instant now) const;

  /// `/concerns/{id}`: what is used for it, and how strong the grounds for that are.
  [[nodiscard]] Result<std::string> concern(std::string_view id, const Search& search) const;

  /// `/about`: what this is, where the records come from, what leaves the visitor's device (nothing).
  [[nodiscard]] Result<std::string> about(const Search& search, Store& store) const;

  /// How the operator wants the pages to look: its style sheet and its logo are files of their own.
  [[nodiscard]] const Look& look() const;

  /// The page for anything that went wrong.
  [[nodiscard]] std::string error(const Error& error) const;

 private:
  struct Parts;
  explicit Pages(std::unique_ptr<const Parts> parts);
  std::unique_ptr<const Parts> parts_;
};

}  // namespace nearme
