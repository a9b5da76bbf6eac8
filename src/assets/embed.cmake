# Run as a script: writes an assembler file that takes files into the program as they are (.incbin), and the table
# that names them. Both are rewritten only when something changed, and every file's checksum stands in the assembler
# file, so that a changed file is assembled again.
#
#   cmake -DOUT=folder -DFOLDERS="catalogue|/src/data/catalogue|toml;web|/build/web/dist|" -DFILES="name|path;..." -P embed.cmake
#
# FOLDERS: prefix of the names, folder, ending of the files wanted (none: all). FILES: name, path.

# A script has no policies of its own: without this an empty last field of "web|/folder|" would be dropped.
cmake_policy(VERSION 3.25)

# Gathers the names of everything asked for, in order, and the path of each.
set(names "")
foreach(folder IN LISTS FOLDERS)
  string(REPLACE "|" ";" parts "${folder}")
  list(GET parts 0 prefix)
  list(GET parts 1 root)
  list(GET parts 2 ending)
  if(ending STREQUAL "")
    file(GLOB_RECURSE found RELATIVE "${root}" "${root}/*")
  else()
    file(GLOB_RECURSE found RELATIVE "${root}" "${root}/*.${ending}")
  endif()
  foreach(name IN LISTS found)
    list(APPEND names "${prefix}/${name}")
    set("path_of_${prefix}/${name}" "${root}/${name}")
  endforeach()
endforeach()
foreach(file IN LISTS FILES)
  string(REPLACE "|" ";" parts "${file}")
  list(GET parts 0 name)
  list(GET parts 1 "path_of_${name}")
  list(APPEND names "${name}")
endforeach()
list(SORT names COMPARE STRING)

set(assembler "  .section .rodata\n")
set(declarations "")
set(rows "")
set(number 0)
foreach(name IN LISTS names)
  set(path "${path_of_${name}}")
  file(MD5 "${path}" sum)
  set(align 4)
  if(name STREQUAL "gazetteer.bin")
    set(align 6)
  endif()
  string(APPEND assembler
    "  // ${sum}\n  .p2align ${align}\n  .globl nearme_asset_${number}\nnearme_asset_${number}:\n  .incbin \"${path}\"\n"
    "  .globl nearme_asset_${number}_end\nnearme_asset_${number}_end:\n  .byte 0\n")
  string(APPEND declarations "extern const std::byte nearme_asset_${number}[], nearme_asset_${number}_end[];\n")
  string(APPEND rows "      Asset{\"${name}\", {nearme_asset_${number}, nearme_asset_${number}_end}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND assembler "  .section .note.GNU-stack,\"\",%progbits\n")

set(table "#include \"assets/asset_table.hpp\"

#include <array>

extern \"C\" {
${declarations}}

namespace nearme {

std::span<const Asset> asset_table() {
  static const std::array<Asset, ${number}> table{
${rows}  };
  return table;
}

}  // namespace nearme
")

function(write_if_changed path text)
  if(EXISTS "${path}")
    file(READ "${path}" before)
    if(before STREQUAL text)
      return()
    endif()
  endif()
  file(WRITE "${path}" "${text}")
endfunction()

write_if_changed("${OUT}/assets.S" "${assembler}")
write_if_changed("${OUT}/asset_table.cpp" "${table}")
