#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "base/result.hpp"
#include "index/image/index_about.hpp"
#include "service/pages/language/reader.hpp"
#include "service/pages/look/look.hpp"
#include "service/pages/web_assets.hpp"

namespace nearme {

/// What a page tells its frame.
struct PageFacts {
  std::string title;
  std::string description = {};
  std::string path = {};              ///< of its canonical address; empty: the page has none
  std::string here = {};              ///< its path and question, to read it in another language; empty: `path`
  nlohmann::json structured = {};     ///< what it says in the words of schema.org; null: nothing
  const IndexAbout* about = nullptr;  ///< whose attributions and marks to show; null on pages without records
};

/// What stands around every page: title, canonical address, scripts and styles, the operator's name and links, the
/// banner of fictional data, attributions.
class Frame {
 public:
  Frame(Look look, WebAssets web) : look_(std::move(look)), web_(std::move(web)) {}

  [[nodiscard]] const Look& look() const { return look_; }

  /// The page's view with the frame's fields added: `frame` for templates `head` and `foot`, `map_style` and
  /// `map_tiles` for the map.
  [[nodiscard]] nlohmann::json around(nlohmann::json view, const PageFacts& facts, const PageReader& reader) const;

 private:
  [[nodiscard]] nlohmann::json in_languages(const PageFacts& facts, const PageReader& reader) const;

  Look look_;
  WebAssets web_;
};

/// How an error is told to a person: what it is, and what to do.
struct ErrorWords {
  std::string title;
  std::string advice;
};

ErrorWords error_words(const Language& language, ErrorKind kind);

/// The templates and icons built into the program, by name: "site", "icon-phone"; with `[[card.call]]` in them replaced
/// by this message of the language, whose places become tags: "{name}" is `{{name}}`. Errors: corrupt, with the
/// template and the key, for a message that there is not.
Result<std::map<std::string, std::string>> template_texts(const Language& language);

}  // namespace nearme
