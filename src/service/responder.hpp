#pragma once

#include <string>
#include <vector>

#include "service/answer_memory.hpp"
#include "service/edit_queue.hpp"
#include "service/http/exchange.hpp"
#include "service/http/router.hpp"
#include "service/operator_token.hpp"
#include "service/routes.hpp"
#include "service/snapshot.hpp"

namespace nearme {

/// What the whole service answers from. All of it outlives the responder.
struct Grounds {
  Store& store;
  const Catalogue& catalogue;
  const Gazetteer& gazetteer;
  const Pages& pages;
  const Metrics& metrics;
  const Sitemaps& sitemaps;
  const Snapshots& snapshots;
  EditQueue& edits;
  const OperatorToken& token;
};

/// Finds the route of a request, has it answered from the image of this moment, and turns errors into problem
/// documents, or into pages for those who read HTML. Threads: any.
class Responder {
 public:
  Responder(const Grounds& grounds, std::string allow_origin);

  [[nodiscard]] Routed respond(Request request) const;

 private:
  [[nodiscard]] Result<Answer> answer(const Route& route, const Request& request) const;
  [[nodiscard]] Result<Answer> answer_once_a_minute(const Route& route, const Request& request,
                                                    const Backing& backing) const;
  [[nodiscard]] Answer refusal(const Request& request, const Error& error) const;
  [[nodiscard]] Answer without_route(const Request& request, const std::string& allow) const;

  Grounds grounds_;
  std::string allow_origin_;
  mutable AnswerMemory memory_;
  std::vector<RouteShape> shapes_;  ///< of the routes, in their order
};

}  // namespace nearme
