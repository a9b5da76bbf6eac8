#include "search/plan/name_filters.hpp"

#include <algorithm>
#include <utility>

#include "index/live/best_of_all.hpp"
#include "search/plan/name_words.hpp"
#include "text/tokens.hpp"

namespace nearme {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const auto& token : tokenize(text)) words.push_back(token.word);
  return words;
}

bool asks_for_treatment(const Understood& understood) {
  return !understood.treatments.empty() || !understood.concerns.empty();
}

/// What may be a name with the kinds that are said beside it, as it was written.
std::string text_with_kinds(const NameQuestion& asked) {
  std::string text;
  for (const auto& piece : asked.question.pieces) {
    if (piece.meaning != "text" && piece.meaning != "kind") continue;
    text += (text.empty() ? "" : " ") + asked.request.q.substr(piece.begin, piece.end - piece.begin);
  }
  return text;
}

/// Whether any site that answers otherwise has these names.
bool has_any(const Plan& plan, const NameMatches& names) {
  for (std::size_t i = 0; i < plan.segments.size(); ++i) {
    const auto& segment = plan.segments[i];
    Filter named = asked_of(segment);
    std::ranges::copy(names.sets[i], std::back_inserter(named.all_of));
    if (!nearest(segment.index, plan.from, named, 1).empty()) return true;
  }
  return false;
}

void add(NameMatches names, Plan& plan) {
  std::ranges::move(names.corrections, std::back_inserter(plan.understood.corrections));
  for (std::size_t i = 0; i < plan.segments.size(); ++i)
    std::ranges::move(names.sets[i], std::back_inserter(plan.segments[i].filter.all_of));
  if (plan.match != Match::offers) plan.match = Match::name;
}

}  // namespace

std::vector<std::string> words_of_names(const NameQuestion& asked, Understood& understood) {
  understood.text = asked.question.text;
  if (asked.question.words.empty() || asks_for_treatment(understood)) return asked.question.words;
  auto text = text_with_kinds(asked);
  auto words = words_of(text);
  if (words.size() == asked.question.words.size() || !is_anybody_called(asked.index, words))
    return asked.question.words;
  understood.kinds = asked.request.kinds;
  understood.text = std::move(text);
  return words;
}

void filter_by_names(const NameQuestion& asked, const std::vector<std::string>& words, Plan& plan) {
  auto& understood = plan.understood;
  if (!words.empty()) {
    const bool says_enough = asks_for_treatment(understood) || !understood.kinds.empty();
    auto names = find_names(asked.index, words);
    if (says_enough && !has_any(plan, names)) {
      understood.ignored = std::exchange(understood.text, "");
    } else {
      add(std::move(names), plan);
    }
  }
  const auto text = words_of(asked.request.text);
  if (text.empty()) return;
  understood.text += (understood.text.empty() ? "" : " ") + asked.request.text;
  add(find_names(asked.index, text), plan);
}

}  // namespace nearme
