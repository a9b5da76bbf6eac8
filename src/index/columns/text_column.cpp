#include "index/columns/text_column.hpp"

#include <string>

#include "index/columns/arrays.hpp"

namespace nearme {

Result<TextColumn> TextColumn::open(std::span<const std::byte> bytes) {
  ArrayReader reader(bytes);
  TRY(const auto count, reader.next<std::uint64_t>(1));
  TextColumn column;
  column.count_ = count[0];
  if (column.count_ > bytes.size()) return fail(ErrorKind::corrupt, "byte 0 of texts: {} are too many", column.count_);
  TRY(column.run_starts_, reader.next<std::uint64_t>(column.count_ / 64 + 1));
  TRY(column.starts_, reader.next<std::uint32_t>(column.count_ + 1));
  column.texts_ = reinterpret_cast<const char*>(reader.rest().data());
  std::uint64_t before = 0;
  for (std::size_t number = 0; number <= column.count_; ++number) {
    const std::uint64_t start = column.start(number);
    if (start < before || start > reader.rest().size())
      return fail(ErrorKind::corrupt, "text {} of {} lies outside the texts", number, column.count_);
    before = start;
  }
  return column;
}

std::vector<std::byte> build_text_column(std::span<const std::string_view> texts) {
  std::vector<std::uint64_t> run_starts;
  std::vector<std::uint32_t> starts;
  std::string joined;
  for (std::size_t number = 0; number <= texts.size(); ++number) {
    if (number % 64 == 0) run_starts.push_back(joined.size());
    starts.push_back(static_cast<std::uint32_t>(joined.size() - run_starts.back()));
    if (number < texts.size()) joined += texts[number];
  }
  ArrayWriter writer;
  const std::uint64_t count = texts.size();
  writer.append(std::span<const std::uint64_t>(&count, 1));
  writer.append(run_starts);
  writer.append(starts);
  writer.append(std::span<const char>(joined));
  return std::move(writer).take();
}

}  // namespace nearme
