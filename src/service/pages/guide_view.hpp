#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "catalogue/catalogue.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// A treatment as the template `treatment` takes it: the guide with its statements and their sources, whether a
/// clinician has signed it, what it is used for, what it must not be mixed up with.
nlohmann::json treatment_view(const Treatment& treatment, const Catalogue& catalogue, const Language& language);

/// All treatments and concerns by name, for the template `treatments`.
nlohmann::json catalogue_view(const Catalogue& catalogue, const Language& language);

/// Synonyms as names to read, a few of them: those that are no other spelling of the name or of each other.
std::vector<std::string> other_names(std::string_view name, const std::vector<std::string>& synonyms);

/// "/treatments/micro-needling": the address of its page.
std::string treatment_path(const Treatment& treatment);

/// "strong", "moderate" or "weak" grounds for using a treatment, by its strength from 0 to 1.
std::string strength_words(const Language& language, double strength);

/// What a grade of a source means: "regulator or law" for A.
std::string grade_words(const Language& language, char grade);

}  // namespace nearme
