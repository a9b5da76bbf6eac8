# Writes OUT, a C++ file with the text of every SQL file of FILES, by the version that its name begins with.
#   cmake -DOUT=migrations.cpp -DFILES=schema/001_first.sql -P embed_schema.cmake
set(rows "")
set(expected 1)
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  if(NOT name MATCHES "^0*([0-9]+)_.*\\.sql$" OR NOT CMAKE_MATCH_1 EQUAL expected)
    message(FATAL_ERROR "${file}: the schema file of version ${expected} should stand here")
  endif()
  file(READ "${file}" sql)
  string(APPEND rows "    Migration{.version = ${expected}, .sql = R\"sql(${sql})sql\"},\n")
  math(EXPR expected "${expected} + 1")
endforeach()
file(WRITE "${OUT}" "#include \"store/sqlite/schema.hpp\"

namespace nearme {

std::span<const Migration> migrations() {
  static constexpr Migration kMigrations[] = {
${rows}  };
  return kMigrations;
}

}  // namespace nearme
")
