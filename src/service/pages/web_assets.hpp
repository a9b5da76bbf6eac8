#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace nearme {

/// The built scripts and styles by their plain names: "page.js" is served at "/assets/page-3F2A.js". Read from the
/// manifest that web/build.mjs writes beside them.
class WebAssets {
 public:
  /// Errors: corrupt when it is no JSON object of texts.
  [[nodiscard]] static Result<WebAssets> from_manifest(std::string_view manifest);

  /// The address to link to; empty when the build has no such file.
  [[nodiscard]] std::string address(const std::string& name) const;

 private:
  explicit WebAssets(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  std::map<std::string, std::string> files_;
};

}  // namespace nearme
