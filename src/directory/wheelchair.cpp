#include <array>

#include "directory/json.hpp"

namespace nearme {
namespace {

struct WheelchairName {
  Wheelchair wheelchair;
  std::string_view name;
};

constexpr std::array kNames{
    WheelchairName{Wheelchair::unknown, "unknown"},
    WheelchairName{Wheelchair::yes, "yes"},
    WheelchairName{Wheelchair::limited, "limited"},
    WheelchairName{Wheelchair::no, "no"},
};

}  // namespace

std::string_view to_string(Wheelchair wheelchair) {
  for (const auto& row : kNames) {
    if (row.wheelchair == wheelchair) return row.name;
  }
  return "unknown";
}

Result<Wheelchair> wheelchair_from(std::string_view text) {
  for (const auto& row : kNames) {
    if (row.name == text) return row.wheelchair;
  }
  return fail_parameter("wheelchair", "'{}' is not one of yes, limited, no, unknown", text);
}

}  // namespace nearme
