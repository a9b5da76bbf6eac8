#include "service/pages/frame.hpp"

#include "assets/assets.hpp"
#include "service/pages/language/languages.hpp"

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

/// The messages of the tables "script" and "map", for the page's scripts.
json script_words(const Language& language) {
  auto words = json::object();
  for (const auto& [key, pattern] : language.messages()) {
    if (key.starts_with("script.") || key.starts_with("map.")) words[key] = pattern;
  }
  return words;
}

/// A message as it stands in a template: escaped, with its places as tags, which escape what fills them.
std::string in_template(const std::string& message) {
  std::string escaped;
  for (const char c : message) {
    if (c == '&')
      escaped += "&amp;";
    else if (c == '<')
      escaped += "&lt;";
    else if (c == '"')
      escaped += "&quot;";
    else
      escaped += c;
  }
  return replace_places(escaped, [](std::string_view place) { return fmt::format("{{{{{}}}}}", place); });
}

Result<std::string> with_messages(const std::string& name, std::string_view text, const Language& language) {
  std::string filled;
  for (auto open = text.find("[["); open != std::string_view::npos; open = text.find("[[")) {
    const auto close = text.find("]]", open);
    if (close == std::string_view::npos)
      return fail(ErrorKind::corrupt, "the template '{}' opens a [[ and never closes it", name);
    const auto key = text.substr(open + 2, close - open - 2);
    const auto message = language.messages().find(key);
    if (message == language.messages().end())
      return fail(ErrorKind::corrupt, "the template '{}' asks for the message '{}', which {}.toml lacks", name, key,
                  language.tag());
    filled += text.substr(0, open);
    filled += in_template(message->second);
    text.remove_prefix(close + 2);
  }
  return filled.append(text);
}

}  // namespace

/// The same page in each language, for search engines (hreflang) and for the reader to choose.
json Frame::in_languages(const PageFacts& facts, const PageReader& reader) const {
  auto links = json::array();
  const auto& here = facts.here.empty() ? facts.path : facts.here;
  for (const auto& language : languages()) {
    const auto address = facts.path.empty() || look_.address.empty() ? "" : look_.address + facts.path;
    links.push_back({{"tag", language.tag()},
                     {"own_name", language.say("frame.own-name")},
                     {"direction", language.formats().is_right_to_left() ? "rtl" : "ltr"},
                     {"chosen", language.tag() == reader.language->tag()},
                     {"link", with_lang(here.empty() ? "/" : here, language.tag())},
                     {"alternate", address.empty() ? "" : with_lang(address, language.tag())}});
  }
  return links;
}

json Frame::around(json view, const PageFacts& facts, const PageReader& reader) const {
  const auto& language = *reader.language;
  const bool has_address = !look_.address.empty() && !facts.path.empty();
  const auto path = reader.is_chosen ? with_lang(facts.path, language.tag()) : facts.path;
  view["frame"] = {
      {"title", facts.title},
      {"name", look_.name},
      {"logo", look_.logo.bytes.empty() ? "" : "/look/logo"},
      {"colours", !style_of(look_).empty()},
      {"placeholder", look_.placeholder.empty() ? language.say("box.placeholder") : look_.placeholder},
      {"footer", look_.footer.empty() ? language.say("frame.footer", {{"name", look_.name}}) : look_.footer},
      {"links", links_of(look_)},
      {"description", facts.description},
      {"canonical", has_address ? look_.address + path : ""},
      {"any_language", has_address ? look_.address + facts.path : ""},
      {"lang", language.tag()},
      {"direction", language.formats().is_right_to_left() ? "rtl" : "ltr"},
      {"is_english", language.tag() == "en"},
      {"languages", in_languages(facts, reader)},
      {"words", script_text(script_words(language))},
      {"structured", facts.structured.is_null() ? "" : script_text(facts.structured)},
      {"script", web_.address("page.js")},
      {"style", web_.address("page.css")},
      {"icon", web_.address("icon.svg")},
      {"fictional", facts.about != nullptr && facts.about->any_fictional},
      {"attributions", facts.about == nullptr ? json::array() : json(facts.about->attributions)}};
  view["map_style"] = look_.map_style;
  const bool has_tiles = look_.map_style.empty() && look_.map_tiles.is_set();
  view["map_tiles"] = has_tiles ? "/look/map.pmtiles?v=" + look_.map_tiles.version() : "";
  return view;
}

ErrorWords error_words(const Language& language, ErrorKind kind) {
  const auto words = [&](const std::string& key) -> ErrorWords {
    return {.title = language.say("error." + key), .advice = language.say("error." + key + "-advice")};
  };
  switch (kind) {
    case ErrorKind::not_found:
      return words("not-found");
    case ErrorKind::invalid_input:
      return words("invalid");
    case ErrorKind::unavailable:
      return words("unavailable");
    default:
      return words("other");
  }
}

Result<std::map<std::string, std::string>> template_texts(const Language& language) {
  std::map<std::string, std::string> texts;
  for (const auto& asset : assets_under("templates/")) {
    const auto name = bare_name(asset.path, "templates/", ".mustache");
    TRY(auto text, with_messages(name, asset.text(), language));
    texts.emplace(name, std::move(text));
  }
  for (const auto& asset : assets_under("web/icons/")) {
    if (asset.path.ends_with(".svg"))
      texts.emplace("icon-" + bare_name(asset.path, "web/icons/", ".svg"), asset.text());
  }
  return texts;
}

}  // namespace nearme
