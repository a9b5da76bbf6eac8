#include "intake/importer.hpp"

#include <algorithm>
#include <type_traits>

#include "base/checksum.hpp"
#include "intake/cells.hpp"
#include "intake/people_from_row.hpp"
#include "intake/site_from_row.hpp"

namespace nearme {
namespace {

constexpr std::uint64_t kRowsBetweenReports = 256;

/// Each takes some 200 bytes, and memory is bounded whatever comes.
constexpr std::size_t kMostRejectedKept = 1'000'000;

/// A reason as it is counted: without the part that differs from row to row.
std::string without_details(const std::string& reason) { return reason.substr(0, reason.find(" (")); }

/// What a person would look for in the file: the id where the file has one, else the name.
template <class Record>
std::string name_for_report(const Record& record, bool has_own_id) {
  if constexpr (std::is_same_v<Record, Claim>) {
    return record.subject_id;
  } else {
    return has_own_id ? record.id.text() : record.name;
  }
}

std::string_view what_is_repeated(Subject subject, bool has_own_id) {
  if (subject == Subject::claims) return "the same subject, treatment, claim, value and source";
  if (has_own_id) return "the same id";
  return subject == Subject::sites ? "the same name and position" : "the same name and registration";
}

Subject subject_of_record(const Site&) { return Subject::sites; }
Subject subject_of_record(const Practitioner&) { return Subject::practitioners; }
Subject subject_of_record(const Claim&) { return Subject::claims; }

SubjectKind kind_of(Subject subject) {
  switch (subject) {
    case Subject::sites:
      return SubjectKind::site;
    case Subject::practitioners:
      return SubjectKind::practitioner;
    case Subject::claims:
      return SubjectKind::claim;
  }
  return SubjectKind::site;
}

}  // namespace

Importer::Importer(Store& store, RowContext context, Source source, Progress progress)
    : store_(store), context_(std::move(context)), source_(std::move(source)), progress_(std::move(progress)) {}

void Importer::licensed_under(std::string licence, std::string attribution) {
  source_.licence = std::move(licence);
  source_.attribution = std::move(attribution);
}

void Importer::at_byte(std::uint64_t bytes_read, std::uint64_t bytes_in_all) {
  so_far_.bytes_read = bytes_read;
  so_far_.bytes_in_all = bytes_in_all;
}

Result<void> Importer::take(const Row& row) {
  has_own_id_ = !says_nothing(tidy(row[Column::id]));
  const auto take_or_reject = [&](auto record) -> Result<void> {
    if (record) return take(row.line, *std::move(record));
    reject(row.line, record.error().message, value_at_fault(row, record.error()));
    return {};
  };
  switch (subject_) {
    case Subject::sites:
      return take_or_reject(site_from_row(row, context_));
    case Subject::practitioners:
      return take_or_reject(practitioner_from_row(row, context_));
    case Subject::claims:
      return take_or_reject(claim_from_row(row, context_));
  }
  return {};
}

Result<void> Importer::take(std::uint64_t line, Site site) {
  const auto key = site.id.text();
  return put(line, key, std::move(site));
}

Result<void> Importer::take(std::uint64_t line, Practitioner practitioner) {
  const auto key = practitioner.id.text();
  return put(line, key, std::move(practitioner));
}

Result<void> Importer::take(std::uint64_t line, Claim claim) {
  const auto key = key_of(claim);
  return put(line, key, std::move(claim));
}

void Importer::skip() {
  ++report_.rows.skipped;
  count_row();
}

void Importer::reject(std::uint64_t line, std::string reason, std::string_view value) {
  ++report_.rows.rejected;
  ++report_.reject_reasons[without_details(reason)];
  if (report_.rejected.size() < kMostRejectedKept) {
    report_.rejected.push_back({.line = line, .reason = std::move(reason), .value = excerpt(value)});
  } else {
    context_.notes.say("more than a million rows were rejected: the first million are listed, the others counted");
  }
  count_row();
}

Result<ImportReport> Importer::finish(Effect effect) {
  TRY(auto outcome, writer().finish({.retire_others = subjects_read(), .commit = effect == Effect::commit}));
  writer_.reset();
  add_outcome(std::move(outcome));
  if (taken(report_.rows) == 0) {
    context_.notes.say("nothing was taken, so nothing of earlier imports was retired");
  } else if (changes_only_) {
    context_.notes.say("the file holds changes only: records that it does not name stay as they are");
  }
  report_.source = source_.id.text();
  report_.subject = to_string(subject_);
  for (const auto other : other_subjects_) report_.subject += fmt::format(", {}", to_string(other));
  report_.dry_run = effect == Effect::dry_run;
  report_.notes = context_.notes.sentences();
  report_.remarks = context_.notes.remarks();
  report_.findings = context_.notes.findings();
  if (progress_) progress_(so_far_);
  return std::move(report_);
}

/// What the file has all of.
std::vector<SubjectKind> Importer::subjects_read() const {
  if (changes_only_) return {};
  std::vector<SubjectKind> kinds{kind_of(subject_)};
  for (const auto other : other_subjects_) kinds.push_back(kind_of(other));
  return kinds;
}

void Importer::add_outcome(RecordWriter::Outcome outcome) {
  auto& rows = report_.rows;
  rows.added = outcome.rows.added;
  rows.changed = outcome.rows.changed;
  rows.unchanged = outcome.rows.unchanged;
  rows.retired = outcome.rows.retired;
  rows.rejected += outcome.rows.rejected;
  for (auto& rejection : outcome.rejected) {
    ++report_.reject_reasons[without_details(rejection.reason)];
    report_.rejected.push_back(std::move(rejection));
  }
  std::ranges::stable_sort(report_.rejected, {}, &Rejection::line);
  report_.kinds = std::move(outcome.kinds);
  report_.completeness = outcome.completeness.shares();
  context_.notes.add(outcome.notes);
}

template <class Record>
Result<void> Importer::put(std::uint64_t line, const std::string& key, Record record) {
  if (is_repeated(subject_of_record(record), line, key, name_for_report(record, has_own_id_))) return {};
  count_row();
  return writer().put(line, key, std::move(record));
}

Result<void> Importer::retire(SubjectKind subject, const std::string& key) {
  // A row that ends a record is sound, and no record itself: it counts as skipped.
  skip();
  return writer().retire(subject, key);
}

RecordWriter& Importer::writer() {
  if (!writer_) writer_ = std::make_unique<RecordWriter>(store_, source_);
  return *writer_;
}

bool Importer::is_repeated(Subject subject, std::uint64_t line, const std::string& key, std::string_view name) {
  const auto [first, is_new] = line_of_key_.emplace(checksum(key) + static_cast<std::uint64_t>(subject), line);
  if (is_new) return false;
  const auto where = first->second == 0 ? std::string{} : fmt::format(" (line {})", first->second);
  reject(line, fmt::format("an earlier row has {}{}", what_is_repeated(subject, has_own_id_), where), name);
  return true;
}

void Importer::count_row() {
  ++report_.rows.read;
  ++so_far_.rows;
  if (progress_ && so_far_.rows % kRowsBetweenReports == 0) progress_(so_far_);
}

}  // namespace nearme
