#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// The words that join the parts of a question, folded, in English, German, French, Spanish and Polish: tables, no
/// grammar. Each is a run of words: {"close", "to"}.
using WordRun = std::vector<std::string>;

/// A place stands behind them: "near", "in der nähe von", "cerca de".
std::span<const WordRun> words_before_a_place();

/// They mean the asker's own position: "near me", "nearby", "in meiner nähe".
std::span<const WordRun> words_for_near_me();

/// They ask for sites that are open at this moment: "open now", "jetzt geöffnet".
std::span<const WordRun> words_for_open_now();

/// They say nothing by themselves: "for", "the", "und".
bool is_filler(std::string_view word);

}  // namespace nearme
