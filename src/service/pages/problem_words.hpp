#pragma once

#include <string>

#include "base/result.hpp"
#include "search/request_from_parameters.hpp"
#include "search/search_answer.hpp"
#include "service/pages/language/language.hpp"

namespace nearme {

/// Why a question could not be answered, in the words of the reader's language: by the parameter at fault and what was
/// given for it. An error that names no parameter is told as it is, in English.
std::string problem_words(const Language& language, const Error& error, const Parameters& parameters);

/// What a question asked for and could not be done, in the reader's language.
std::string hint_words(const Language& language, const Hint& hint);

}  // namespace nearme
