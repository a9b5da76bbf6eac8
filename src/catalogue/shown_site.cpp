#include "catalogue/shown_site.hpp"

#include <sstream>

#include <fmt/core.h>

#include "text/percent_encoding.hpp"

namespace nearme {
namespace {

constexpr std::string_view kLeftOut = "…";

/// The words, one mark for all that follow each other and may not be shown.
std::string without_barred_words(const Catalogue& catalogue, std::string_view law, const std::string& name) {
  std::string shown;
  std::istringstream words(name);
  for (std::string word; words >> word;) {
    if (catalogue.hides(law, word)) word = kLeftOut;
    if (word == kLeftOut && shown.ends_with(kLeftOut)) continue;
    shown += (shown.empty() ? "" : " ") + word;
  }
  return shown;
}

}  // namespace

std::string site_name_shown(const Catalogue& catalogue, std::string_view law, const std::string& name,
                            const std::string& town) {
  if (!catalogue.hides(law, name)) return name;
  auto shown = without_barred_words(catalogue, law, name);
  // A brand may be spread over several words: "Bo Tox".
  if (catalogue.hides(law, shown)) shown = kLeftOut;
  if (shown != kLeftOut || town.empty()) return shown;
  return fmt::format("{} ({})", kLeftOut, town);
}

std::string site_path_shown(const Catalogue& catalogue, std::string_view law, const std::string& path,
                            std::string_view id) {
  return catalogue.hides(law, path) ? "/sites/" + percent_encode(id) : path;
}

}  // namespace nearme
