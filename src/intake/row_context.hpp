#pragma once

#include <string>

#include "base/time.hpp"
#include "catalogue/catalogue.hpp"
#include "gazetteer/gazetteer.hpp"
#include "intake/hours_check.hpp"
#include "intake/notes.hpp"

namespace nearme {

/// What the rows of one import are read with: what nearme knows, whose rows they are, and where findings go.
struct RowContext {
  const Catalogue& catalogue;
  const Gazetteer& gazetteer;
  SourceId source;
  HoursCheck hours;
  Notes notes;
};

}  // namespace nearme
