#pragma once

#include <map>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "index/image/index.hpp"
#include "service/pages/pages.hpp"
#include "service/pages/web_assets.hpp"

namespace nearme {

/// What a page tells its frame.
struct PageFacts {
  std::string title;
  std::string description = {};
  const IndexAbout* about = nullptr;  ///< whose attributions and marks to show; null on pages without records
};

/// What stands around every page: title, scripts and styles, the banner of fictional data, attributions.
class Frame {
 public:
  Frame(PageOptions options, WebAssets web) : options_(std::move(options)), web_(std::move(web)) {}

  /// The page's view with the frame's fields added: `frame` for templates `head` and `foot`, `map_style` for the map.
  [[nodiscard]] nlohmann::json around(nlohmann::json view, const PageFacts& facts) const;

 private:
  PageOptions options_;
  WebAssets web_;
};

/// How an error is told to a person: what it is, and what to do.
struct ErrorWords {
  std::string_view title;
  std::string_view advice;
};

ErrorWords error_words(ErrorKind kind);

/// The templates and icons built into the program, by name: "site", "icon-phone".
std::map<std::string, std::string> template_texts();

}  // namespace nearme
