#include "catalogue/suitability_reader.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "base/time.hpp"

namespace nearme {
namespace {

constexpr std::array kOutcomes{Outcome::nothing_known_against, Outcome::ask_first, Outcome::not_now};

Result<YesNo> read_when(const Entry& entry) {
  std::string when = "yes";
  TRY_VOID(entry.take("when", when));
  if (when == "yes") return YesNo::yes;
  if (when == "no") return YesNo::no;
  return entry.wrong(fmt::format("'when' is '{}'; write \"yes\" or \"no\"", when));
}

Result<SuitabilityQuestion> read_question(const Entry& entry) {
  TRY_VOID(entry.allow_only({"id", "text", "when", "statement", "help"}));
  SuitabilityQuestion question;
  TRY(question.id, entry.id("id"));
  TRY(question.text, entry.text("text"));
  TRY(question.when, read_when(entry));
  TRY(question.statement, entry.text("statement"));
  TRY_VOID(entry.take("help", question.help));
  return question;
}

Result<Outcome> read_outcome(const Entry& entry) {
  TRY(const auto text, entry.text("outcome"));
  const auto found = std::ranges::find(kOutcomes, std::string_view(text), to_text);
  if (found != kOutcomes.end()) return *found;
  return entry.wrong(fmt::format("the outcome '{}' is none of nothing-known-against, ask-first, not-now", text));
}

Result<std::vector<TreatmentId>> read_treatments(const Entry& entry, const CatalogueDraft& draft) {
  std::vector<TreatmentId> treatments;
  TRY_VOID(entry.take("treatments", treatments));
  if (treatments.empty()) return entry.wrong("a rule is for at least one treatment; write treatments = [\"...\"]");
  std::set<TreatmentId> named;
  for (const auto& id : treatments) {
    if (draft.treatments.find(id) == nullptr) {
      return entry.wrong(fmt::format("there is no treatment '{}'; take it out or add it", id.text()));
    }
    if (!named.insert(id).second) return entry.wrong(fmt::format("'{}' is named twice; keep one", id.text()));
  }
  return treatments;
}

Result<void> read_ground(const Entry& entry, const Citations& citations, SuitabilityRule& rule) {
  TRY(const auto* citation, cited(entry, citations));
  rule.source = citation->name;
  rule.url = citation->url;
  rule.grade = citation->grade;
  if (rule.grade == 'D' && rule.outcome == Outcome::not_now) {
    return entry.wrong("a source of grade D makes at most 'ask-first'; write that, or name a better source");
  }
  TRY(rule.review_date, entry.text("review_date"));
  if (const auto date = parse_date(rule.review_date); !date) return entry.wrong(date.error().message);
  return entry.take("reviewed_by", rule.reviewed_by);
}

Result<SuitabilityRule> read_rule(const Entry& entry, const Citations& citations, const CatalogueDraft& draft) {
  TRY_VOID(
      entry.allow_only({"id", "question", "treatments", "outcome", "reason", "source", "review_date", "reviewed_by"}));
  SuitabilityRule rule;
  TRY(rule.id, entry.id("id"));
  TRY(rule.question, entry.id("question"));
  if (draft.suitability.question(rule.question) == nullptr) {
    return entry.wrong(fmt::format("there is no question '{}'; state it with [[question]]", rule.question));
  }
  TRY(rule.treatments, read_treatments(entry, draft));
  TRY(rule.outcome, read_outcome(entry));
  TRY(rule.reason, entry.text("reason"));
  TRY_VOID(read_ground(entry, citations, rule));
  return rule;
}

/// Puts an entry in the place of the one with its id, or at the end.
template <class T>
void put(std::vector<T>& entries, T entry) {
  const auto known = std::ranges::find(entries, entry.id, &T::id);
  if (known == entries.end()) {
    entries.push_back(std::move(entry));
  } else {
    *known = std::move(entry);
  }
}

/// Reads every table `[[key]]` of a file; within one file an id may stand once.
template <class T, class Read>
Result<void> read_each(const Entry& file, std::string_view key, std::vector<T>& into, Read read) {
  TRY(const auto entries, file.entries(key));
  std::set<std::string> ids_of_file;
  for (const auto& entry : entries) {
    TRY(T made, read(entry));
    if (!ids_of_file.insert(made.id).second) {
      return entry.wrong(fmt::format("the {} '{}' is already in this file; join the two", key, made.id));
    }
    put(into, std::move(made));
  }
  return {};
}

/// The rules of one outcome as a section: each statement is a condition of the reader, with what it rests on.
GuideSection section_of(const Suitability& suitability, const std::vector<const SuitabilityRule*>& rules,
                        Outcome outcome) {
  GuideSection section{.id = std::string(to_text(outcome)),
                       .title = outcome == Outcome::not_now ? "Who should not have it now" : "Ask first",
                       .statements = {}};
  for (const auto* rule : rules) {
    if (rule->outcome != outcome) continue;
    section.statements.push_back(
        {.text = fmt::format("{} {}", suitability.question(rule->question)->statement, rule->reason),
         .source = rule->source,
         .url = rule->url,
         .grade = rule->grade});
  }
  return section;
}

bool has_section(const Guide& guide, std::string_view id) {
  return std::ranges::find(guide.sections, id, &GuideSection::id) != guide.sections.end();
}

}  // namespace

Result<void> read_questions(const Entry& file, Suitability& suitability) {
  return read_each(file, "question", suitability.questions, read_question);
}

Result<void> read_suitability_rules(const Entry& file, const Citations& citations, CatalogueDraft& draft) {
  return read_each(file, "suitability", draft.suitability.rules,
                   [&](const Entry& entry) { return read_rule(entry, citations, draft); });
}

void add_reasons_against(const Suitability& suitability, const TreatmentId& treatment, Guide& guide) {
  const auto rules = suitability.rules_for(treatment);
  const auto risks = std::ranges::find(guide.sections, "risks", &GuideSection::id);
  auto place = (risks == guide.sections.end() ? risks : risks + 1) - guide.sections.begin();
  for (const auto outcome : {Outcome::not_now, Outcome::ask_first}) {
    if (has_section(guide, to_text(outcome))) continue;
    auto section = section_of(suitability, rules, outcome);
    if (section.statements.empty()) continue;
    guide.sections.insert(guide.sections.begin() + place++, std::move(section));
  }
}

}  // namespace nearme
