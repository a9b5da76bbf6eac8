#pragma once

#include <memory>

#include "base/time.hpp"
#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "search/search.hpp"
#include "service/edit_queue.hpp"
#include "service/metrics.hpp"
#include "service/operator_token.hpp"
#include "service/pages/pages.hpp"
#include "service/sitemaps.hpp"
#include "store/store.hpp"

namespace nearme {

/// What one request is answered from: one image, the store, the moment of asking. Everything lives until the answer has
/// been written, whatever is replaced meanwhile.
struct Backing {
  std::shared_ptr<const Search> search;  ///< null until an image has been loaded; routes that need it are not called
  Store& store;
  const Catalogue& catalogue;
  const Gazetteer& gazetteer;
  const Pages& pages;
  const Metrics& metrics;
  EditQueue& edits;
  const OperatorToken& token;
  const Sitemaps& sitemaps;
  Instant now;
};

}  // namespace nearme
