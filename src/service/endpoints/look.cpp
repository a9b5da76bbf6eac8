#include "service/endpoints/endpoints.hpp"
#include "service/http/byte_range.hpp"

namespace nearme {

/// GET /look.css.
Result<Answer> look_style_endpoint(const Look& look) {
  Answer answer;
  answer.content_type = "text/css; charset=utf-8";
  answer.body = style_of(look);
  answer.caching = Caching::minutes;
  return answer;
}

/// GET /look/logo.
Result<Answer> look_logo_endpoint(const Look& look) {
  if (look.logo.bytes.empty()) return fail(ErrorKind::not_found, "no logo was set");
  Answer answer;
  answer.content_type = look.logo.content_type;
  answer.body = look.logo.bytes;
  answer.caching = Caching::minutes;
  return answer;
}

/// GET /look/map.pmtiles, by ranges. Its address names its version, so that ranges of two versions are never mixed; the
/// whole is sent too, without a tag, which would have to be made of all of it.
Result<Answer> look_tiles_endpoint(const Look& look, std::string_view range) {
  if (!look.map_tiles.is_set()) return fail(ErrorKind::not_found, "no archive of tiles was set");
  auto answer = part_of_bytes(look.map_tiles.bytes(), range);
  if (answer.status == 416) return answer;
  answer.content_type = "application/vnd.pmtiles";
  answer.caching = answer.status == 206 ? Caching::forever : Caching::never;
  return answer;
}

}  // namespace nearme
