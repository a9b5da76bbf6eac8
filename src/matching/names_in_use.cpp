#include "matching/names_in_use.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace nearme {
namespace {

/// As if so many names had been counted before the first, of which each of the words below is in a thirtieth.
constexpr double kNamesBefore = 3000;
constexpr double kCommonShare = 1.0 / 30;
constexpr double kLeast = 0.5;

/// Words that say what sort of place it is or what form of firm, in the languages of the sources; sorted.
constexpr auto kCommon = std::to_array<std::string_view>({"aesthetic",   "aesthetics",
                                                          "am",          "and",
                                                          "apotheke",    "arzt",
                                                          "bar",         "beauty",
                                                          "cabinet",     "cafe",
                                                          "care",        "center",
                                                          "centre",      "centro",
                                                          "clinic",      "clinica",
                                                          "clinique",    "club",
                                                          "co",          "company",
                                                          "consultorio", "cosmetic",
                                                          "da",          "das",
                                                          "de",          "del",
                                                          "della",       "dental",
                                                          "dentaire",    "dentist",
                                                          "der",         "dermatology",
                                                          "di",          "die",
                                                          "do",          "doctor",
                                                          "dr",          "du",
                                                          "e",           "el",
                                                          "estetica",    "et",
                                                          "family",      "farmacia",
                                                          "gmbh",        "group",
                                                          "hair",        "health",
                                                          "healthcare",  "hospital",
                                                          "hotel",       "im",
                                                          "inc",         "institut",
                                                          "klinik",      "kosmetik",
                                                          "la",          "las",
                                                          "laser",       "le",
                                                          "les",         "limited",
                                                          "llc",         "los",
                                                          "ltd",         "md",
                                                          "medical",     "medicine",
                                                          "o",           "of",
                                                          "office",      "pharmacie",
                                                          "pharmacy",    "physicians",
                                                          "pizzeria",    "practice",
                                                          "praxis",      "restaurant",
                                                          "s",           "salon",
                                                          "services",    "shop",
                                                          "skin",        "spa",
                                                          "specialists", "store",
                                                          "studio",      "surgery",
                                                          "the",         "und",
                                                          "von",         "y",
                                                          "zahnarzt",    "zahnarztpraxis"});

}  // namespace

void NamesInUse::add(const SiteTraits& site, std::uint64_t place) {
  ++names_;
  for (auto word = site.name.begin(); word != site.name.end(); ++word) {
    if (std::find(site.name.begin(), word, *word) == word) ++names_with_[*word];
  }
  const auto [bearers, is_new] = bearers_.try_emplace(site.name_run_together, Bearers{.first_place = place});
  if (!is_new && bearers->second.first_place != place) bearers->second.are_several = true;
}

double NamesInUse::weight(std::string_view word) const {
  const auto counted = names_with_.find(word);
  double with = counted == names_with_.end() ? 0 : counted->second;
  if (std::ranges::find(kCommon, word) != kCommon.end()) with += kNamesBefore * kCommonShare;
  return std::max(kLeast, std::log((kNamesBefore + names_) / (with + 1)));
}

bool NamesInUse::is_of_several(const SiteTraits& site) const {
  const auto found = bearers_.find(site.name_run_together);
  return found != bearers_.end() && found->second.are_several;
}

}  // namespace nearme
