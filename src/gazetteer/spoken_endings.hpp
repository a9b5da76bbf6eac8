#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace nearme {

/// The key of a name with its ending, or its beginning, written in the other ways that sound alike: "edinborough" gives
/// "edinburgh" and "edinbrough". What is heard is misspelt by more letters than a slip of the finger.
std::vector<std::string> spelled_as_it_sounds(std::string_view key);

}  // namespace nearme
