#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "directory/ids.hpp"

namespace nearme {

/// What an answer means for a treatment, mildest first: so the greatest of several holds.
enum class Outcome { nothing_known_against, ask_first, not_now };

/// "nothing-known-against", "ask-first" or "not-now".
std::string_view to_text(Outcome outcome);

enum class YesNo { yes, no };

/// A question that a searcher can answer alone, with yes or no.
struct SuitabilityQuestion {
  std::string id;
  std::string text;         ///< "Are you pregnant or breastfeeding?"
  YesNo when = YesNo::yes;  ///< the answer to which the rules of this question apply
  std::string statement;    ///< that answer as a sentence of its own: "You are pregnant or breastfeeding."
  std::string help;         ///< may be empty
};

/// What the answer to a question means for some treatments, by which source. Not medical advice.
struct SuitabilityRule {
  std::string id;
  std::string question;  ///< its id
  std::vector<TreatmentId> treatments;
  Outcome outcome = Outcome::ask_first;
  std::string reason;
  std::string source;  ///< as in a Statement, with the next two
  std::string url;
  char grade = 'D';
  std::string review_date;
  std::string reviewed_by;  ///< empty: no clinician has signed it yet
};

/// The questions and the rules of a catalogue, in the order of its files. Every rule names a question that is here.
struct Suitability {
  std::vector<SuitabilityQuestion> questions;
  std::vector<SuitabilityRule> rules;

  /// Null when there is none. Points into `questions`, as the next points into `rules`.
  [[nodiscard]] const SuitabilityQuestion* question(std::string_view id) const;
  /// The rules for a treatment: the gravest first, else in their order.
  [[nodiscard]] std::vector<const SuitabilityRule*> rules_for(const TreatmentId& treatment) const;
};

}  // namespace nearme
