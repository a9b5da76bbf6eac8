#pragma once

#include <optional>
#include <string>
#include <vector>

#include "intake/column.hpp"
#include "intake/csv/records.hpp"

namespace nearme {

/// For each header what it most likely is, each field once: by its name, by the end of its name, by its values.
/// A name whose values contradict it ("lat" without numbers) does not count.
std::vector<std::optional<Column>> guess_columns(Subject subject, const std::vector<std::string>& names,
                                                 const std::vector<Record>& sample);

}  // namespace nearme
