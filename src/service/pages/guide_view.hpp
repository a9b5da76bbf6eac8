#pragma once

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"

namespace nearme {

/// A treatment as the template `treatment` takes it: the guide with its statements and their sources, whether a
/// clinician has signed it, what it is used for, what it must not be mixed up with.
nlohmann::json treatment_view(const Treatment& treatment, const Catalogue& catalogue);

/// A concern as the template `concern` takes it: the treatments used for it, strongest grounds first.
nlohmann::json concern_view(const Concern& concern, const Catalogue& catalogue);

/// All treatments and concerns by name, for the template `treatments`.
nlohmann::json catalogue_view(const Catalogue& catalogue);

/// "strong", "moderate" or "weak" grounds for using a treatment, by its strength from 0 to 1.
std::string_view strength_words(double strength);

/// What a grade of a source means: "regulator or law" for A.
std::string_view grade_words(char grade);

}  // namespace nearme
