#include "service/pages/frame.hpp"

#include "assets/assets.hpp"

namespace nearme {
namespace {

using nlohmann::json;

/// "site" of "templates/site.mustache".
std::string bare_name(std::string_view path, std::string_view folder, std::string_view ending) {
  path.remove_prefix(folder.size());
  if (path.ends_with(ending)) path.remove_suffix(ending.size());
  return std::string{path};
}

}  // namespace

json Frame::around(json view, const PageFacts& facts) const {
  view["frame"] = {{"title", facts.title},
                   {"description", facts.description},
                   {"script", web_.address("page.js")},
                   {"style", web_.address("page.css")},
                   {"icon", web_.address("icon.svg")},
                   {"fictional", facts.about != nullptr && facts.about->any_fictional},
                   {"attributions", facts.about == nullptr ? json::array() : json(facts.about->attributions)}};
  view["map_style"] = options_.map_style_url;
  return view;
}

ErrorWords error_words(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::not_found:
      return {.title = "There is no such page", .advice = "The address may be mistyped, or the record was removed."};
    case ErrorKind::invalid_input:
      return {.title = "That cannot be read", .advice = "Go back and change it, or begin a new search."};
    case ErrorKind::unavailable:
      return {.title = "Not available just now", .advice = "Try again in a minute."};
    default:
      return {.title = "Something went wrong here", .advice = "It is not your doing. Try again in a few minutes."};
  }
}

std::map<std::string, std::string> template_texts() {
  std::map<std::string, std::string> texts;
  for (const auto& asset : assets_under("templates/"))
    texts.emplace(bare_name(asset.path, "templates/", ".mustache"), asset.text());
  for (const auto& asset : assets_under("web/icons/")) {
    if (asset.path.ends_with(".svg"))
      texts.emplace("icon-" + bare_name(asset.path, "web/icons/", ".svg"), asset.text());
  }
  return texts;
}

}  // namespace nearme
