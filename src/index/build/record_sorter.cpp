#include "index/build/record_sorter.hpp"

#include <algorithm>
#include <tuple>

#include "index/build/record_heap.hpp"
#include "index/build/spilled_runs.hpp"

namespace nearme {
namespace {

/// Whether the record of `a` comes after that of `b`: std::push_heap keeps the greatest in front.
bool comes_later(const RunReader& a, const RunReader& b) {
  return std::tie(a.record().key, a.record().rest) > std::tie(b.record().key, b.record().rest);
}

Result<void> visit_heap(RecordSorter::Heap& heap, const RecordSorter::Visit& visit) {
  heap.sort();
  for (const auto& place : heap.places) {
    heap.fetch_ahead_of(place);
    const RecordBytes record = heap.record(place);
    TRY_VOID(visit(record.key, record.rest));
  }
  return {};
}

}  // namespace

RecordSorter::RecordSorter(std::optional<SpillPlace> spill)
    : place_(std::move(spill)), filling_(std::make_unique<Heap>()), spilling_(std::make_unique<Heap>()) {}

RecordSorter::~RecordSorter() {
  if (spilled_.valid()) spilled_.wait();
}

Result<void> RecordSorter::add(std::string_view key, std::string_view rest) {
  if (place_ && filling_->bytes.capacity() == 0) filling_->bytes.reserve(place_->bytes_in_memory / 2);
  filling_->add(key, rest);
  if (place_ && filling_->used() > place_->bytes_in_memory / 2) return spill();
  return {};
}

Result<void> RecordSorter::spill() {
  if (!file_) {
    TRY(ScratchFile file, ScratchFile::make(place_->folder));
    file_ = std::make_unique<ScratchFile>(std::move(file));
  }
  TRY_VOID(finish_spilling());
  std::swap(filling_, spilling_);
  spilled_ = std::async(std::launch::async, [file = file_.get(), heap = spilling_.get()]() -> Result<Run> {
    heap->sort();
    auto run = write_run(*file, *heap);
    heap->clear();
    return run;
  });
  return {};
}

Result<void> RecordSorter::finish_spilling() {
  if (!spilled_.valid()) return {};
  TRY(const Run run, spilled_.get());
  runs_.push_back(run);
  return {};
}

Result<void> RecordSorter::visit_in_order(const Visit& visit) && {
  if (!file_) return visit_heap(*filling_, visit);
  TRY_VOID(spill());
  TRY_VOID(finish_spilling());
  filling_.reset();
  spilling_.reset();
  return merge(visit);
}

Result<void> RecordSorter::merge(const Visit& visit) {
  std::vector<RunReader> readers;
  for (const Run& run : runs_) {
    RunReader reader(*file_, run);
    TRY(const bool has_any, reader.next());
    if (has_any) readers.push_back(std::move(reader));
  }
  std::vector<RunReader*> waiting;
  for (RunReader& reader : readers) waiting.push_back(&reader);
  const auto later = [](const RunReader* a, const RunReader* b) { return comes_later(*a, *b); };
  std::ranges::make_heap(waiting, later);
  while (!waiting.empty()) {
    std::ranges::pop_heap(waiting, later);
    RunReader& first = *waiting.back();
    TRY_VOID(visit(first.record().key, first.record().rest));
    TRY(const bool has_more, first.next());
    if (!has_more) waiting.pop_back();
    if (has_more) std::ranges::push_heap(waiting, later);
  }
  return {};
}

}  // namespace nearme
