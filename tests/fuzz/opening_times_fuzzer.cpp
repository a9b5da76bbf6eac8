// Any bytes as rows of a file of opening times: what comes of them can be read as opening hours or is empty.
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <tuple>

#include <unistd.h>

#include "base/file.hpp"
#include "intake/mapping/opening_times.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nearme;
  static const auto kPath =
      std::filesystem::temp_directory_path() / ("nearme-fuzz-times-" + std::to_string(::getpid()));
  std::string table = "id,day,times,date\n";
  table.append(reinterpret_cast<const char*>(data), size);
  std::ignore = replace_file(kPath, table);
  Notes notes;
  auto times = OpeningTimes::read({.file = kPath, .id = "id", .day = "day", .times = "times", .date = "date"},
                                  *parse_date("2026-01-01"), notes);
  if (!times) return 0;
  const auto before = times->unused();
  for (const auto* id : {"1", "2", "a"}) std::ignore = times->of(id);
  if (times->unused() > before) __builtin_trap();
  return 0;
}
