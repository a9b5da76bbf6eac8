#pragma once

#include <optional>
#include <string>
#include <vector>

#include "directory/site.hpp"

namespace nearme {

/// What of a site is compared, in the form in which it is compared. Empty parts are not known.
struct SiteTraits {
  std::vector<std::string> name;     ///< plain words
  std::string name_run_together;     ///< the same without spaces: "vavavooom"
  std::string phone;                 ///< its last nine digits; fewer where it has fewer, but at least six
  std::string host;                  ///< of the website, without www: "harbour.example"
  std::string path;                  ///< of the website, folded, without its question and last slash
  std::vector<std::string> street;   ///< plain words, short forms written out, without numbers
  std::vector<std::string> numbers;  ///< of the street: "12", "12a"
  std::vector<std::string> city;
  std::string postcode;  ///< its key; without the last four digits of a ZIP+4
  std::string country;
  std::optional<LatLon> position;
  double within_m = 0;  ///< how far from `position` it may be; 0 where the source gave the coordinates
};

SiteTraits traits_of(const Site& site);

}  // namespace nearme
