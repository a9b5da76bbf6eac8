#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>

#include <unistd.h>

#include "base/file.hpp"
#include "catalogue/catalogue_files.hpp"
#include "gazetteer/small_gazetteer_for_tests.hpp"
#include "intake/import.hpp"

namespace nearme {

/// A store that keeps nothing, so that a fuzzer spends its time in the readers.
class StoreOfNothing : public Store {
 public:
  class Session : public ImportSession {
   public:
    Result<PutOutcome> put(const std::string&, const Site&) override { return PutOutcome::added; }
    Result<PutOutcome> put(const std::string&, const Practitioner&) override { return PutOutcome::added; }
    Result<PutOutcome> put(const std::string&, const Claim&) override { return PutOutcome::added; }
    Result<std::uint64_t> retire_others(SubjectKind) override { return 0; }
    Result<bool> retire(SubjectKind, const std::string&) override { return false; }
    Result<Revision> commit() override { return Revision{}; }
  };
  Result<Revision> revision() override { return Revision{}; }
  Result<StoreCounts> counts() override { return StoreCounts{}; }
  Result<std::vector<SourceSummary>> sources() override { return std::vector<SourceSummary>{}; }
  Result<std::unique_ptr<ImportSession>> begin_import(const Source&) override { return std::make_unique<Session>(); }
  Result<std::vector<Result<EditOutcome>>> edit(std::span<const SiteEdit>) override {
    return std::vector<Result<EditOutcome>>{};
  }
  Result<std::vector<SiteId>> sites_of(const PractitionerId&) override { return std::vector<SiteId>{}; }
  Result<UndoneImport> undo_import(const std::optional<SourceId>&) override { return UndoneImport{}; }
  Result<std::optional<Listing>> find_listing(const SiteId&) override { return std::nullopt; }
  Result<std::optional<Practitioner>> find_practitioner(const PractitionerId&) override { return std::nullopt; }
  Result<void> for_each_listing(const std::function<Result<void>(const Listing&)>&) override { return {}; }
  Result<std::vector<Change>> changes_after(Revision, std::size_t) override { return std::vector<Change>{}; }
};

/// Imports any bytes as a file, in a format or in the one that they tell. The report must come out right: every row is
/// taken, skipped or rejected.
inline void import_bytes(std::string_view bytes, std::optional<Format> format) {
  static const auto kCatalogue = Catalogue::load(*read_catalogue_files(NEARME_SOURCE_DIR "/data/catalogue")).value();
  static const auto kPath = std::filesystem::temp_directory_path() / ("nearme-fuzz-" + std::to_string(::getpid()));
  std::ignore = replace_file(kPath, bytes);
  StoreOfNothing store;
  ImportRequest request;
  request.file = kPath;
  request.format = format;
  request.source = "fuzz";
  const auto report = import_file(store, kCatalogue, small_gazetteer().gazetteer, request, {});
  if (!report) return;
  const auto& rows = report->rows;
  if (rows.read != taken(rows) + rows.skipped + rows.rejected) __builtin_trap();
  std::ignore = to_json(*report);
  std::ignore = to_html(*report);
}

}  // namespace nearme
