#include "index/build/spilled_runs.hpp"

#include <array>
#include <span>
#include <string>

#include <lz4.h>

namespace nearme {
namespace {

/// Of records before compression; a block ends with the record that makes it so long.
constexpr std::size_t kBlock = 256 << 10;

/// How much LZ4 looks for what repeats: the file is read back once, and soon, so that its size counts for little.
constexpr int kHaste = 8;

/// Stands before a block in the file.
struct BlockHead {
  std::uint32_t packed = 0;
  std::uint32_t unpacked = 0;
};

Result<void> write_block(ScratchFile& file, std::span<const char> block, std::vector<char>& packed) {
  packed.resize(static_cast<std::size_t>(LZ4_compressBound(static_cast<int>(block.size()))));
  const int length = LZ4_compress_fast(block.data(), packed.data(), static_cast<int>(block.size()),
                                       static_cast<int>(packed.size()), kHaste);
  const BlockHead head{.packed = static_cast<std::uint32_t>(length),
                       .unpacked = static_cast<std::uint32_t>(block.size())};
  TRY_VOID(file.append(std::as_bytes(std::span(&head, 1))));
  return file.append(std::as_bytes(std::span(packed).first(head.packed)));
}

}  // namespace

Result<RecordSorter::Run> write_run(ScratchFile& file, const RecordSorter::Heap& heap) {
  RecordSorter::Run run{.begin = file.size(), .end = 0};
  std::vector<char> block;
  std::vector<char> packed;
  for (const auto& place : heap.places) {
    heap.fetch_ahead_of(place);
    const char* const begin = heap.bytes.data() + place.begin;
    block.insert(block.end(), begin, begin + heap.record(place).size());
    if (block.size() < kBlock) continue;
    TRY_VOID(write_block(file, block, packed));
    block.clear();
  }
  if (!block.empty()) TRY_VOID(write_block(file, block, packed));
  run.end = file.size();
  return run;
}

Result<void> RunReader::read_block() {
  BlockHead head;
  TRY_VOID(file_->read(run_.begin, std::as_writable_bytes(std::span(&head, 1))));
  packed_.resize(head.packed);
  block_.resize(head.unpacked);
  TRY_VOID(file_->read(run_.begin + sizeof head, std::as_writable_bytes(std::span(packed_))));
  const int length = LZ4_decompress_safe(packed_.data(), block_.data(), static_cast<int>(head.packed),
                                         static_cast<int>(head.unpacked));
  if (length != static_cast<int>(head.unpacked))
    return fail(ErrorKind::corrupt, "a temporary file came back from the disk otherwise than it was written");
  run_.begin += sizeof head + head.packed;
  at_ = 0;
  return {};
}

Result<bool> RunReader::next() {
  if (at_ == block_.size()) {
    if (run_.begin == run_.end) return false;
    TRY_VOID(read_block());
  }
  record_ = RecordBytes::at(block_.data() + at_);
  at_ += record_.size();
  return true;
}

}  // namespace nearme
