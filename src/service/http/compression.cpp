#include "service/http/compression.hpp"

#include <algorithm>
#include <cassert>
#include <stdexcept>

#include <zlib.h>

namespace nearme {
namespace {

/// Halfway between fast and tight: answers are made anew for each request.
constexpr int kLevel = 4;
constexpr int kWindowBits = 15;
constexpr int kGzipWindowBits = kWindowBits + 16;
constexpr int kMemoryLevel = 8;

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool equal_without_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const char lower = a[i] >= 'A' && a[i] <= 'Z' ? static_cast<char>(a[i] + 32) : a[i];
    if (lower != b[i]) return false;
  }
  return true;
}

/// Whether ";q=0", in any spelling of zero, follows a coding.
bool weighs_nothing(std::string_view weight) {
  const auto value = trim(weight);
  return (value.starts_with("q=0") || value.starts_with("Q=0")) &&
         value.find_first_not_of("0.", 2) == std::string_view::npos;
}

}  // namespace

std::string_view to_string(Encoding encoding) {
  switch (encoding) {
    case Encoding::none:
      return "identity";
    case Encoding::deflate:
      return "deflate";
    case Encoding::gzip:
      return "gzip";
    case Encoding::br:
      return "br";
  }
  return {};
}

bool accepts(std::string_view accept_encoding, Encoding encoding) {
  bool by_star = false;
  while (!accept_encoding.empty()) {
    const auto comma = std::min(accept_encoding.find(','), accept_encoding.size());
    const auto item = accept_encoding.substr(0, comma);
    accept_encoding.remove_prefix(std::min(comma + 1, accept_encoding.size()));
    const auto semicolon = std::min(item.find(';'), item.size());
    const auto coding = trim(item.substr(0, semicolon));
    const bool wanted = semicolon == item.size() || !weighs_nothing(item.substr(semicolon + 1));
    if (equal_without_case(coding, to_string(encoding))) return wanted;
    if (coding == "*") by_star = wanted;
  }
  return by_star;
}

std::string compress(std::string_view text, Encoding encoding) {
  assert(encoding == Encoding::gzip || encoding == Encoding::deflate);
  z_stream stream{};
  const int window = encoding == Encoding::gzip ? kGzipWindowBits : kWindowBits;
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, window, kMemoryLevel, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib has no memory");
  }
  std::string packed(deflateBound(&stream, text.size()), '\0');
  // zlib reads through a pointer to non-const, though it changes nothing.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int outcome = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (outcome != Z_STREAM_END) throw std::runtime_error("zlib could not finish");
  return packed;
}

}  // namespace nearme
