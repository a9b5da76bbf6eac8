#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/result.hpp"
#include "service/backing.hpp"
#include "service/http/answer.hpp"
#include "service/http/request.hpp"

namespace nearme {

/// Whether a route can be answered before an image has been loaded.
enum class Needs : std::uint8_t { nothing, image };

/// One way to ask. HEAD is answered by GET.
struct Route {
  std::string_view method;
  std::string_view pattern;  ///< as in api/openapi.yaml: "/v1/sites/{id}"
  Needs needs;
  Result<Answer> (*answer)(const Request& request, const Backing& backing);
};

/// The one list of what can be asked.
std::span<const Route> routes();

}  // namespace nearme
