#pragma once

#include <string_view>

#include "search/understand/word_runs.hpp"

namespace nearme {

/// The words that join the parts of a question, folded, in English, German, French, Spanish and Polish: tables, no
/// grammar.

/// How surely a place stands behind a word: "near" announces nothing else, "in" and "a" do many things.
enum class Announces : std::uint8_t { surely, perhaps };
const WordRuns<Announces>& words_before_a_place();

/// Which part of a town is meant stands beside its name, and makes no difference to where it is: "central london",
/// "leeds city centre".
bool is_area_word_before(std::string_view word);
const WordRuns<bool>& area_words_behind();

/// What stands behind them is not wanted: "without", "ohne".
bool is_refusal(std::string_view word);

/// They say nothing by themselves, in any question: "for", "the", "und".
bool is_filler(std::string_view word);

/// They say nothing beside a treatment, a concern or a kind, but may be part of a name: "treatment", "best", "face".
bool is_filler_beside_concept(std::string_view word);

}  // namespace nearme
