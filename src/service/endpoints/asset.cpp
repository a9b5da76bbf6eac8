#include <algorithm>
#include <array>

#include "assets/assets.hpp"
#include "service/endpoints/endpoints.hpp"
#include "service/http/compression.hpp"

namespace nearme {
namespace {

struct TypeOfEnding {
  std::string_view ending;
  std::string_view content_type;
};

constexpr std::array kTypes{
    TypeOfEnding{".js", "text/javascript; charset=utf-8"},
    TypeOfEnding{".mjs", "text/javascript; charset=utf-8"},
    TypeOfEnding{".css", "text/css; charset=utf-8"},
    TypeOfEnding{".html", "text/html; charset=utf-8"},
    TypeOfEnding{".txt", "text/plain; charset=utf-8"},
    TypeOfEnding{".json", "application/json"},
    TypeOfEnding{".map", "application/json"},
    TypeOfEnding{".geojson", "application/geo+json"},
    TypeOfEnding{".webmanifest", "application/manifest+json"},
    TypeOfEnding{".svg", "image/svg+xml"},
    TypeOfEnding{".png", "image/png"},
    TypeOfEnding{".webp", "image/webp"},
    TypeOfEnding{".ico", "image/x-icon"},
    TypeOfEnding{".pbf", "application/x-protobuf"},
    TypeOfEnding{".woff2", "font/woff2"},
    TypeOfEnding{".wasm", "application/wasm"},
};

std::string_view content_type_of(std::string_view file) {
  const auto found = std::ranges::find_if(kTypes, [&](const auto& type) { return file.ends_with(type.ending); });
  return found == kTypes.end() ? std::string_view{"application/octet-stream"} : found->content_type;
}

/// Whether a name holds the checksum of its file, as the bundler writes it: "page-5XK3QZ2A.js". Such a name never
/// comes to mean other bytes.
bool names_its_bytes(std::string_view file) {
  constexpr std::size_t kHashLetters = 8;
  const auto name = file.substr(file.rfind('/') + 1);
  const auto dash = name.find_last_of('-', name.find('.'));
  if (dash == std::string_view::npos || name.find('.', dash) != dash + 1 + kHashLetters) return false;
  const auto hash = name.substr(dash + 1, kHashLetters);
  return std::ranges::all_of(hash, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

/// Turns to the file's twin that was packed at build time, the tightest that the asker takes, if there is one.
void prefer_packed(Answer& answer, const std::string& path, std::string_view accept_encoding) {
  const auto* br = find_asset(path + ".br");
  const auto* gzip = find_asset(path + ".gz");
  if (br == nullptr && gzip == nullptr) return;
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  const bool as_br = br != nullptr && accepts(accept_encoding, Encoding::br);
  if (!as_br && (gzip == nullptr || !accepts(accept_encoding, Encoding::gzip))) return;
  answer.fixed_body = (as_br ? br : gzip)->text();
  answer.headers.emplace_back("Content-Encoding", to_string(as_br ? Encoding::br : Encoding::gzip));
}

}  // namespace

/// GET /assets/{file...}.
Result<Answer> asset_endpoint(std::string_view file, std::string_view accept_encoding) {
  const auto path = "web/" + std::string{file};
  const auto* asset = find_asset(path);
  if (asset == nullptr) return fail(ErrorKind::not_found, "there is no file '{}'", file);
  Answer answer;
  answer.content_type = content_type_of(file);
  answer.fixed_body = asset->text();
  answer.caching = names_its_bytes(file) ? Caching::forever : Caching::minutes;
  prefer_packed(answer, path, accept_encoding);
  return answer;
}

}  // namespace nearme
