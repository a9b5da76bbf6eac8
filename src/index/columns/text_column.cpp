#include "index/columns/text_column.hpp"

#include <string>

#include "index/columns/arrays.hpp"

namespace nearme {

Result<TextColumn> TextColumn::open(std::span<const std::byte> bytes) {
  ArrayReader reader(bytes);
  TRY(const auto head, reader.next<std::uint64_t>(2));
  TextColumn column;
  TRY(column.starts_, Starts::read(reader, head[0], head[1]));
  TRY(const auto texts, reader.next<char>(head[1]));
  column.texts_ = texts.data();
  return column;
}

std::vector<std::byte> build_text_column(std::span<const std::string_view> texts) {
  StartsWriter starts;
  std::string joined;
  for (const std::string_view text : texts) {
    starts.add(text.size());
    joined += text;
  }
  ArrayWriter writer;
  writer.append(std::vector<std::uint64_t>{texts.size(), joined.size()});
  std::move(starts).append_to(writer);
  writer.append(std::span<const char>(joined));
  return std::move(writer).take();
}

}  // namespace nearme
