#pragma once

#include <string_view>

namespace nearme {

/// Ends the program with exit code 2 after saying why: a comparison with a rival that does not work means nothing.
[[noreturn]] void give_up(std::string_view who, std::string_view why);

}  // namespace nearme
