#pragma once

#include "base/time.hpp"
#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "search/search.hpp"
#include "store/store.hpp"

namespace nearme {

/// What one request is answered from: one image, the store, the moment of asking. Everything lives until the answer has
/// been written, whatever is replaced meanwhile.
struct Backing {
  const Search& search;
  Store& store;
  const Catalogue& catalogue;
  const Gazetteer& gazetteer;
  Instant now;
};

}  // namespace nearme
