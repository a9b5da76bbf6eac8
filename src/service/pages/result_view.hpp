#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "search/search_answer.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// What cards are written against: the words of the catalogue, time zones for sites that name none, the moment.
struct CardSetting {
  const Catalogue& catalogue;
  const Language& language;
  const Gazetteer& gazetteer;
  std::vector<TreatmentId> asked_for;  ///< the offers to show first
  Instant now{};
  std::string jurisdiction = {};  ///< the operator's choice; empty: each site's country says what may be shown
  /// The country of the place asked for, in whose units all distances are told; empty: each in those of the site's.
  std::string measured_in = {};
};

/// A result as the template `card` takes it: at most five facts (name and distance, offer and price, open state, the
/// strongest evidence, the weakest point that matters), the terms of its rank, and its actions.
nlohmann::json card_view(const SearchResult& result, std::size_t rank, const CardSetting& setting);

/// The terms of a score as names, numbers and lengths of bars: 1 is the most that this term can give.
nlohmann::json why_view(const Language& language, const Why& why);

/// "12 High Street, Leeds LS1 4DY" of an address's JSON.
std::string address_line(const nlohmann::json& address);

/// Names of kinds: "Dermatology practice, pharmacy".
std::string kind_words(const nlohmann::json& kinds, const Catalogue& catalogue, const Language& language);

}  // namespace nearme
