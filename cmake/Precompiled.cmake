# The headers of the standard library and of {fmt} that most files include, read once for all of them: it halves what a
# typical file takes to compile. Only headers that stand in many files belong here, and none of ours.
#
# A file still includes what it uses. The sanitized builds go without, so that a file that does not fails there.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND NOT NEARME_SANITIZE)
  set(precompile_by_default ON)
else()
  set(precompile_by_default OFF)
endif()
option(NEARME_PRECOMPILED "Read common headers once, as a precompiled header" ${precompile_by_default})

set(common_headers
  <algorithm> <array> <chrono> <cmath> <cstdint> <expected> <filesystem> <functional> <map> <memory> <optional> <set> <span>
  <string> <string_view> <unordered_map> <utility> <vector> <fmt/format.h>)

# A library of one empty source, which has the precompiled HEADERS that others read.
function(nearme_precompiled_headers name)
  cmake_parse_arguments(PRECOMPILED "" "" "HEADERS;LINKS" ${ARGN})
  set(nothing "${CMAKE_BINARY_DIR}/precompiled/${name}.cpp")
  file(CONFIGURE OUTPUT "${nothing}" CONTENT "")
  add_library(${name} OBJECT EXCLUDE_FROM_ALL "${nothing}")
  target_link_libraries(${name} PRIVATE ${PRECOMPILED_LINKS})
  target_precompile_headers(${name} PRIVATE ${PRECOMPILED_HEADERS})
endfunction()

if(NEARME_PRECOMPILED)
  nearme_precompiled_headers(nearme_precompiled HEADERS ${common_headers} LINKS fmt::fmt)
  if(NEARME_TESTS)
    nearme_precompiled_headers(nearme_precompiled_for_tests HEADERS ${common_headers} <gtest/gtest.h> LINKS fmt::fmt GTest::gtest)
  endif()
endif()

# nearme_precompile(TARGET FROM): the sources of a target read the headers of FROM precompiled, where that is wished.
function(nearme_precompile target from)
  if(NEARME_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${from})
  endif()
endfunction()
