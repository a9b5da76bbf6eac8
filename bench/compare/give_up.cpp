#include "compare/give_up.hpp"

#include <cstdlib>

#include <fmt/format.h>

namespace nearme {

void give_up(std::string_view who, std::string_view why) {
  fmt::print(stderr, "{}: {}\n", who, why);
  std::exit(2);
}

}  // namespace nearme
