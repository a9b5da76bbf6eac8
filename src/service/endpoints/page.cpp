#include "service/endpoints/endpoints.hpp"
#include "service/endpoints/parameters.hpp"

namespace nearme {

Result<Answer> page_of(Result<std::string> html) {
  if (!html) return std::unexpected(std::move(html.error()));
  Answer answer;
  answer.content_type = "text/html; charset=utf-8";
  answer.body = *std::move(html);
  return answer;
}

PagePart page_part_of(const Parameters& parameters) {
  return value_of(parameters, "part") == "results" ? PagePart::results : PagePart::whole;
}

}  // namespace nearme
