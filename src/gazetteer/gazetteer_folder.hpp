#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "gazetteer/gazetteer.hpp"

namespace nearme {

/// One compiled gazetteer that an operator has imported.
struct ImportedGazetteer {
  std::string name;         ///< of the file, without its ending: "gb-places"
  std::string source;       ///< the file that it was made of
  std::string imported_at;  ///< RFC 3339
  std::size_t localities = 0;
  std::size_t postcodes = 0;
  std::uintmax_t bytes = 0;
};

/// The folder of the compiled gazetteers that lie over the built-in one: NAME.bin each. Files are replaced by rename
/// only, so that a reader finds the old one or the new one.
class GazetteerFolder {
 public:
  explicit GazetteerFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

  [[nodiscard]] std::filesystem::path path_of(const std::string& name) const { return folder_ / (name + ".bin"); }

  /// All of them over the built-in one; what was imported last lies uppermost. Errors: corrupt or unreadable, with the
  /// file and the remedy.
  [[nodiscard]] Result<Gazetteer> open_over(const Gazetteer& built_in) const;

  /// What there is, by name. Errors as above.
  [[nodiscard]] Result<std::vector<ImportedGazetteer>> list() const;

  /// Puts a compiled gazetteer there, wholly or not at all, in the place of one of the same name.
  Result<void> put(const std::string& name, std::span<const std::byte> bytes) const;

  /// Tells whether a file has come, gone or been replaced: the same text as long as nothing has.
  [[nodiscard]] std::string state() const;

 private:
  struct Opened;
  [[nodiscard]] Result<std::vector<Opened>> open_all() const;
  [[nodiscard]] std::vector<std::filesystem::path> files() const;

  std::filesystem::path folder_;
};

}  // namespace nearme
