#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "service/http/router.hpp"
#include "service/http/url.hpp"
#include "text/percent_encoding.hpp"

/// Any bytes are either a target or an error; what was decoded can be encoded and decoded again to the same text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nearme;
  const std::string_view text{reinterpret_cast<const char*>(bytes), size};
  const auto target = parse_target(text);
  if (!target) return 0;
  if (!target->path.starts_with('/')) std::abort();
  for (const auto& [name, value] : target->parameters) {
    if (percent_decode(percent_encode(value), Plus::is_space) != value) std::abort();
  }
  Caught caught;
  path_matches("/v1/sites/{id}/near/{place}", target->segments, caught);
  path_matches("/assets/{file...}", target->segments, caught);
  return 0;
}
