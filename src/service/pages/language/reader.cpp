#include "service/pages/language/reader.hpp"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "service/pages/language/languages.hpp"

namespace nearme {
namespace {

constexpr std::string_view kLink = " href=\"/";
constexpr std::string_view kForm = " action=\"/";
constexpr std::array<std::string_view, 5> kNoPages{"/assets/", "/look", "/v1/", "/openapi.json", "/favicon"};

bool is_page(std::string_view address) {
  return std::ranges::none_of(kNoPages, [&](std::string_view prefix) { return address.starts_with(prefix); });
}

bool names_a_language(std::string_view address) {
  return address.find("?lang=") != std::string_view::npos || address.find("&amp;lang=") != std::string_view::npos;
}

std::string added(std::string_view address, std::string_view tag, std::string_view separator) {
  const auto path = address.substr(0, address.find('#'));
  const auto join = path.find('?') == std::string_view::npos ? "?" : separator;
  return fmt::format("{}{}lang={}{}", path, join, tag, address.substr(path.size()));
}

}  // namespace

PageReader reader_of(std::string_view lang, const std::string& accept_language) {
  if (const auto* chosen = language_called(lang)) return {.language = chosen, .is_chosen = true};
  return {.language = &language_for(accept_language)};
}

std::string with_lang(std::string_view address, std::string_view tag) { return added(address, tag, "&"); }

std::string keep_lang(std::string_view html, std::string_view tag) {
  std::string kept;
  kept.reserve(html.size() + html.size() / 20);
  while (true) {
    const auto link = html.find(kLink);
    const auto form = html.substr(0, link).find(kForm);
    const bool is_form = form != std::string_view::npos;
    const auto at = is_form ? form : link;
    if (at == std::string_view::npos) return kept.append(html);
    const auto begin = at + (is_form ? kForm : kLink).size() - 1;
    const auto address = html.substr(begin, html.find('"', begin) - begin);
    const auto end = is_form ? html.find('>', begin) + 1 : begin + address.size();
    kept += html.substr(0, begin);
    if (is_form) {
      kept += html.substr(begin, end - begin);
      kept += fmt::format("<input type=\"hidden\" name=\"lang\" value=\"{}\">", tag);
    } else {
      kept += is_page(address) && !names_a_language(address) ? added(address, tag, "&amp;") : std::string(address);
    }
    html.remove_prefix(end);
  }
}

}  // namespace nearme
