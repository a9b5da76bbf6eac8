#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "service/http/answer.hpp"

namespace nearme {

/// What browsers are told about pages: load nothing from elsewhere, run nothing that stands in the page itself, ask for
/// nothing but the position, tell others nothing, and keep no page for readers of another language. `map_hosts` are the
/// origins that the operator's map is drawn from, parted by spaces, or empty; they are the one exception.
void add_page_headers(Answer& answer, std::string_view map_hosts);

/// What the map's worker, which asks for tiles, is told: to ask nobody but us and those hosts.
void add_worker_headers(Answer& answer, std::string_view map_hosts);

/// What other sites' pages may read: the API, and the component with its results and files. `allowed` are their
/// origins, "https://a.example https://b.example"; "*" is any, empty is none. `origin` is that of the page that asks.
void add_cross_origin_headers(Answer& answer, std::string_view path, std::string_view allowed, std::string_view origin);

/// Such a list with single spaces, of words that commas or spaces part. Errors: invalid_input for what is no origin,
/// such as an address with a path.
Result<std::string> read_origins(std::string_view text);

}  // namespace nearme
