# One static library a folder of src/, and one test program beside it.
#
#   nearme_folder(NAME
#     SOURCES a.cpp sub/b.cpp          # relative to the folder
#     TESTS a_test.cpp                 # unit tests, each beside its source
#     LINKS nearme_base Some::library  # what the folder includes; src/LAYERS has the same edges
#     LINKS_WITHIN Some::library)      # what its sources include and its headers do not: kept from the folders above
#
# Gives the library nearme_<NAME> and, when NEARME_TESTS is on, the program <NAME>_test, known to CTest.
# Includes are written from src/: #include "geo/lat_lon.hpp".
function(nearme_folder name)
  cmake_parse_arguments(FOLDER "" "" "SOURCES;TESTS;LINKS;LINKS_WITHIN;TEST_LINKS" ${ARGN})
  add_library(nearme_${name} STATIC ${FOLDER_SOURCES})
  target_include_directories(nearme_${name} PUBLIC "${CMAKE_SOURCE_DIR}/src")
  target_link_libraries(nearme_${name} PUBLIC ${FOLDER_LINKS} PRIVATE ${FOLDER_LINKS_WITHIN})
  nearme_precompile(nearme_${name} nearme_precompiled)
  if(NEARME_TESTS AND FOLDER_TESTS)
    add_executable(${name}_test ${FOLDER_TESTS})
    target_link_libraries(${name}_test PRIVATE nearme_${name} ${FOLDER_TEST_LINKS} GTest::gtest_main GTest::gmock)
    nearme_precompile(${name}_test nearme_precompiled_for_tests)
    target_compile_definitions(${name}_test PRIVATE NEARME_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
    add_test(NAME ${name} COMMAND ${name}_test)
  endif()
endfunction()

# nearme_program(TARGET): a program that people run or that is measured. It stands at the top of the build folder and asks
# jemalloc for memory, which many threads do at once; sanitizers bring an allocator of their own.
function(nearme_program target)
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")
  if(NOT NEARME_SANITIZE)
    target_link_libraries(${target} PRIVATE PkgConfig::JEMALLOC)
  endif()
endfunction()
