#pragma once

#include <map>
#include <string>

#include "service/pages/frame.hpp"
#include "service/pages/pages.hpp"
#include "service/pages/templates.hpp"
#include "service/pages/wording_law.hpp"

namespace nearme {

/// What all pages are made with. Pages of one sort stand in a file of their own: search_pages.cpp, site_pages.cpp,
/// catalogue_pages.cpp; what they share is in pages.cpp.
struct Pages::Parts {
  std::map<std::string, Templates> templates;  ///< by the tag of their language
  Frame frame;
  WordingLaw jurisdiction;
};

}  // namespace nearme
