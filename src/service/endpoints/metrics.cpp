#include <fmt/format.h>

#include "service/endpoints/endpoints.hpp"

namespace nearme {

/// GET /metrics.
Result<Answer> metrics_endpoint(const Metrics& metrics, const Search* search) {
  auto text = metrics.to_text();
  const auto* index = search == nullptr ? nullptr : search->index().get();
  text += fmt::format(
      "# HELP nearme_image_sites Sites of the image that answers; 0 before the first.\n"
      "# TYPE nearme_image_sites gauge\nnearme_image_sites {}\n"
      "# HELP nearme_image_revision Revision of the store that the image was made from.\n"
      "# TYPE nearme_image_revision gauge\nnearme_image_revision {}\n",
      index == nullptr ? 0 : index->size(), index == nullptr ? 0 : index->about().revision);
  return Answer{
      .content_type = "text/plain; version=0.0.4; charset=utf-8", .body = std::move(text), .caching = Caching::never};
}

}  // namespace nearme
