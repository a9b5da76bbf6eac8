#pragma once

#include <optional>
#include <string_view>

namespace nearme {

/// The least number of inserted, left-out, replaced or swapped neighbouring letters that turn `a` into `b` (optimal
/// string alignment; Damerau 1964), when it is at most `most`. Counted in code points. Cost: O(length x most).
std::optional<int> edit_distance(std::string_view a, std::string_view b, int most);

/// How many edits a word of this many letters may have and still be taken for a typo: 0 up to 3, 1 up to 7, then 2.
int edits_allowed(std::size_t letters);

}  // namespace nearme
