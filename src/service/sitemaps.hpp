#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "search/search.hpp"

namespace nearme {

/// Whose law says which names may stand in the addresses of pages: jurisdictions, empty where every name may.
struct AddressLaws {
  std::string chosen;     ///< by the operator, for all pages; empty: each site and town has that of its country
  std::string catalogue;  ///< of pages about no place: the chosen one, else that of the only country with sites
};

/// A local page worth reading: a treatment and a town, nearest to at least two sites that offer it.
struct LocalPage {
  TreatmentId treatment;
  std::string town;     ///< its slug
  std::string country;  ///< of the town
};
using LocalPages = std::vector<LocalPage>;

/// In the order of the catalogue, then of the gazetteer.
LocalPages local_pages_of(const Search& search);

/// What search engines are told that there is, in files of at most 50,000 addresses (sitemaps.org, protocol 0.9): the
/// catalogue's pages, the local pages that have something to tell, every site. `address` is where the pages are
/// reached, "https://find.example.org"; without it there can be no sitemap: not_found, with the remedy.
///
/// Which local pages there are is worked out once an image. Threads: any.
class Sitemaps {
 public:
  /// `/sitemap.xml`: the names of the files.
  [[nodiscard]] Result<std::string> index(const Search& search, const std::string& address) const;

  /// `/sitemaps/{file}`: "catalogue.xml", "local-1.xml", "sites-1.xml". The addresses are those that the pages call
  /// their own (`rel="canonical"`) under these laws. Errors: not_found for any other name.
  [[nodiscard]] Result<std::string> file(std::string_view name, const Search& search, const std::string& address,
                                         const AddressLaws& laws) const;

  /// `/robots.txt`: everything may be read but the answers to single questions.
  [[nodiscard]] static std::string robots(const std::string& address);

 private:
  [[nodiscard]] std::shared_ptr<const LocalPages> local_pages(const Search& search) const;

  mutable std::mutex mutex_;
  mutable std::uint64_t image_ = 0;  ///< the checksum of the image that `local_` was worked out from
  mutable std::shared_ptr<const LocalPages> local_;
};

}  // namespace nearme
