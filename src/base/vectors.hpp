#pragma once

#include <algorithm>
#include <utility>
#include <vector>

namespace nearme {

/// Puts a value behind the others unless it is among them.
template <class Value>
void add_once(std::vector<Value>& values, Value value) {
  if (std::ranges::find(values, value) == values.end()) values.push_back(std::move(value));
}

}  // namespace nearme
