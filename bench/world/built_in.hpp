#pragma once

#include "catalogue/catalogue.hpp"
#include "world/world.hpp"

namespace nearme {

/// The catalogue that is built into the program.
Result<Catalogue> built_in_catalogue();

/// The treatments and kinds of a catalogue, in its order.
WorldWords words_of_world(const Catalogue& catalogue);

}  // namespace nearme
