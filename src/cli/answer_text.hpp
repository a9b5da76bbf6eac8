#pragma once

#include <string>

#include "catalogue/catalogue.hpp"
#include "cli/terminal.hpp"
#include "search/search_answer.hpp"

namespace nearme {

/// An answer for a person at a terminal: what was understood, then the results in at most 80 columns. Each has its name
/// and distance, what it offers and for how much, whether it is open, its strongest evidence, how to reach it, and,
/// where asked, why it stands there.
std::string answer_text(const SearchAnswer& answer, const Catalogue& catalogue, Instant now, const Terminal& terminal);

}  // namespace nearme
