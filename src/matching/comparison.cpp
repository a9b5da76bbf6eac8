#include "matching/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "geo/distance.hpp"
#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

using Words = std::vector<std::string>;

bool is_number(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

bool holds(const Words& words, const std::string& word) { return std::ranges::find(words, word) != words.end(); }

bool is_same_or_typo(const std::string& a, const std::string& b) {
  if (a == b) return true;
  if (is_number(a) || is_number(b)) return false;
  return edit_distance(a, b, edits_allowed(std::min(length(a), length(b)))).has_value();
}

/// How much of two lists of words is shared, by weight.
struct Shared {
  double both = 0;
  double rest_a = 0;
  double rest_b = 0;

  /// Of all that is said, from 0 to 1 (Dice).
  [[nodiscard]] double share() const {
    const double all = 2 * both + rest_a + rest_b;
    return all == 0 ? 0 : 2 * both / all;
  }
};

template <class Weight>
Shared shared_words(const Words& a, const Words& b, const Weight& weight) {
  Shared shared;
  std::vector<bool> is_taken(b.size());
  for (const auto& word : a) {
    const double weighs = weight(word);
    const auto match = [&](std::size_t i) { return !is_taken[i] && is_same_or_typo(word, b[i]); };
    std::size_t i = 0;
    while (i < b.size() && !match(i)) ++i;
    if (i == b.size()) {
      shared.rest_a += weighs;
    } else {
      is_taken[i] = true;
      shared.both += (weighs + weight(b[i])) / 2;
    }
  }
  for (std::size_t i = 0; i < b.size(); ++i) shared.rest_b += is_taken[i] ? 0 : weight(b[i]);
  return shared;
}

/// A town in a name says which branch it is, and the address says that better.
Words without_town(const SiteTraits& site, const SiteTraits& other) {
  Words words;
  std::ranges::copy_if(site.name, std::back_inserter(words),
                       [&](const std::string& word) { return !holds(site.city, word) && !holds(other.city, word); });
  return words.empty() ? site.name : words;
}

bool is_one_text(const std::string& a, const std::string& b) {
  constexpr std::size_t kLong = 6;
  if (a.empty() || b.empty()) return false;
  return a == b || (std::min(a.size(), b.size()) >= kLong && edit_distance(a, b, 1).has_value());
}

MatchFinding compare_names(const SiteTraits& a, const SiteTraits& b, const NamesInUse& names) {
  constexpr double kNearly = 0.85;
  constexpr double kMostly = 0.6;
  constexpr double kPartly = 0.35;
  constexpr double kHardly = 0.12;
  constexpr double kLittle = 0.12;
  if (a.name_run_together == b.name_run_together) return MatchFinding::name_same;
  const auto weight = [&](const std::string& word) { return names.weight(word); };
  const auto shared = shared_words(without_town(a, b), without_town(b, a), weight);
  const double share = shared.share();
  if (share >= kNearly || is_one_text(a.name_run_together, b.name_run_together)) return MatchFinding::name_nearly_same;
  const double least_rest = std::min(shared.rest_a, shared.rest_b);
  if (shared.both > 0 && least_rest <= kLittle * (shared.both + least_rest)) {
    return share >= kMostly ? MatchFinding::name_more_in_one : MatchFinding::name_much_more_in_one;
  }
  if (share >= kMostly) return MatchFinding::name_mostly_shared;
  if (share >= kPartly) return MatchFinding::name_partly_shared;
  return share >= kHardly ? MatchFinding::name_hardly_shared : MatchFinding::name_different;
}

MatchFinding compare_numbers_in_names(const SiteTraits& a, const SiteTraits& b) {
  std::set<std::string> in_a;
  std::set<std::string> in_b;
  std::ranges::copy_if(a.name, std::inserter(in_a, in_a.end()), is_number);
  std::ranges::copy_if(b.name, std::inserter(in_b, in_b.end()), is_number);
  const bool differs = !in_a.empty() && !in_b.empty() && in_a != in_b;
  return differs ? MatchFinding::number_in_name_differs : MatchFinding::number_in_name_agrees;
}

/// Words for what stands inside or beside another place, with a door or a counter of its own.
constexpr auto kParts = std::to_array<std::string_view>(
    {"atm",       "auto",    "bancomat",    "building", "cafe",  "cafeteria", "department", "emergency",
     "fuel",      "gas",     "geldautomat", "grooming", "gym",   "imaging",   "lab",        "laboratory",
     "library",   "nursery", "optical",     "parking",  "parts", "pharmacie", "pharmacy",   "photo",
     "radiology", "school",  "tire",        "training", "unit",  "urgent",    "vision",     "ward"});

/// Whether one name alone has a word for a part.
MatchFinding compare_parts(const SiteTraits& a, const SiteTraits& b) {
  const bool differs = std::ranges::any_of(kParts, [&](std::string_view part) {
    return (std::ranges::find(a.name, part) != a.name.end()) != (std::ranges::find(b.name, part) != b.name.end());
  });
  return differs ? MatchFinding::part_of_one : MatchFinding::part_of_none;
}

MatchFinding compare_phones(const SiteTraits& a, const SiteTraits& b) {
  if (a.phone.empty() || b.phone.empty()) return MatchFinding::phone_one_unknown;
  const bool same = a.phone.size() < b.phone.size() ? b.phone.ends_with(a.phone) : a.phone.ends_with(b.phone);
  return same ? MatchFinding::phone_same : MatchFinding::phone_different;
}

/// "harbour" of "shop.harbour.co.example": the longest part before the last.
std::string_view name_of_host(std::string_view host) {
  std::string_view longest;
  host = host.substr(0, std::min(host.rfind('.'), host.size()));
  while (!host.empty()) {
    const auto part = host.substr(0, host.find('.'));
    if (part.size() > longest.size()) longest = part;
    host.remove_prefix(std::min(part.size() + 1, host.size()));
  }
  return longest;
}

MatchFinding compare_websites(const SiteTraits& a, const SiteTraits& b) {
  if (a.host.empty() || b.host.empty()) return MatchFinding::website_one_unknown;
  if (a.host == b.host) {
    if (a.path == b.path) return MatchFinding::page_same;
    return a.path.empty() || b.path.empty() ? MatchFinding::website_same : MatchFinding::page_different;
  }
  return name_of_host(a.host) == name_of_host(b.host) ? MatchFinding::website_same_name
                                                      : MatchFinding::website_different;
}

MatchFinding compare_streets(const SiteTraits& a, const SiteTraits& b) {
  constexpr double kSameStreet = 0.5;
  if ((a.street.empty() && a.numbers.empty()) || (b.street.empty() && b.numbers.empty())) {
    return MatchFinding::street_one_unknown;
  }
  const auto shared =
      shared_words(a.street, b.street, [](const std::string& word) { return word.size() > 3 ? 1.0 : 0.3; });
  const bool share_number =
      std::ranges::any_of(a.numbers, [&](const auto& number) { return holds(b.numbers, number); });
  if (share_number && (shared.share() >= kSameStreet / 2 || a.street.empty() || b.street.empty())) {
    return MatchFinding::house_same;
  }
  if (shared.share() < kSameStreet) return MatchFinding::street_different;
  return a.numbers.empty() || b.numbers.empty() ? MatchFinding::street_same : MatchFinding::house_different;
}

MatchFinding compare_postcodes(const SiteTraits& a, const SiteTraits& b) {
  if (a.postcode.empty() || b.postcode.empty()) return MatchFinding::postcode_one_unknown;
  if (a.postcode == b.postcode) return MatchFinding::postcode_same;
  const auto half = (std::min(a.postcode.size(), b.postcode.size()) + 1) / 2;
  const bool is_near = a.postcode.substr(0, half) == b.postcode.substr(0, half);
  return is_near ? MatchFinding::postcode_near : MatchFinding::postcode_different;
}

MatchFinding compare_towns(const SiteTraits& a, const SiteTraits& b) {
  if (a.city.empty() || b.city.empty()) return MatchFinding::town_one_unknown;
  const auto shared = shared_words(a.city, b.city, [](const std::string&) { return 1.0; });
  return shared.both > 0 ? MatchFinding::town_same : MatchFinding::town_different;
}

MatchFinding compare_positions(const SiteTraits& a, const SiteTraits& b) {
  constexpr double kDoor = 50;
  constexpr double kBlock = 250;
  constexpr double kQuarter = 1000;
  if (!a.position || !b.position) return MatchFinding::distance_unknown;
  const double apart = distance(*a.position, *b.position).count();
  const double blur = a.within_m + b.within_m;
  if (blur > 0) return apart <= blur + kQuarter ? MatchFinding::distance_unknown : MatchFinding::further;
  if (apart <= kDoor) return MatchFinding::within_50_m;
  if (apart <= kBlock) return MatchFinding::within_250_m;
  return apart <= kQuarter ? MatchFinding::within_1_km : MatchFinding::further;
}

}  // namespace

Comparison compare(const SiteTraits& a, const SiteTraits& b, const NamesInUse& names) {
  const bool is_chain = names.is_of_several(a) || names.is_of_several(b);
  return {.findings = {compare_names(a, b, names), compare_numbers_in_names(a, b),
                       is_chain ? MatchFinding::name_of_several : MatchFinding::name_of_one, compare_parts(a, b),
                       compare_phones(a, b), compare_websites(a, b), compare_streets(a, b), compare_postcodes(a, b),
                       compare_towns(a, b), compare_positions(a, b)}};
}

}  // namespace nearme
