# One set of flags for everything that we compile.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wall> $<$<COMPILE_LANGUAGE:CXX>:-Wextra>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wshadow> $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
                    $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast> $<$<COMPILE_LANGUAGE:CXX>:-Werror>
                    # Fields left out of designated initialisers have their defaults: that is what they are for.
                    $<$<COMPILE_LANGUAGE:CXX>:-Wno-missing-field-initializers>)

# Under clang the stable sort of libstdc++ 12 is taken to task for a buffer that the standard has deprecated.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-deprecated-declarations>)
endif()

# The second level of x86-64 (2009 and later) counts bits in one instruction, which the index lives on.
if(CMAKE_SYSTEM_PROCESSOR STREQUAL "x86_64")
  set(NEARME_CPU "x86-64-v2" CACHE STRING "The processor to compile for: what -march takes; native for this machine's")
  add_compile_options(-march=${NEARME_CPU})
endif()

if(NEARME_SANITIZE)
  add_compile_options(-fsanitize=${NEARME_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${NEARME_SANITIZE})
endif()

find_program(CCACHE ccache)
if(CCACHE)
  # Files that read precompiled headers are kept only when ccache is told so.
  set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros "${CCACHE}")
  set(CMAKE_C_COMPILER_LAUNCHER "${CCACHE}")
endif()

find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()
