#include "index/columns/record_column.hpp"

#include <array>
#include <atomic>

#include "base/in_parallel.hpp"

namespace nearme {
namespace {

constexpr std::size_t kCheckedAtOnce = 1 << 16;

/// The numbers that head a record: how long the JSON is, then where each text begins behind the head and how long it
/// is. Seven bits a byte, the lowest first; all but the last byte of a number have the highest bit.
enum HeadNumber : std::size_t { json_length, id_start, id_length, name_start, name_length, slug_start, slug_length };
constexpr std::size_t kHeadNumbers = 7;

void append_number(std::string& bytes, std::size_t number) {
  for (; number >= 0x80; number >>= 7) bytes += static_cast<char>(number | 0x80);
  bytes += static_cast<char>(number);
}

struct Head {
  std::array<std::uint64_t, kHeadNumbers> numbers{};
  std::string_view body;  ///< what stands behind it
};

/// Reads the head as far as it goes: in a record that was checked, all of it.
Head read_head(std::string_view record) {
  Head head;
  std::size_t at = 0;
  for (std::uint64_t& number : head.numbers) {
    for (int shift = 0; at < record.size() && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(record[at++]);
      number |= std::uint64_t{byte & 0x7fU} << shift;
      if (byte < 0x80) break;
    }
  }
  head.body = record.substr(at);
  return head;
}

std::string_view text_of(std::string_view record, HeadNumber start) {
  const Head head = read_head(record);
  return {head.body.data() + head.numbers[start], head.numbers[start + 1]};
}

bool lies_within(const Head& head, std::uint64_t start, std::uint64_t length) {
  return start <= head.body.size() && length <= head.body.size() - start;
}

bool is_sound(std::string_view record) {
  const Head head = read_head(record);
  return lies_within(head, 0, head.numbers[json_length]) &&
         lies_within(head, head.numbers[id_start], head.numbers[id_length]) &&
         lies_within(head, head.numbers[name_start], head.numbers[name_length]) &&
         lies_within(head, head.numbers[slug_start], head.numbers[slug_length]);
}

}  // namespace

Result<RecordColumn> RecordColumn::open(std::span<const std::byte> records, std::span<const std::byte> starts,
                                        std::uint32_t sites) {
  RecordColumn column;
  ArrayReader reader(starts);
  TRY(column.starts_, Starts::read(reader, sites, records.size()));
  column.records_ = reinterpret_cast<const char*>(records.data());
  std::atomic<bool> all_sound = true;
  in_parallel((sites + kCheckedAtOnce - 1) / kCheckedAtOnce, processors(), [&](std::size_t part) {
    const std::size_t end = std::min<std::size_t>(sites, (part + 1) * kCheckedAtOnce);
    for (std::size_t site = part * kCheckedAtOnce; site < end; ++site) {
      if (!is_sound(column.record(SitePosition{static_cast<std::uint32_t>(site)}))) all_sound = false;
    }
  });
  if (!all_sound) return fail(ErrorKind::corrupt, "a text of a record lies outside of it");
  return column;
}

std::string_view RecordColumn::id(SitePosition site) const { return text_of(record(site), id_start); }
std::string_view RecordColumn::name(SitePosition site) const { return text_of(record(site), name_start); }
std::string_view RecordColumn::slug(SitePosition site) const { return text_of(record(site), slug_start); }

std::string_view RecordColumn::ready_json(SitePosition site) const {
  const Head head = read_head(record(site));
  return head.body.substr(0, head.numbers[json_length]);
}

std::string to_record(const RecordTexts& texts) {
  std::string head;
  std::string behind;
  append_number(head, texts.ready_json.size());
  for (const std::string_view text : {texts.id, texts.name, texts.slug}) {
    const std::size_t found = texts.ready_json.find(text);
    append_number(head, found == std::string_view::npos ? texts.ready_json.size() + behind.size() : found);
    append_number(head, text.size());
    if (found == std::string_view::npos) behind += text;
  }
  return head.append(texts.ready_json).append(behind);
}

}  // namespace nearme
