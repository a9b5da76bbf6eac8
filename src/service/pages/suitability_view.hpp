#pragma once

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// Whether a treatment suits the reader, as the template `suitability` takes it: the questions for it, the gravest
/// first, each with what its answer means, why, by which source and of what grade; whether a clinician has signed all
/// of it. The browser weighs the answers (web/page/suitability.ts): nothing of them is ever sent.
nlohmann::json suitability_view(const Treatment& treatment, const Catalogue& catalogue, const Language& language);

}  // namespace nearme
