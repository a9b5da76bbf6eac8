#include "catalogue/guide_reader.hpp"

#include <algorithm>
#include <set>

#include "base/time.hpp"

namespace nearme {
namespace {

/// The section of what speaks against a treatment. What a clinic or a newspaper says is too little for that.
constexpr std::string_view kNotNow = "not-now";

bool is_grade(std::string_view text) { return text.size() == 1 && text.front() >= 'A' && text.front() <= 'D'; }

Result<Statement> read_statement(const Entry& entry, const Citations& citations) {
  TRY_VOID(entry.allow_only({"text", "source"}));
  TRY(auto text, entry.text("text"));
  TRY(const auto* citation, cited(entry, citations));
  return Statement{.text = std::move(text), .source = citation->name, .url = citation->url, .grade = citation->grade};
}

Result<GuideSection> read_section(const Entry& entry, const Citations& citations) {
  TRY_VOID(entry.allow_only({"id", "title", "statement"}));
  GuideSection section;
  TRY(section.id, entry.id("id"));
  TRY(section.title, entry.text("title"));
  TRY(const auto statements, entry.entries("statement"));
  if (statements.empty()) return entry.wrong("a section needs at least one [[guide.section.statement]]");
  for (const auto& statement : statements) {
    TRY(auto made, read_statement(statement, citations));
    if (section.id == kNotNow && made.grade == 'D') {
      return statement.wrong("a source of grade D may only make a guide say 'ask-first'; move it to that section");
    }
    section.statements.push_back(std::move(made));
  }
  return section;
}

Result<Citation> read_citation(const Entry& entry) {
  TRY_VOID(entry.allow_only({"id", "name", "url", "grade"}));
  Citation citation;
  TRY(citation.name, entry.text("name"));
  TRY_VOID(entry.take("url", citation.url));
  TRY(const auto grade, entry.text("grade"));
  if (!is_grade(grade)) return entry.wrong(fmt::format("the grade '{}' is none of A, B, C, D", grade));
  citation.grade = grade.front();
  return citation;
}

}  // namespace

Result<void> read_citations(const Entry& file, Citations& citations) {
  TRY(const auto entries, file.entries("source"));
  std::set<std::string> ids_of_file;
  for (const auto& entry : entries) {
    TRY(const auto id, entry.id("id"));
    if (!ids_of_file.insert(id).second) {
      return entry.wrong(fmt::format("the source '{}' is already in this file; join the two", id));
    }
    TRY(citations[id], read_citation(entry));
  }
  return {};
}

Result<const Citation*> cited(const Entry& entry, const Citations& citations) {
  TRY(const auto id, entry.text("source"));
  const auto found = citations.find(id);
  if (found != citations.end()) return &found->second;
  return entry.wrong(fmt::format("there is no source '{}'; state it with [[source]] and its name and grade", id));
}

Result<Guide> read_guide(const Entry& entry, const Citations& citations) {
  TRY_VOID(entry.allow_only(
      {"treatment", "lead", "sessions", "results_show", "recovery", "review_date", "reviewed_by", "section"}));
  Guide guide;
  TRY(guide.lead, entry.text("lead"));
  TRY_VOID(entry.take("sessions", guide.sessions));
  TRY_VOID(entry.take("results_show", guide.results_show));
  TRY_VOID(entry.take("recovery", guide.recovery));
  TRY_VOID(entry.take("reviewed_by", guide.reviewed_by));
  TRY(guide.review_date, entry.text("review_date"));
  if (const auto date = parse_date(guide.review_date); !date) return entry.wrong(date.error().message);
  TRY(const auto sections, entry.entries("section"));
  for (const auto& section : sections) {
    TRY(auto made, read_section(section, citations));
    if (std::ranges::find(guide.sections, made.id, &GuideSection::id) != guide.sections.end()) {
      return section.wrong(fmt::format("the section '{}' is already in this guide; join the two", made.id));
    }
    guide.sections.push_back(std::move(made));
  }
  return guide;
}

}  // namespace nearme
