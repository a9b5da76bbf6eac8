#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>

#include "intake/column.hpp"
#include "intake/import.hpp"
#include "intake/record_writer.hpp"
#include "intake/row_context.hpp"

namespace nearme {

/// Where the readers of all formats bring their rows: makes records of them, puts these into one session of the store,
/// and keeps the report. Every row is brought exactly once: to `take`, `skip` or `reject`. Records are written by
/// another thread while the next rows are read.
///
/// The session begins with the first record, so that a reader can first say what it has learnt of the source. Life:
/// rows -> `finish`; going out of scope without it leaves the store as it was.
class Importer {
 public:
  Importer(Store& store, RowContext context, Source source, Progress progress);

  /// What the table holds; sites unless said otherwise. To be said before the first row.
  void read_as(Subject subject) { subject_ = subject; }
  [[nodiscard]] Subject subject() const { return subject_; }

  /// The file may hold records of this subject besides. To be said before `finish`: what it does not have of them then
  /// goes, too.
  void also_reads(Subject subject) { other_subjects_.push_back(subject); }

  /// The file holds changes only: what it does not name stays as it is.
  void holds_changes_only() { changes_only_ = true; }

  /// What is known of the source's licence. To be said before the first row that is taken.
  void licensed_under(std::string licence, std::string attribution);

  /// How far the reader is.
  void at_byte(std::uint64_t bytes_read, std::uint64_t bytes_in_all);

  /// Reads the row as a record of the subject and puts it, or rejects it. Errors: what the store says, bad rows apart.
  Result<void> take(const Row& row);

  /// The same for records that were read elsewhere.
  Result<void> take(std::uint64_t line, Site site);
  Result<void> take(std::uint64_t line, Practitioner practitioner);
  Result<void> take(std::uint64_t line, Claim claim);

  /// Retires a record that the file says is no more. The row counts as skipped, and the record as retired when it
  /// stood.
  Result<void> retire(SubjectKind subject, const std::string& key);

  /// A standing site of any source, as it was before this import. Errors: what the store says.
  [[nodiscard]] Result<std::optional<Listing>> find_listing(const SiteId& id) { return store_.find_listing(id); }

  void skip();
  void reject(std::uint64_t line, std::string reason, std::string_view value);

  [[nodiscard]] RowContext& context() { return context_; }
  [[nodiscard]] const Source& source() const { return source_; }

  /// Retires what the file no longer has, ends the session as `effect` says, and gives the report. When no row was
  /// taken nothing is retired: a file that cannot be used must not empty a directory.
  Result<ImportReport> finish(Effect effect);

 private:
  template <class Record>
  Result<void> put(std::uint64_t line, const std::string& key, Record record);
  RecordWriter& writer();
  bool is_repeated(Subject subject, std::uint64_t line, const std::string& key, std::string_view name);
  [[nodiscard]] std::vector<SubjectKind> subjects_read() const;
  void add_outcome(RecordWriter::Outcome outcome);
  void count_row();

  Store& store_;
  RowContext context_;
  Source source_;
  Progress progress_;
  ImportProgress so_far_;
  Subject subject_ = Subject::sites;
  std::vector<Subject> other_subjects_;
  bool changes_only_ = false;
  bool has_own_id_ = true;  ///< whether the row being taken has its id from the file
  std::unique_ptr<RecordWriter> writer_;
  std::unordered_map<std::uint64_t, std::uint64_t> line_of_key_;  ///< by checksum
  ImportReport report_;
};

}  // namespace nearme
