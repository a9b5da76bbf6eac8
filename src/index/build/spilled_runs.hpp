#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/scratch_file.hpp"
#include "index/build/record_heap.hpp"

namespace nearme {

/// Writes the records of a sorted heap to the end of a scratch file, in blocks that are compressed each for itself.
[[nodiscard]] Result<RecordSorter::Run> write_run(ScratchFile& file, const RecordSorter::Heap& heap);

/// Reads a run record by record. The file must outlive it.
class RunReader {
 public:
  RunReader(const ScratchFile& file, RecordSorter::Run run) : file_(&file), run_(run) {}

  /// Goes to the first or next record. False at the end.
  [[nodiscard]] Result<bool> next();
  [[nodiscard]] const RecordBytes& record() const { return record_; }

 private:
  [[nodiscard]] Result<void> read_block();

  const ScratchFile* file_;
  RecordSorter::Run run_;
  std::vector<char> packed_;
  std::vector<char> block_;
  std::size_t at_ = 0;
  RecordBytes record_;
};

}  // namespace nearme
