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

json links_of(const Look& look) {
  auto links = json::array();
  for (const auto& [text, url] : look.links) links.push_back({{"text", text}, {"url", url}});
  return links;
}

/// JSON that can stand in a script element: no text of it can end the element (HTML, "restrictions for contents of
/// script elements").
std::string script_text(const json& structured) {
  auto text = structured.dump(-1, ' ', false, json::error_handler_t::replace);
  for (auto at = text.find('<'); at != std::string::npos; at = text.find('<', at)) text.replace(at, 1, "\\u003c");
  return text;
}

}  // namespace

json Frame::around(json view, const PageFacts& facts) const {
  const bool has_address = !look_.address.empty() && !facts.path.empty();
  view["frame"] = {{"title", facts.title},
                   {"name", look_.name},
                   {"logo", look_.logo.bytes.empty() ? "" : "/look/logo"},
                   {"colours", !style_of(look_).empty()},
                   {"placeholder", look_.placeholder},
                   {"footer", look_.footer},
                   {"links", links_of(look_)},
                   {"description", facts.description},
                   {"canonical", has_address ? look_.address + facts.path : ""},
                   {"structured", facts.structured.is_null() ? "" : script_text(facts.structured)},
                   {"script", web_.address("page.js")},
                   {"style", web_.address("page.css")},
                   {"icon", web_.address("icon.svg")},
                   {"fictional", facts.about != nullptr && facts.about->any_fictional},
                   {"attributions", facts.about == nullptr ? json::array() : json(facts.about->attributions)}};
  view["map_style"] = look_.map_style;
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
