// Any bytes as a mapping file, bound to a table and asked for a row; and as opening hours in everyday words.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "intake/mapping/row_maker.hpp"
#include "intake/normalise/free_hours.hpp"
#include "intake/normalise/name_case.hpp"
#include "text/phone.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nearme;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static_cast<void>(hours_from_words(text));
  static_cast<void>(times_from_words(text));
  static_cast<void>(e164_of(text, "GB"));
  if (is_in_capitals(text)) static_cast<void>(usual_case(text));
  const auto mapping = mapping_from("fuzz.toml", text);
  if (!mapping) return 0;
  const auto rows = RowMaker::bind(*mapping, {"a", "b", "name"});
  if (rows) static_cast<void>(rows->row_of({.line = 1, .cells = {"x, y", "", "z"}}));
  return 0;
}
