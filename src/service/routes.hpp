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

/// Whether an answer holds for all who ask the same in the same minute.
enum class Holds : std::uint8_t { once, for_a_minute };

/// One way to ask. HEAD is answered by GET.
struct Route {
  std::string_view method;
  std::string_view pattern;  ///< as in api/openapi.yaml: "/v1/sites/{id}"
  Needs needs;
  Result<Answer> (*answer)(const Request& request, const Backing& backing);
  Holds holds = Holds::once;
};

/// The one list of what can be asked.
std::span<const Route> routes();

}  // namespace nearme
