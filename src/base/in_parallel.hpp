#pragma once

#include <cstddef>
#include <functional>

namespace nearme {

/// How many threads are worth having on this machine: at least 1.
std::size_t processors();

/// Calls `task` with every number below `count`, on up to `threads` threads at once, this one among them, and returns
/// when all are done. Tasks must not throw.
void in_parallel(std::size_t count, std::size_t threads, const std::function<void(std::size_t)>& task);

}  // namespace nearme
