#include "directory/register.hpp"

#include <array>

namespace nearme {
namespace {

constexpr std::array<std::string_view, 3> kKinds{"registration", "identity", "exclusion"};
constexpr std::array<std::string_view, 3> kStatuses{"active", "lapsed", "barred"};

}  // namespace

std::string_view to_string(RegisterKind kind) { return kKinds.at(static_cast<std::size_t>(kind)); }

Result<RegisterKind> register_kind_from(std::string_view text) {
  for (std::size_t i = 0; i < kKinds.size(); ++i) {
    if (kKinds.at(i) == text) return static_cast<RegisterKind>(i);
  }
  return fail_parameter("kind", "'{}' is no kind of register; there are registration, identity and exclusion", text);
}

std::string_view to_string(EntryStatus status) { return kStatuses.at(static_cast<std::size_t>(status)); }

Result<EntryStatus> entry_status_from(std::string_view text) {
  for (std::size_t i = 0; i < kStatuses.size(); ++i) {
    if (kStatuses.at(i) == text) return static_cast<EntryStatus>(i);
  }
  return fail_parameter("status", "'{}' is no status; there are active, lapsed and barred", text);
}

}  // namespace nearme
