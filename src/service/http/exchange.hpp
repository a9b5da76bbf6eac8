#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string_view>

#include "service/http/answer.hpp"
#include "service/http/request.hpp"

namespace nearme {

/// An answer, and the pattern of the route that gave it: the only thing of an address that logs and metrics may hold.
struct Routed {
  Answer answer;
  std::string_view route = "-";  ///< lives as long as the program
};

/// Answers one request. Called from many threads at once.
using Handler = std::function<Routed(const Request&)>;

/// What happened in one exchange, once it is over. Holds nothing of who asked and nothing of what was asked.
struct Exchange {
  std::string_view method;
  std::string_view route;
  int status = 0;
  std::size_t bytes = 0;  ///< of the body as packed; also for HEAD, which leaves it out
  std::chrono::steady_clock::duration took{};
};

/// Told of every exchange. Called from many threads at once.
using Observer = std::function<void(const Exchange&)>;

}  // namespace nearme
