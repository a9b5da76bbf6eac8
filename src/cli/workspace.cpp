#include "cli/workspace.hpp"

#include <algorithm>
#include <vector>

#include "assets/assets.hpp"
#include "base/checksum.hpp"
#include "base/file.hpp"
#include "catalogue/catalogue_files.hpp"
#include "store/sqlite/sqlite_store.hpp"
#include "trust/checked_store.hpp"

namespace nearme {

std::filesystem::path Workspace::report_path(const std::string& source) const {
  return folder_ / "reports" / (to_hex(checksum(source)) + ".json");
}

Result<std::unique_ptr<Store>> Workspace::open_store() const {
  TRY_VOID(make_writable_folder(folder_));
  return open_checked_store();
}

Result<std::unique_ptr<Registers>> Workspace::open_registers() const {
  TRY_VOID(make_writable_folder(folder_));
  return Registers::open(store_path());
}

Result<std::unique_ptr<Store>> Workspace::open_checked_store() const {
  TRY(auto store, open_sqlite_store(store_path()));
  TRY(auto registers, Registers::open(store_path()));
  TRY(auto rules, load_trust_rules());
  return std::make_unique<CheckedStore>(std::move(store), std::move(registers), std::move(rules));
}

Result<TrustRules> Workspace::load_trust_rules() const {
  TRY(const auto catalogue, load_catalogue());
  TRY(const auto files, built_in_and_own("trust"));
  return TrustRules::load(files, catalogue);
}

Result<std::vector<CatalogueFile>> Workspace::built_in_and_own(const std::string& folder) const {
  std::vector<CatalogueFile> files;
  for (const auto& asset : assets_under(folder + "/"))
    files.push_back({std::string{asset.path}, std::string{asset.text()}});
  if (const auto own = folder_ / folder; std::filesystem::is_directory(own)) {
    TRY(auto added, read_catalogue_files(own));
    std::ranges::move(added, std::back_inserter(files));
  }
  return files;
}

Error Workspace::nothing_imported() const {
  return {.kind = ErrorKind::not_found,
          .message = fmt::format("there is no directory in {}; import one first: nearme import FILE --data {}",
                                 folder_.string(), folder_.string())};
}

Result<std::unique_ptr<Store>> Workspace::open_existing_store() const {
  if (!std::filesystem::exists(store_path())) return std::unexpected(nothing_imported());
  return open_checked_store();
}

Result<std::unique_ptr<Store>> Workspace::open_existing_records() const {
  if (!std::filesystem::exists(store_path())) return std::unexpected(nothing_imported());
  return open_sqlite_store(store_path());
}

Result<SqliteMatches> Workspace::open_matches() const {
  // Opening the store brings it to the present version.
  TRY([[maybe_unused]] const auto store, open_existing_store());
  return SqliteMatches::open(store_path());
}

Result<std::shared_ptr<const Index>> Workspace::open_index() const {
  if (!std::filesystem::exists(image_path())) return std::unexpected(nothing_imported());
  return Index::open(image_path());
}

Result<Catalogue> Workspace::load_catalogue() const {
  TRY(const auto files, built_in_and_own("catalogue"));
  return Catalogue::load(files);
}

Result<Gazetteer> Workspace::built_in_gazetteer() const {
  const auto* const built_in = find_asset("gazetteer.bin");
  if (built_in == nullptr) return fail(ErrorKind::corrupt, "this program was built without its gazetteer");
  return Gazetteer::open(built_in->bytes);
}

Result<Gazetteer> Workspace::open_gazetteer() const {
  TRY(const auto built_in, built_in_gazetteer());
  return gazetteer_folder().open_over(built_in);
}

}  // namespace nearme
