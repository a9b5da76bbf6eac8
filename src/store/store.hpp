#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "directory/listing.hpp"
#include "directory/source.hpp"

namespace nearme {

/// Counts the changes of a store: each line of the change log has its own, greater than all before it, so that a reader
/// of the log can stop and go on at any line. A record put unchanged does not count. 0 is the empty store.
enum class Revision : std::uint64_t {};

enum class SubjectKind : std::uint8_t { site, practitioner, claim };

/// One line of the change log: this record was put or retired at this revision. A claim has no id of its own; its line
/// has that of the site or practitioner of whom it speaks, and so does the line of one that came to speak of another. A
/// site has a line also when somebody no longer works there.
struct Change {
  Revision revision{};
  SubjectKind subject{};
  std::string id;
  bool retired = false;
};

/// How many records stand and where they came from.
struct StoreCounts {
  std::uint64_t sites = 0;
  std::uint64_t practitioners = 0;
  std::uint64_t claims = 0;
};

struct SourceSummary {
  Source source;
  StoreCounts standing;
};

/// What a put did. Overridden: the operator has edited this site, or deleted it; that stands, and the record waits
/// beneath it.
enum class PutOutcome : std::uint8_t { added, changed, unchanged, overridden };

/// The source of what the operator edits by the API. No import may have its name.
constexpr std::string_view kSourceOfEdits = "api";

/// What the operator wants of one site: that it is so, or that it is gone. It stands whatever the site's source says
/// later: an import neither changes nor brings back what was edited.
struct SiteEdit {
  SiteId id;
  std::optional<Site> site;  ///< with this id; none: to be deleted
};

enum class EditOutcome : std::uint8_t { added, changed, unchanged, deleted, not_found };

/// Replaces what a source has said by what it says now, in one transaction: until `commit` nothing is visible to
/// others, and destroying the session without it leaves the store as it was. One session at a time; a second waits,
/// then fails with `unavailable`. Belongs to one thread.
class ImportSession {
 public:
  virtual ~ImportSession() = default;

  /// Puts one record. `key` is its name within the source, stable from one import to the next. A record equal to the
  /// one that stands is unchanged and makes no change-log entry; a retired one that comes back is added. Errors:
  /// conflict when the id belongs to another source, or when the key was already put in this session.
  virtual Result<PutOutcome> put(const std::string& key, const Site& site) = 0;
  virtual Result<PutOutcome> put(const std::string& key, const Practitioner& practitioner) = 0;
  virtual Result<PutOutcome> put(const std::string& key, const Claim& claim) = 0;

  /// Retires what stands of this source and subject kind, but was not put in this session. Gives their number. What the
  /// operator has edited goes on standing.
  virtual Result<std::uint64_t> retire_others(SubjectKind subject) = 0;

  /// Retires one record, put in this session or not. Gives whether it stood.
  virtual Result<bool> retire(SubjectKind subject, const std::string& key) = 0;

  /// Makes it all visible and durable. The session is over.
  virtual Result<Revision> commit() = 0;
};

/// What was undone of an import.
struct UndoneImport {
  SourceId source;
  std::uint64_t restored = 0;  ///< records that are again as they were before it
  std::uint64_t removed = 0;   ///< records that it had added
  std::uint64_t taken = 0;     ///< records that cannot come back, since another source has had their ids since
};

/// Some listings that were read from the store, but not yet made sense of, which is most of the work: called once, from
/// any thread, it gives them.
using UnreadListings = std::move_only_function<Result<std::vector<Listing>>()>;

/// The truth: all records, their sources, and the log of their changes. The index is derived from it.
///
/// Threads: any number may use one Store; calls wait for one another where they must. Errors: unreadable or corrupt for
/// the medium, unavailable when it does not answer now.
class Store {
 public:
  virtual ~Store() = default;

  [[nodiscard]] virtual Result<Revision> revision() = 0;
  [[nodiscard]] virtual Result<StoreCounts> counts() = 0;
  [[nodiscard]] virtual Result<std::vector<SourceSummary>> sources() = 0;

  [[nodiscard]] virtual Result<std::unique_ptr<ImportSession>> begin_import(const Source& source) = 0;

  /// Makes the operator's edits, one after the other and in one transaction, which is durable when this returns. Each
  /// has its own outcome, in their order; a record that is not sound is an error of its own. Errors: of the medium, or
  /// unavailable while an import is at work; none was made then.
  [[nodiscard]] virtual Result<std::vector<Result<EditOutcome>>> edit(std::span<const SiteEdit> edits) = 0;

  /// Brings back what the last import of a source changed, as changes of their own in the change log; without a source,
  /// that of the source imported last. Each import can be undone once. What the operator has edited goes on standing,
  /// and what another source has taken since stays with that one. Errors: not_found when there is nothing to undo.
  [[nodiscard]] virtual Result<UndoneImport> undo_import(const std::optional<SourceId>& source) = 0;

  /// Standing records only; retired ones are not found.
  [[nodiscard]] virtual Result<std::optional<Listing>> find_listing(const SiteId& id) = 0;
  [[nodiscard]] virtual Result<std::optional<Practitioner>> find_practitioner(const PractitionerId& id) = 0;

  /// The records of several sources that one site is read from, the most trusted first, whichever of their ids is
  /// given; what the operator has edited is none of them. None when no source has that record now.
  [[nodiscard]] virtual Result<std::vector<Site>> records_of(const SiteId& id);

  /// Where a practitioner works, or worked until the record was retired. The sites need not exist.
  [[nodiscard]] virtual Result<std::vector<SiteId>> sites_of(const PractitionerId& id) = 0;

  /// Calls `visit` with every standing site and what belongs to it, by site id, from one snapshot, in bounded memory.
  /// An error of `visit` ends the walk and is handed on.
  virtual Result<void> for_each_listing(const std::function<Result<void>(const Listing&)>& visit) = 0;

  /// The same in batches of a few hundred, so that several threads can share the work.
  virtual Result<void> for_each_batch(const std::function<Result<void>(UnreadListings)>& visit);

  /// The changes after a revision, oldest first, at most `limit`.
  [[nodiscard]] virtual Result<std::vector<Change>> changes_after(Revision revision, std::size_t limit) = 0;
};

}  // namespace nearme
