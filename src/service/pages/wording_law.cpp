#include "service/pages/wording_law.hpp"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "catalogue/shown_site.hpp"
#include "index/members.hpp"

namespace nearme {
namespace {

/// The countries in which sites are.
std::set<std::string> countries_of(const LiveIndex& index) {
  std::set<std::string> countries;
  for (const Segment& segment : index.segments()) {
    const auto& members = segment.index->members();
    const auto [first, last] = members.beginning_with(members::kCountry);
    for (std::size_t number = first; number < last; ++number)
      countries.emplace(members.word(number).substr(members::kCountry.size()));
  }
  return countries;
}

bool has_wording(const Catalogue& catalogue, const std::string& jurisdiction) {
  return std::ranges::any_of(catalogue.treatments(), [&](const Treatment& treatment) {
    return catalogue.wording_for(jurisdiction, treatment.id) != nullptr;
  });
}

}  // namespace

struct WordingLaw::Kept {
  using Key = std::pair<const Catalogue*, std::string>;
  std::mutex mutex;
  std::map<Key, Catalogue> catalogues;
};

WordingLaw::WordingLaw(std::string chosen) : chosen_(std::move(chosen)), kept_(std::make_unique<Kept>()) {}
WordingLaw::WordingLaw(WordingLaw&&) noexcept = default;
WordingLaw& WordingLaw::operator=(WordingLaw&&) noexcept = default;
WordingLaw::~WordingLaw() = default;

std::string WordingLaw::over(std::string_view country) const {
  return chosen_.empty() ? std::string{country} : chosen_;
}

std::string WordingLaw::over(const LiveIndex& index) const {
  if (!chosen_.empty()) return chosen_;
  const auto countries = countries_of(index);
  return countries.size() == 1 ? *countries.begin() : std::string{};
}

std::string WordingLaw::over(std::string_view country, const LiveIndex& index) const {
  return country.empty() ? over(index) : over(country);
}

const Catalogue& WordingLaw::shown(const Catalogue& catalogue, const std::string& jurisdiction) const {
  if (!has_wording(catalogue, jurisdiction)) return catalogue;
  const std::scoped_lock lock(kept_->mutex);
  const Kept::Key key{&catalogue, jurisdiction};
  const auto known = kept_->catalogues.find(key);
  if (known != kept_->catalogues.end()) return known->second;
  return kept_->catalogues.emplace(key, catalogue.shown_in(jurisdiction)).first->second;
}

Listing shown_in(const std::string& jurisdiction, Listing listing, const Catalogue& catalogue) {
  const auto is_hidden = [&](const std::string& text) { return catalogue.hides(jurisdiction, text); };
  auto& site = listing.site;
  site.name = site_name_shown(catalogue, jurisdiction, site.name, site.address.city);
  for (auto* text : {&site.description, &site.website, &site.booking_url, &site.email}) {
    if (is_hidden(*text)) text->clear();
  }
  std::erase_if(listing.site.other_services, is_hidden);
  for (auto& practitioner : listing.practitioners) {
    if (is_hidden(practitioner.profession)) practitioner.profession.clear();
  }
  for (auto& claim : listing.claims) {
    if (is_hidden(claim.value)) claim.value.clear();
    if (is_hidden(claim.note)) claim.note.clear();
    if (is_hidden(claim.url)) claim.url.clear();
  }
  return listing;
}

}  // namespace nearme
