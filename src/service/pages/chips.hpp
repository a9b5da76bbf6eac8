#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "search/request_from_parameters.hpp"
#include "search/search_answer.hpp"
#include "service/pages/result_view.hpp"

namespace nearme {

/// The chips of a search: what was understood, each with the address of the same search without it.
///
/// A chip that comes from words of `q` links to `q` without these words; one that comes from a parameter links to the
/// search without that parameter. As the template `results` takes them: `[{"words": "near Leeds", "remove":
/// "/?q=..."}]`.
nlohmann::json chips_view(const Parameters& parameters, const Understood& understood, const CardSetting& setting);

/// The search with a treatment, concern, kind or place taken out, wherever it was said. `meaning` is that of Piece.
Parameters without_meaning(const Parameters& parameters, const Understood& understood, std::string_view meaning);

/// "micro-needling, chemical peel": the names of what was asked for, treatments first, joined as in a sentence.
std::string asked_words(const Understood& understood, const CardSetting& setting);

/// "Leeds, England" or, for a position, "your position".
std::string place_words(const Language& language, const AskedPlace& place);

}  // namespace nearme
