#pragma once

#include <string>
#include <string_view>

#include "service/http/answer.hpp"

namespace nearme {

/// What browsers are told about pages: load nothing from elsewhere, run nothing that stands in the page itself, ask for
/// nothing but the position, tell others nothing. `map_style_url` is the operator's, or empty; its origin is then the
/// one exception.
void add_page_headers(Answer& answer, std::string_view map_style_url);

/// What other sites' pages may read: the API and the files of the embeddable component.
void add_cross_origin_headers(Answer& answer, std::string_view path, std::string_view allow_origin);

}  // namespace nearme
