#pragma once

#include <filesystem>
#include <memory>

#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "gazetteer/gazetteer_folder.hpp"
#include "index/image/index.hpp"
#include "store/sqlite/registers.hpp"
#include "store/sqlite/sqlite_matches.hpp"
#include "store/store.hpp"
#include "trust/rules.hpp"

namespace nearme {

/// The folder that holds everything of one directory: the store, the index image, and what an operator adds to the
/// catalogue and to the gazetteer.
class Workspace {
 public:
  explicit Workspace(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::filesystem::path store_path() const { return folder_ / "store.sqlite"; }
  [[nodiscard]] std::filesystem::path image_path() const { return folder_ / "index.image"; }
  [[nodiscard]] std::filesystem::path look_path() const { return folder_ / "look.toml"; }

  [[nodiscard]] std::filesystem::path downloads_path() const { return folder_ / "downloads"; }

  /// The report of the last import of a source; its name may hold anything, so the file goes by its checksum.
  [[nodiscard]] std::filesystem::path report_path(const std::string& source) const;

  /// The store, with what the registers say in its listings. Makes the folder where it is missing. Errors: unreadable
  /// when it cannot be written to.
  [[nodiscard]] Result<std::unique_ptr<Store>> open_store() const;

  [[nodiscard]] Result<std::unique_ptr<Registers>> open_registers() const;

  /// Errors: not_found when nothing was imported yet, with the remedy.
  [[nodiscard]] Result<std::unique_ptr<Store>> open_existing_store() const;
  /// The same without what registers and rules say: the records as they were imported.
  [[nodiscard]] Result<std::unique_ptr<Store>> open_existing_records() const;
  /// Errors: not_found when nothing was imported yet, with the remedy.
  [[nodiscard]] Result<SqliteMatches> open_matches() const;
  [[nodiscard]] Result<std::shared_ptr<const Index>> open_index() const;

  /// The built-in catalogue, then the operator's files `catalogue/*.toml` of the folder, by name.
  [[nodiscard]] Result<Catalogue> load_catalogue() const;

  [[nodiscard]] Result<Gazetteer> built_in_gazetteer() const;
  /// The built-in gazetteer, and over it what was imported into the folder.
  [[nodiscard]] Result<Gazetteer> open_gazetteer() const;
  [[nodiscard]] GazetteerFolder gazetteer_folder() const { return GazetteerFolder{gazetteer_path()}; }
  [[nodiscard]] std::filesystem::path gazetteer_path() const { return folder_ / "gazetteer"; }

 private:
  [[nodiscard]] Error nothing_imported() const;
  [[nodiscard]] Result<std::unique_ptr<Store>> open_checked_store() const;
  /// The rules of jurisdictions: the built-in ones, then the operator's files `trust/*.toml` of the folder.
  [[nodiscard]] Result<TrustRules> load_trust_rules() const;
  [[nodiscard]] Result<std::vector<CatalogueFile>> built_in_and_own(const std::string& folder) const;

  std::filesystem::path folder_;
};

}  // namespace nearme
