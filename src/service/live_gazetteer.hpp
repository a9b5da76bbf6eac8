#pragma once

#include <string>

#include "gazetteer/gazetteer.hpp"
#include "gazetteer/gazetteer_folder.hpp"

namespace nearme {

/// The gazetteer that answers now: the built-in one, and over it those of a folder, where files come and are replaced
/// while the server runs. A damaged file is refused and logged once, and the gazetteer before goes on. Threads: one.
class LiveGazetteer {
 public:
  /// An empty folder path is no folder. Nothing is opened yet but the built-in one.
  LiveGazetteer(const Gazetteer& built_in, std::filesystem::path folder);

  /// Looks whether a file has changed; whether `current` is another since.
  bool look();

  [[nodiscard]] const Gazetteer& current() const { return current_; }

 private:
  Gazetteer built_in_;
  GazetteerFolder folder_;
  Gazetteer current_;
  std::string seen_;  ///< the folder's state at the last look
};

}  // namespace nearme
