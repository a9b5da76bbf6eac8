#pragma once

#include <cstdio>
#include <memory>

namespace spdlog::sinks {
class sink;
}

namespace nearme {

/// A sink of the log that keeps lines back and writes many at once, so that a line a request does not cost a write a
/// request: when some 32 KB have come, when it is flushed, when it ends, and at once for warnings and errors. Threads:
/// any. `file` outlives it.
std::shared_ptr<spdlog::sinks::sink> make_gathering_sink(std::FILE* file);

/// Has the log of the program go to standard output through such a sink, and flushes it every second.
void gather_log();

}  // namespace nearme
