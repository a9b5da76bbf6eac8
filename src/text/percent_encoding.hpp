#pragma once

#include <string>
#include <string_view>

namespace nearme {

/// Encodes everything but letters, digits and -._~ (RFC 3986, section 2.3).
std::string percent_encode(std::string_view text);

}  // namespace nearme
