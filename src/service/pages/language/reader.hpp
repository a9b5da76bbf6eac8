#pragma once

#include <string>
#include <string_view>

#include "service/pages/language/language.hpp"

namespace nearme {

/// Who a page is written for: the language, and whether the address names it (`lang=de`), so that its links have to.
struct PageReader {
  const Language* language;
  bool is_chosen = false;
};

/// The language of the address where the pages speak it, else the best for the browser's `Accept-Language`.
PageReader reader_of(std::string_view lang, const std::string& accept_language);

/// An address with `lang=de` added to its query, before its fragment.
std::string with_lang(std::string_view address, std::string_view tag);

/// HTML whose links and forms to pages of our own keep the language: `href="/about"` becomes `href="/about?lang=de"`,
/// and a form that is sent by GET carries it as a hidden field. Files, the API and links that name a language stay.
std::string keep_lang(std::string_view html, std::string_view tag);

}  // namespace nearme
