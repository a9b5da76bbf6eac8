#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "intake/mapping/mapping.hpp"
#include "intake/report.hpp"
#include "store/store.hpp"

namespace nearme {

enum class Effect : std::uint8_t { commit, dry_run };

/// One file to import. `file` "-" is standard input; an address (http, https) is fetched into `downloads`, where what
/// is known of it stays, so that the next import of the address asks for news only; an empty `source` becomes the
/// file's stem in kebab case ("-" needs one); without a format it is told from the name and the first bytes.
struct ImportRequest {
  std::filesystem::path file;
  std::optional<Format> format;
  std::string source;
  Effect effect = Effect::commit;
  std::filesystem::path downloads;  ///< needed for addresses only
  std::string entry;                ///< which file of a ZIP archive; empty: what can be told
  std::optional<Mapping> mapping;   ///< what the columns of a table mean, where their names do not tell
  Instant now{};                    ///< becomes Source::imported_at; opening hours are checked from its day on
};

/// Guesses a mapping for a table (mapping/guess.hpp). Errors: those of `import_file`; nothing is imported.
struct GuessedMapping;
Result<GuessedMapping> guess_mapping_of(const Catalogue& catalogue, const Gazetteer& gazetteer,
                                        const ImportRequest& request);

/// How far an import is. `bytes_in_all` is 0 where it is not known. Bytes that are read several times, such as those of
/// OpenStreetMap files, count as often.
struct ImportProgress {
  std::uint64_t bytes_read = 0;
  std::uint64_t bytes_in_all = 0;
  std::uint64_t rows = 0;
};

/// Called now and then from the importing thread, at most every few hundred rows. May be empty.
using Progress = std::function<void(const ImportProgress&)>;

/// Reads a file of sites, practitioners or claims into the store, as everything that its source says now: records that
/// it no longer has are retired. All in one session: after an error, or with Effect::dry_run, the store is as it was.
///
/// Bad rows do not stop it; they are in the report, and a report with rejected rows is a success here (exit code 1 at
/// the command line). Memory is bounded by the rejected rows and the ids, not by the file. Errors: unreadable;
/// invalid_input when it is none of the formats or columns are missing; corrupt when it breaks off or is damaged; what
/// the store says.
Result<ImportReport> import_file(Store& store, const Catalogue& catalogue, const Gazetteer& gazetteer,
                                 const ImportRequest& request, const Progress& progress);

}  // namespace nearme
