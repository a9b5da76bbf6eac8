#pragma once

#include <vector>

#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "index/live/live_index.hpp"
#include "search/search_answer.hpp"
#include "search/understand/phrase_book.hpp"
#include "text/tokens.hpp"

namespace nearme {

/// Completes what a person is typing. Looks things up in what outlives it; makes nothing of its own.
class Suggesting {
 public:
  Suggesting(const LiveIndex& index, const Catalogue& catalogue, const Gazetteer& gazetteer, const PhraseBook& phrases);

  [[nodiscard]] std::vector<Suggestion> suggest(const SuggestRequest& request) const;

 private:
  /// A place being typed behind what is asked for.
  struct TypedPlace {
    std::string_view before;   ///< all that stands before it: "skin needling near "
    std::string_view subject;  ///< what of that is asked for: "skin needling"
    std::string_view typed;
  };

  [[nodiscard]] std::vector<Suggestion> completions(const SuggestRequest& request,
                                                    const std::vector<Token>& tokens) const;
  [[nodiscard]] std::vector<Suggestion> most_offered(const SuggestRequest& request) const;
  [[nodiscard]] std::vector<Suggestion> concepts(const SuggestRequest& request) const;
  [[nodiscard]] std::vector<Suggestion> localities(const TypedPlace& place, std::optional<LatLon> at) const;
  [[nodiscard]] std::vector<Suggestion> misspelt_localities(const TypedPlace& place, std::optional<LatLon> at) const;
  [[nodiscard]] std::vector<Suggestion> to_suggestions(const std::vector<LocalityMatch>& matches,
                                                       const TypedPlace& place, std::optional<LatLon> at) const;
  [[nodiscard]] std::vector<Suggestion> sites(const SuggestRequest& request) const;
  /// How many sites are in a set of members.hpp.
  [[nodiscard]] std::uint64_t count_of(const std::string& member) const;
  [[nodiscard]] Suggestion to_suggestion(const Concept& meaning, const SuggestRequest& request) const;

  const LiveIndex& index_;
  const Catalogue& catalogue_;
  const Gazetteer& gazetteer_;
  const PhraseBook& phrases_;
};

}  // namespace nearme
