#include "service/responder.hpp"

#include <spdlog/spdlog.h>

#include "service/endpoints/parameters.hpp"
#include "service/http/problem.hpp"
#include "service/policy.hpp"

namespace nearme {
namespace {

/// Programs get JSON; a browser that opens an address which is not of the API gets a page.
bool reads_pages(const Request& request) {
  return !request.path.starts_with("/v1/") && request.accept.find("text/html") != std::string::npos;
}

/// What browsers ask before a page of another site may send a request with headers of its own (Fetch standard).
bool is_preflight(const Request& request) { return request.method == "OPTIONS" && request.path.starts_with("/v1/"); }

Answer preflight_answer(const std::string& allow) {
  return {.status = 204,
          .content_type = {},
          .caching = Caching::never,
          .headers = {{"Allow", allow + ", OPTIONS"},
                      {"Access-Control-Allow-Methods", allow},
                      {"Access-Control-Allow-Headers", "*"},
                      {"Access-Control-Max-Age", "86400"}}};
}

void log_our_fault(const Error& error) {
  if (meaning_of(error.kind).http_status == 500) spdlog::error("cannot answer: {}", error.message);
}

}  // namespace

Responder::Responder(const Grounds& grounds, std::string allow_origin)
    : grounds_(grounds), allow_origin_(std::move(allow_origin)) {
  for (const auto& route : routes()) shapes_.push_back({route.method, route.pattern});
}

Routed Responder::respond(Request request) const {
  auto found = find_route(shapes_, request.method, request.segments);
  Routed routed;
  if (!found.known) {
    routed.answer = without_route(request, found.allow);
  } else {
    const auto& route = routes()[found.number];
    request.caught = std::move(found.caught);
    auto answered = answer(route, request);
    routed.route = route.pattern;
    routed.answer = answered ? *std::move(answered) : refusal(request, answered.error());
  }
  const auto& map_hosts = grounds_.pages.look().map_hosts;
  if (routed.answer.content_type.starts_with("text/html")) add_page_headers(routed.answer, map_hosts);
  if (request.path.starts_with("/assets/map-worker-")) add_worker_headers(routed.answer, map_hosts);
  if (routed.answer.later) {
    routed.answer.later = [this, path = request.path, origin = request.origin,
                           later = std::move(routed.answer.later)](auto done) {
      later([this, path, origin, done = std::move(done)](Answer answer) {
        add_cross_origin_headers(answer, path, allow_origin_, origin);
        done(std::move(answer));
      });
    };
  }
  add_cross_origin_headers(routed.answer, request.path, allow_origin_, request.origin);
  return routed;
}

Result<Answer> Responder::answer(const Route& route, const Request& request) const {
  const auto search = grounds_.snapshots.current();
  const Backing backing{.search = search,
                        .store = grounds_.store,
                        .catalogue = grounds_.catalogue,
                        .gazetteer = search ? search->gazetteer() : grounds_.gazetteer,
                        .pages = grounds_.pages,
                        .metrics = grounds_.metrics,
                        .edits = grounds_.edits,
                        .token = grounds_.token,
                        .sitemaps = grounds_.sitemaps,
                        .now = now()};
  if (route.needs == Needs::image && !backing.search) {
    return fail(ErrorKind::unavailable, "no index has been loaded yet; import a directory, or try again in a moment");
  }
  if (route.holds == Holds::for_a_minute) return answer_once_a_minute(route, request, backing);
  return route.answer(request, backing);
}

Result<Answer> Responder::answer_once_a_minute(const Route& route, const Request& request,
                                               const Backing& backing) const {
  const AnswerMemory::Ground ground{.search = backing.search, .now = backing.now};
  const AnswerMemory::Question question{.route = route.pattern, .parameters = request.parameters};
  if (auto known = memory_.recall(ground, question)) return *std::move(known);
  TRY(auto answered, route.answer(request, backing));
  memory_.remember(ground, question, answered);
  return answered;
}

Answer Responder::refusal(const Request& request, const Error& error) const {
  log_our_fault(error);
  auto problem = problem_of(error);
  if (!reads_pages(request)) return problem;
  const auto reader = reader_of(value_of(request.parameters, "lang"), request.accept_language);
  problem.body = grounds_.pages.in(reader).error(error);
  problem.content_type = "text/html; charset=utf-8";
  return problem;
}

Answer Responder::without_route(const Request& request, const std::string& allow) const {
  if (allow.empty()) {
    return refusal(request, {ErrorKind::not_found, fmt::format("there is nothing at '{}'", request.path), {}});
  }
  if (is_preflight(request)) return preflight_answer(allow);
  auto problem =
      problem_of_status(405, fmt::format("{} is not a way to ask here; there are {}", request.method, allow));
  problem.headers.emplace_back("Allow", allow);
  return problem;
}

}  // namespace nearme
