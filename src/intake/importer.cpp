#include "intake/importer.hpp"

#include <type_traits>

#include "base/checksum.hpp"
#include "intake/cells.hpp"
#include "intake/people_from_row.hpp"
#include "intake/site_from_row.hpp"

namespace nearme {
namespace {

constexpr std::uint64_t kRowsBetweenReports = 256;

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
  if (subject == Subject::claims) return "the same subject, claim, value and source";
  if (has_own_id) return "the same id";
  return subject == Subject::sites ? "the same name and position" : "the same name and registration";
}

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
  const auto taken_before = taken(report_.rows);
  TRY_VOID(put(line, key, site));
  if (taken(report_.rows) == taken_before) return {};
  for (const auto& kind : site.kinds) ++report_.kinds[kind.text()];
  return {};
}

Result<void> Importer::take(std::uint64_t line, Practitioner practitioner) {
  const auto key = practitioner.id.text();
  return put(line, key, practitioner);
}

Result<void> Importer::take(std::uint64_t line, Claim claim) { return put(line, key_of(claim), claim); }

void Importer::skip() {
  ++report_.rows.skipped;
  count_row();
}

void Importer::reject(std::uint64_t line, std::string reason, std::string_view value) {
  ++report_.rows.rejected;
  ++report_.reject_reasons[without_details(reason)];
  report_.rejected.push_back({.line = line, .reason = std::move(reason), .value = excerpt(value)});
  count_row();
}

Result<ImportReport> Importer::finish(Effect effect) {
  TRY_VOID(begin_session());
  if (taken(report_.rows) > 0) {
    TRY(report_.rows.retired, session_->retire_others(kind_of(subject_)));
  } else {
    context_.notes.say("nothing was taken, so nothing of earlier imports was retired");
  }
  if (effect == Effect::commit) {
    TRY([[maybe_unused]] const auto revision, session_->commit());
  }
  session_.reset();
  report_.source = source_.id.text();
  report_.subject = to_string(subject_);
  report_.dry_run = effect == Effect::dry_run;
  report_.notes = context_.notes.sentences();
  report_.completeness = completeness_.shares();
  if (progress_) progress_(so_far_);
  return std::move(report_);
}

template <class Record>
Result<void> Importer::put(std::uint64_t line, const std::string& key, Record& record) {
  if (is_repeated(line, key, name_for_report(record, has_own_id_))) return {};
  TRY_VOID(begin_session());
  const auto outcome = put_under_free_id(line, key, record);
  if (outcome) {
    count_outcome(*outcome);
    if (*outcome == PutOutcome::overridden)
      context_.notes.count("sites that were edited by hand; the edits stand", line,
                           name_for_report(record, has_own_id_));
    completeness_.count(record);
    return {};
  }
  const auto kind = outcome.error().kind;
  if (kind != ErrorKind::conflict && kind != ErrorKind::invalid_input) return std::unexpected(outcome.error());
  reject(line, outcome.error().message, key);
  return {};
}

/// An id that another source has already is taken with the name of this source before it.
template <class Record>
Result<PutOutcome> Importer::put_under_free_id(std::uint64_t line, const std::string& key, Record& record) {
  auto outcome = session_->put(key, record);
  if constexpr (!std::is_same_v<Record, Claim>) {
    if (outcome || outcome.error().kind != ErrorKind::conflict) return outcome;
    context_.notes.count(fmt::format("ids that another source has already, taken as {}-<id>", source_.id.text()), line,
                         record.id.text());
    record.id = decltype(record.id)(source_.id.text() + '-' + record.id.text());
    outcome = session_->put(key, record);
  }
  return outcome;
}

Result<void> Importer::begin_session() {
  if (session_) return {};
  TRY(session_, store_.begin_import(source_));
  return {};
}

bool Importer::is_repeated(std::uint64_t line, const std::string& key, std::string_view name) {
  const auto [first, is_new] = line_of_key_.emplace(checksum(key), line);
  if (is_new) return false;
  const auto where = first->second == 0 ? std::string{} : fmt::format(" (line {})", first->second);
  reject(line, fmt::format("an earlier row has {}{}", what_is_repeated(subject_, has_own_id_), where), name);
  return true;
}

void Importer::count_outcome(PutOutcome outcome) {
  switch (outcome) {
    case PutOutcome::added:
      ++report_.rows.added;
      break;
    case PutOutcome::changed:
      ++report_.rows.changed;
      break;
    case PutOutcome::unchanged:
    case PutOutcome::overridden:
      ++report_.rows.unchanged;
      break;
  }
  count_row();
}

void Importer::count_row() {
  ++report_.rows.read;
  ++so_far_.rows;
  if (progress_ && so_far_.rows % kRowsBetweenReports == 0) progress_(so_far_);
}

}  // namespace nearme
