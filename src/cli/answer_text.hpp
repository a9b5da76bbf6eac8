#pragma once

#include <string>

#include "catalogue/catalogue.hpp"
#include "cli/terminal.hpp"
#include "search/search_answer.hpp"

namespace nearme {

struct TextSetting {
  Instant now{};
  std::string jurisdiction = {};
};

/// An answer for a person at a terminal: what was understood, then the results in at most 80 columns. Each has its name
/// and distance, what it offers and for how much, whether it is open, its strongest evidence, how to reach it, and,
/// where asked, why it stands there.
///
/// The jurisdiction is the operator's choice, whose law says what a treatment or a place may be called; empty: that of
/// the country of each place.
std::string answer_text(const SearchAnswer& answer, const Catalogue& catalogue, const Terminal& terminal,
                        const TextSetting& setting);

}  // namespace nearme
