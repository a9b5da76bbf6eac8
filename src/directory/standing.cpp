#include "directory/standing.hpp"

#include <array>

namespace nearme {
namespace {

constexpr std::array<std::string_view, 6> kStates{"contradicted", "missing", "expired", "declared", "stale", "met"};
constexpr std::array<std::string_view, 5> kLevels{"contradicted", "not-checked", "declared", "partly-confirmed",
                                                  "confirmed"};

}  // namespace

std::string_view to_string(NeedState state) { return kStates.at(static_cast<std::size_t>(state)); }
std::string_view to_string(OfferLevel level) { return kLevels.at(static_cast<std::size_t>(level)); }

}  // namespace nearme
