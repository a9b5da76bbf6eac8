// Any bytes as a table: telling its encoding, cutting it into records and reading every row must end without a crash.
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "intake/cells.hpp"
#include "intake/column.hpp"
#include "intake/csv/encoding.hpp"
#include "intake/csv/records.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace nearme;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  EncodingEvidence evidence;
  evidence.add(text);
  static_cast<void>(evidence.verdict());
  for (const auto& delimiter : kDelimiters) {
    auto rest = text;
    const auto next = [&]() -> Result<std::string_view> {
      const auto piece = rest.substr(0, 7);
      rest.remove_prefix(piece.size());
      return piece;
    };
    const RecordVisitor visitor{.on_record = [](const Record& record) -> Result<void> {
                                  static_cast<void>(match_headers(subject_of(record.cells), record.cells));
                                  for (const auto& cell : record.cells) {
                                    static_cast<void>(position_of(cell));
                                    static_cast<void>(price_list_of(cell));
                                    static_cast<void>(web_address_of(cell));
                                    static_cast<void>(language_of(cell));
                                  }
                                  return {};
                                },
                                .on_broken = [](std::uint64_t, const std::string&, std::string_view) {}};
    static_cast<void>(read_records(next, delimiter, visitor));
  }
  return 0;
}
