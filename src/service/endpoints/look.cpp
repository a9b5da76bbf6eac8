#include "service/endpoints/endpoints.hpp"

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

}  // namespace nearme
