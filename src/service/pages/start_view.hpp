#pragma once

#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "search/search.hpp"
#include "service/pages/language/language.hpp"
#include "service/pages/look/look.hpp"
#include "store/store.hpp"

namespace nearme {

/// The start page as the template `search` takes it: the operator's words, the usual treatments by the names of this
/// catalogue, the concerns.
nlohmann::json start_view(const Catalogue& catalogue, const Search& search, const Look& look, const Language& language);

/// The page about this directory: how many places, from which sources, under which licences.
nlohmann::json about_view(const Search& search, const std::vector<SourceSummary>& sources, const Language& language);

}  // namespace nearme
