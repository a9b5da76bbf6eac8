#include "service/http/problem.hpp"

#include <algorithm>
#include <array>

#include "base/json.hpp"

namespace nearme {
namespace {

struct Reason {
  int status;
  std::string_view text;
};

constexpr std::array kReasons{
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{204, "No Content"},
    Reason{206, "Partial Content"},
    Reason{301, "Moved Permanently"},
    Reason{302, "Found"},
    Reason{303, "See Other"},
    Reason{304, "Not Modified"},
    Reason{307, "Temporary Redirect"},
    Reason{308, "Permanent Redirect"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{408, "Request Timeout"},
    Reason{409, "Conflict"},
    Reason{413, "Content Too Large"},
    Reason{414, "URI Too Long"},
    Reason{416, "Range Not Satisfiable"},
    Reason{431, "Request Header Fields Too Large"},
    Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"},
    Reason{503, "Service Unavailable"},
};

Answer problem(int status, std::string_view type, std::string_view detail, std::string_view parameter) {
  nlohmann::ordered_json document{{"type", type}, {"title", reason_of(status)}, {"status", status}, {"detail", detail}};
  if (!parameter.empty()) document["parameter"] = parameter;
  return {.status = status,
          .content_type = "application/problem+json",
          .body = document.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace),
          .caching = Caching::never};
}

}  // namespace

Answer problem_of(const Error& error) {
  const auto& meaning = meaning_of(error.kind);
  const bool ours = meaning.http_status == 500;
  return problem(meaning.http_status, "urn:nearme:problem:" + std::string{meaning.name},
                 ours ? "Something is wrong on the server; its log says what." : error.message, error.parameter);
}

Answer problem_of_status(int status, std::string_view detail) { return problem(status, "about:blank", detail, {}); }

std::string_view reason_of(int status) {
  const auto found = std::ranges::find(kReasons, status, &Reason::status);
  return found == kReasons.end() ? std::string_view{"Unknown"} : found->text;
}

}  // namespace nearme
