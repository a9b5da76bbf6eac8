#include "index/columns/starts.hpp"

#include <utility>

namespace nearme {

Result<Starts> Starts::read(ArrayReader& reader, std::uint64_t count, std::uint64_t end) {
  if (count > reader.rest().size()) return fail(ErrorKind::corrupt, "no room for {} starts", count);
  Starts starts;
  starts.count_ = count;
  TRY(starts.runs_, reader.next<std::uint64_t>(count / kRun + 1));
  TRY(starts.within_, PackedNumbers::read(reader, count + 1));
  TRY_VOID(starts.check(end));
  return starts;
}

Result<void> Starts::check(std::uint64_t end) const {
  std::uint64_t before = 0;
  bool ascend = true;
  for (std::size_t number = 0; number <= count_; ++number) {
    const std::uint64_t start = (*this)[number];
    ascend = ascend && start >= before;
    before = start;
  }
  if (!ascend || before > end) return fail(ErrorKind::corrupt, "the starts of {} do not ascend to {}", count_, end);
  return {};
}

void StartsWriter::note_start() {
  if (within_.size() % Starts::kRun == 0) runs_.push_back(end_);
  within_.push_back(static_cast<std::uint32_t>(end_ - runs_.back()));
}

void StartsWriter::add(std::uint64_t length) {
  note_start();
  end_ += length;
}

void StartsWriter::append_to(ArrayWriter& writer) && {
  note_start();
  writer.append(runs_);
  append_packed(writer, within_);
}

}  // namespace nearme
