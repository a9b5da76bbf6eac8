// gazetteer_compiler PLACES.tsv GAZETTEER.bin: compiles the source text of the gazetteer. A tool of the build.
#include <cstdio>

#include <fmt/format.h>

#include "base/file.hpp"
#include "gazetteer/compile/compile.hpp"
#include "gazetteer/gazetteer.hpp"

namespace nearme {
namespace {

Result<std::size_t> compile_file(const char* source, const char* target) {
  TRY(const std::string text, read_file(source));
  TRY(const Places places, read_places(text));
  const auto bytes = compile_gazetteer(places);
  TRY(const Gazetteer gazetteer, Gazetteer::open(bytes));
  TRY_VOID(replace_file(target, bytes));
  return gazetteer.size();
}

}  // namespace
}  // namespace nearme

int main(int count, char** arguments) {
  constexpr int kWrongUse = 2;
  if (count != 3) {
    fmt::print(stderr, "usage: gazetteer_compiler PLACES.tsv GAZETTEER.bin\n");
    return kWrongUse;
  }
  const auto size = nearme::compile_file(arguments[1], arguments[2]);
  if (!size) {
    fmt::print(stderr, "gazetteer_compiler: {}\n", size.error().message);
    return kWrongUse;
  }
  fmt::print("{} localities\n", *size);
  return 0;
}
