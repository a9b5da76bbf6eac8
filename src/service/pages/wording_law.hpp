#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "catalogue/catalogue.hpp"
#include "directory/listing.hpp"
#include "index/live/live_index.hpp"

namespace nearme {

/// Whose law says what pages may call a treatment: that of the jurisdiction which the operator chose, else that of the
/// country where the page's site or place is, else that of the country in which all sites of the directory are.
///
/// A jurisdiction is a code of ISO 3166, "GB" or "US-CA"; empty where none is known, and every name may be shown.
/// Threads: any; the catalogues made are kept, one for each jurisdiction that has a wording.
class WordingLaw {
 public:
  explicit WordingLaw(std::string chosen);
  WordingLaw(WordingLaw&& other) noexcept;
  WordingLaw& operator=(WordingLaw&& other) noexcept;
  ~WordingLaw();

  [[nodiscard]] const std::string& chosen() const { return chosen_; }
  [[nodiscard]] std::string over(std::string_view country) const;
  [[nodiscard]] std::string over(const LiveIndex& index) const;
  /// For a page about a place, whose country may not be known.
  [[nodiscard]] std::string over(std::string_view country, const LiveIndex& index) const;

  /// The catalogue with the names that may be shown. The catalogue must outlive this.
  [[nodiscard]] const Catalogue& shown(const Catalogue& catalogue, const std::string& jurisdiction) const;

 private:
  struct Kept;
  std::string chosen_;
  std::unique_ptr<Kept> kept_;
};

/// A listing without the words of its source that no page in a jurisdiction may show: such a description, service,
/// profession, detail of a claim or address of a website is left out whole, of the site's own name the words alone.
/// Names of people stay as they are registered.
Listing shown_in(const std::string& jurisdiction, Listing listing, const Catalogue& catalogue);

}  // namespace nearme
