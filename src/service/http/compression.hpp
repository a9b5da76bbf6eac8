#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nearme {

/// How the bytes of a body are packed on their way (RFC 9110, section 8.4.1).
enum class Encoding : std::uint8_t { none, deflate, gzip, br };

/// As Content-Encoding and Accept-Encoding spell it; none is "identity".
std::string_view to_string(Encoding encoding);

/// Whether an Accept-Encoding header takes this encoding: it names it, or "*", with a weight above zero.
bool accepts(std::string_view accept_encoding, Encoding encoding);

/// Packs by zlib, quickly rather than tightly: about 100 MB a second. `encoding` is gzip or deflate.
std::string compress(std::string_view text, Encoding encoding);

}  // namespace nearme
