#include "search/understand/read_conditions.hpp"

#include "search/understand/condition_words.hpp"
#include "search/understand/connecting_words.hpp"
#include "search/understand/read_distance.hpp"

namespace nearme {
namespace {

/// What a piece of the understanding says of a condition.
struct Meaning {
  std::string_view meaning;
  std::string_view value;
};

Meaning take(Question& question, Condition condition) {
  switch (condition) {
    case Condition::near_me:
      question.near_me = true;
      return {"near-me", ""};
    case Condition::confirmed:
      question.only_confirmed = true;
      return {"evidence", "confirmed"};
    case Condition::insured:
      question.only_insured = true;
      return {"insured", "yes"};
    case Condition::wheelchair:
      question.only_wheelchair = true;
      return {"wheelchair", "yes"};
    case Condition::cheapest:
      question.sort = Sort::price;
      return {"sort", "price"};
    case Condition::nearest:
      question.sort = Sort::distance;
      return {"sort", "distance"};
    case Condition::best_rated:
      question.sort = Sort::rating;
      return {"sort", "rating"};
    case Condition::walking_distance:
      question.radius = kWalkingDistance;
      return {"radius", "1.6 km"};
  }
  return {};
}

/// "in der Nähe" by itself means near the asker, and "in der Nähe von Leipzig" does not.
bool announces_place(const QuestionWords& words, Run run) {
  const auto announced = words_before_a_place().find(words.tokens(), run.begin).words;
  const auto next = words.word(run.begin + announced);
  return announced >= run.size() && !next.empty();
}

/// Whether "walking distance" is told from where the asker is: "of me".
bool ends_in_me(const QuestionWords& words, Run run) { return words.tokens()[run.end - 1].word == "me"; }

}  // namespace

void read_conditions(QuestionWords& words) {
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    const auto match = words_for_conditions().find(words.tokens(), begin);
    const Run run{begin, begin + match.words};
    if (run.size() == 0 || !words.is_unexplained(run)) continue;
    if (match.meaning == Condition::near_me && announces_place(words, run)) continue;
    const auto [meaning, value] = take(words.question, match.meaning);
    words.explain(run, meaning, value);
    if (match.meaning == Condition::walking_distance) {
      words.question.near_me = ends_in_me(words, run);
      words.place_expected = run.end;
    }
    begin = run.end - 1;
  }
}

}  // namespace nearme
