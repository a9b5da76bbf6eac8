#include "service/sitemaps.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <unordered_map>

#include "base/vectors.hpp"
#include "catalogue/shown_site.hpp"
#include "geo/distance.hpp"
#include "index/members.hpp"

namespace nearme {
namespace {

constexpr std::size_t kMostInAFile = 50'000;
constexpr std::size_t kWorthAPage = 2;
constexpr std::string_view kNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Nearest towns by cells of a twentieth of a degree: many sites share one, and a few kilometres make no difference.
class Towns {
 public:
  explicit Towns(const Gazetteer& gazetteer) : gazetteer_(gazetteer) {}

  std::optional<LocalityNumber> nearest(LatLon position) {
    const auto row = static_cast<std::int64_t>(std::floor(position.lat() * 20));
    const auto column = static_cast<std::int64_t>(std::floor(position.lon() * 20));
    const auto [found, is_new] = by_cell_.try_emplace(row * 100'000 + column);
    if (is_new) {
      if (const auto town = gazetteer_.nearest(position)) found->second = town->number;
    }
    return found->second;
  }

 private:
  const Gazetteer& gazetteer_;
  std::unordered_map<std::int64_t, std::optional<LocalityNumber>> by_cell_;
};

std::size_t files_for(std::size_t addresses) { return (addresses + kMostInAFile - 1) / kMostInAFile; }

/// "sites-3.xml" with "sites" is 2, counted from none.
std::optional<std::size_t> number_in(std::string_view name, std::string_view kind) {
  if (!name.starts_with(kind) || !name.ends_with(".xml") || name.size() < kind.size() + 6) return std::nullopt;
  const auto digits = name.substr(kind.size() + 1, name.size() - kind.size() - 5);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = error == std::errc{} && end == digits.data() + digits.size() && number > 0;
  if (name[kind.size()] != '-' || !is_number) return std::nullopt;
  return number - 1;
}

/// A file of addresses. Paths hold only letters, digits and -._~/%, so that nothing needs to be escaped in XML.
template <class Paths>
std::string list_of(const Paths& paths, const std::string& address) {
  auto xml = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"{}\">\n", kNamespace);
  for (const auto& path : paths) fmt::format_to(std::back_inserter(xml), "<url><loc>{}{}</loc></url>\n", address, path);
  return xml + "</urlset>\n";
}

/// The image alone: what has changed since then is in the next one, minutes later.
const Index& image_of(const Search& search) { return *search.index()->segments().front().index; }

/// Whether there are sites where a wording holds.
bool holds_anywhere(const Wording& wording, const Index& index) {
  return std::ranges::any_of(wording.jurisdictions, [&](const std::string& jurisdiction) {
    return !index.members().find(std::string(members::kCountry) + jurisdiction).empty();
  });
}

/// Where several laws hold a treatment has a page for each of its names.
std::vector<std::string> treatment_pages(const Search& search, const std::string& law) {
  const auto& catalogue = search.catalogue();
  std::vector<std::string> paths;
  for (const auto& treatment : catalogue.treatments())
    paths.push_back("/treatments/" + catalogue.address_word_shown(treatment.id, law));
  for (const auto& wording : catalogue.wordings()) {
    if (law.empty() && holds_anywhere(wording, image_of(search)))
      add_once(paths, "/treatments/" + address_word(wording));
  }
  return paths;
}

std::vector<std::string> catalogue_pages(const Search& search, const std::string& law) {
  std::vector<std::string> paths{"/", "/treatments", "/about"};
  std::ranges::move(treatment_pages(search, law), std::back_inserter(paths));
  for (const auto& concern : search.catalogue().concerns()) paths.push_back("/concerns/" + concern.id.text());
  return paths;
}

/// The laws of the countries of sites, those that bar a name.
class CountryLaws {
 public:
  CountryLaws(const Index& index, const Catalogue& catalogue) {
    const auto [first, last] = index.members().beginning_with(members::kCountry);
    for (std::size_t number = first; number < last; ++number) {
      std::string country{index.members().word(number).substr(members::kCountry.size())};
      if (has_wording(catalogue, country)) laws_.emplace_back(country, index.members().sites(number));
    }
  }

  /// Empty where every name may be shown.
  [[nodiscard]] std::string of(SitePosition site) const {
    const auto found = std::ranges::find_if(laws_, [&](const auto& law) { return law.second.contains(site); });
    return found == laws_.end() ? std::string{} : found->first;
  }

