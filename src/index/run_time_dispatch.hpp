#pragma once

/// NEARME_FOR_EACH_CPU before a function makes the compiler emit it twice, for any x86-64 and for those with AVX2 and
/// POPCNT, and the loader choose once. Only GCC on x86-64 Linux, and not under sanitizers, whose own start-up comes
/// later than the choice; elsewhere the function is compiled once. Results are the same numbers either way as far as
/// anybody relies on them: bounds stay bounds.
#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(NEARME_ONE_KERNEL) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define NEARME_FOR_EACH_CPU __attribute__((target_clones("default", "arch=haswell")))
#else
#define NEARME_FOR_EACH_CPU
#endif