 private:
  static bool has_wording(const Catalogue& catalogue, const std::string& country) {
    return std::ranges::any_of(catalogue.treatments(), [&](const Treatment& treatment) {
      return catalogue.wording_for(country, treatment.id) != nullptr;
    });
  }

  std::vector<std::pair<std::string, BitTrie>> laws_;
};

std::vector<std::string> site_pages(const Search& search, std::size_t file, const AddressLaws& laws) {
  const auto& index = image_of(search);
  const CountryLaws by_country(index, search.catalogue());
  std::vector<std::string> paths;
  const std::size_t first = file * kMostInAFile;
  for (std::size_t site = first; site < std::min<std::size_t>(first + kMostInAFile, index.size()); ++site) {
    const SitePosition position{static_cast<std::uint32_t>(site)};
    const auto path = fmt::format("/sites/{}", index.slug(position));
    const auto law = laws.chosen.empty() ? by_country.of(position) : laws.chosen;
    paths.push_back(site_path_shown(search.catalogue(), law, path, index.id(position)));
  }
  return paths;
}

std::string path_of(const LocalPage& page, const Catalogue& catalogue, const AddressLaws& laws) {
  const auto& law = laws.chosen.empty() ? page.country : laws.chosen;
  return fmt::format("/treatments/{}/near/{}", catalogue.address_word_shown(page.treatment, law), page.town);
}

std::unexpected<Error> no_address() {
  return fail(ErrorKind::not_found, "a sitemap needs the address of the pages; set 'address' in look.toml");
}

}  // namespace

LocalPages local_pages_of(const Search& search) {
  const auto& index = image_of(search);
  Towns towns(search.gazetteer());
  LocalPages pages;
  for (const auto& treatment : search.catalogue().treatments()) {
    const auto offering = index.members().find(std::string(members::kOffers) + treatment.id.text());
    std::map<LocalityNumber, std::size_t> sites_of;
    for (const SitePosition site : offering.to_positions()) {
      if (const auto town = towns.nearest(index.position(site))) ++sites_of[*town];
    }
    for (const auto& [town, sites] : sites_of) {
      if (sites < kWorthAPage) continue;
      const auto place = search.gazetteer().at(town);
      pages.push_back(
          {.treatment = treatment.id, .town = std::string{place.slug}, .country = std::string{place.country}});
    }
  }
  return pages;
}

std::shared_ptr<const LocalPages> Sitemaps::local_pages(const Search& search) const {
  const std::scoped_lock lock(mutex_);
  if (!local_ || image_ != image_of(search).checksum()) {
    local_ = std::make_shared<const LocalPages>(local_pages_of(search));
    image_ = image_of(search).checksum();
  }
  return local_;
}

Result<std::string> Sitemaps::index(const Search& search, const std::string& address) const {
  if (address.empty()) return no_address();
  std::vector<std::string> names{"catalogue.xml"};
  for (std::size_t file = 1; file <= files_for(local_pages(search)->size()); ++file)
    names.push_back(fmt::format("local-{}.xml", file));
  for (std::size_t file = 1; file <= files_for(image_of(search).size()); ++file)
    names.push_back(fmt::format("sites-{}.xml", file));
  auto xml = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"{}\">\n", kNamespace);
  for (const auto& name : names) xml += fmt::format("<sitemap><loc>{}/sitemaps/{}</loc></sitemap>\n", address, name);
  return xml + "</sitemapindex>\n";
}

Result<std::string> Sitemaps::file(std::string_view name, const Search& search, const std::string& address,
                                   const AddressLaws& laws) const {
  if (address.empty()) return no_address();
  if (name == "catalogue.xml") return list_of(catalogue_pages(search, laws.catalogue), address);
  if (const auto number = number_in(name, "sites"); number && *number < files_for(image_of(search).size()))
    return list_of(site_pages(search, *number, laws), address);
  const auto local = local_pages(search);
  if (const auto number = number_in(name, "local"); number && *number < files_for(local->size())) {
    const auto from = std::span(*local).subspan(*number * kMostInAFile);
    std::vector<std::string> paths;
    for (const auto& page : from.first(std::min(kMostInAFile, from.size())))
      paths.push_back(path_of(page, search.catalogue(), laws));
    return list_of(paths, address);
  }
  return fail(ErrorKind::not_found, "there is no sitemap '{}'; /sitemap.xml names those that there are", name);
}

std::string Sitemaps::robots(const std::string& address) {
  std::string text = "User-agent: *\nAllow: /?lang=\nDisallow: /?\nDisallow: /v1/\n";
  if (!address.empty()) text += fmt::format("Sitemap: {}/sitemap.xml\n", address);
  return text;
}

}  // namespace nearme
