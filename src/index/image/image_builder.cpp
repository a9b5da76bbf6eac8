#include "index/image/image_builder.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

#include "geo/distance.hpp"
#include "geo/hilbert.hpp"
#include "index/columns/arrays.hpp"
#include "index/columns/offer_table.hpp"
#include "index/columns/position_column.hpp"
#include "index/columns/rating_column.hpp"
#include "index/columns/schedule_table.hpp"
#include "index/columns/text_column.hpp"
#include "index/columns/text_order.hpp"
#include "index/image/image_file.hpp"
#include "index/image/section_names.hpp"
#include "index/tree/box_tree.hpp"
#include "index/words/vocabulary.hpp"
#include "text/unicode.hpp"

namespace nearme {
namespace {

using Entries = std::span<const IndexEntry* const>;

/// One value an entry, in their order.
template <class Of>
auto column_of(Entries entries, const Of& of) {
  std::vector<std::decay_t<decltype(of(*entries[0]))>> values;
  values.reserve(entries.size());
  for (const IndexEntry* entry : entries) values.push_back(of(*entry));
  return values;
}

std::vector<std::byte> boxes_of(Entries entries) {
  return build_box_tree(column_of(entries, [](const IndexEntry& entry) {
    return TreeLeaf{.point = to_unit_vector(entry.position), .quality = entry.quality};
  }));
}

std::vector<std::byte> offers_of(Entries entries) {
  return build_offer_table(
      column_of(entries, [](const IndexEntry& entry) { return std::span<const IndexedOffer>(entry.offers); }));
}

std::vector<std::byte> schedules_of(Entries entries) {
  const std::vector<std::string> schedules = column_of(entries, [](const IndexEntry& entry) {
    if (!entry.schedule) return std::string{};
    return to_bytes(ZonedSchedule{.schedule = *entry.schedule, .time_zone = entry.time_zone});
  });
  return build_schedule_table(std::vector<std::string_view>(schedules.begin(), schedules.end()));
}

/// Each entry's place by folded name, then id.
std::vector<std::byte> name_order_of(Entries entries) {
  const auto folded = column_of(entries, [](const IndexEntry& entry) { return fold(entry.name); });
  std::vector<std::uint32_t> sorted(entries.size());
  std::iota(sorted.begin(), sorted.end(), 0U);
  std::ranges::sort(sorted, {}, [&](std::uint32_t number) {
    return std::tuple(std::string_view(folded[number]), std::string_view(entries[number]->id.text()));
  });
  std::vector<std::uint32_t> places(entries.size());
  for (std::uint32_t place = 0; place < sorted.size(); ++place) places[sorted[place]] = place;
  ArrayWriter writer;
  writer.append(places);
  return std::move(writer).take();
}

/// The bytes of a text field and, where asked for by a second name, the order in which it is found.
template <class Of>
void add_texts(ImageWriter& writer, Entries entries, std::string_view name, const Of& of) {
  writer.add(name, build_text_column(column_of(entries, of)));
}

template <class Of>
void add_findable_texts(ImageWriter& writer, Entries entries, std::pair<std::string_view, std::string_view> names,
                        const Of& of) {
  const auto texts = column_of(entries, of);
  writer.add(names.first, build_text_column(texts));
  writer.add(names.second, build_text_order(texts));
}

std::string_view id_of(const IndexEntry& entry) { return entry.id.text(); }
std::string_view name_text_of(const IndexEntry& entry) { return entry.name; }
std::string_view slug_of(const IndexEntry& entry) { return entry.slug; }
std::string_view ready_json_of(const IndexEntry& entry) { return entry.ready_json; }

}  // namespace

ImageBuilder::ImageBuilder(IndexAbout about) : about_(std::move(about)) {}

void ImageBuilder::add(IndexEntry entry) {
  const auto to_numbers = [](std::vector<std::string>& texts, Numbers& numbers) {
    std::vector<std::uint32_t> found;
    found.reserve(texts.size());
    for (std::string& text : texts)
      found.push_back(numbers.try_emplace(std::move(text), static_cast<std::uint32_t>(numbers.size())).first->second);
    texts = {};
    return found;
  };
  Gathered& gathered =
      entries_.emplace_back(Gathered{.place = 0, .entry = std::move(entry), .members = {}, .words = {}});
  gathered.place = hilbert_key(gathered.entry.position);
  gathered.members = to_numbers(gathered.entry.members, members_);
  gathered.words = to_numbers(gathered.entry.words, words_);
}

std::vector<const ImageBuilder::Gathered*> ImageBuilder::along_curve() const {
  std::vector<const Gathered*> sorted;
  sorted.reserve(entries_.size());
  for (const Gathered& gathered : entries_) sorted.push_back(&gathered);
  std::ranges::sort(sorted, {}, [](const Gathered* gathered) {
    return std::tuple(gathered->place, std::string_view(gathered->entry.id.text()));
  });
  return sorted;
}

std::vector<std::byte> ImageBuilder::vocabulary_of(Entries entries, const Numbers& numbers,
                                                   std::vector<std::uint32_t> Gathered::* field) {
  std::vector<std::vector<std::uint32_t>> sites_by_number(numbers.size());
  for (std::uint32_t position = 0; position < entries.size(); ++position) {
    for (const std::uint32_t number : entries[position]->*field) {
      std::vector<std::uint32_t>& sites = sites_by_number[number];
      if (sites.empty() || sites.back() != position) sites.push_back(position);
    }
  }
  std::map<std::string, std::vector<std::uint32_t>> sites_of;
  for (const auto& [text, number] : numbers) sites_of.emplace(text, std::move(sites_by_number[number]));
  return build_vocabulary(sites_of, static_cast<std::uint32_t>(entries.size()));
}

std::vector<std::byte> ImageBuilder::build() && {
  const std::vector<const Gathered*> gathered = along_curve();
  std::vector<const IndexEntry*> entries;
  entries.reserve(gathered.size());
  for (const Gathered* one : gathered) entries.push_back(&one->entry);
  ImageWriter writer;
  writer.add(sections::kAbout, to_bytes(about_));
  writer.add(sections::kBoxes, boxes_of(entries));
  writer.add(sections::kPositions,
             build_position_column(column_of(entries, [](const IndexEntry& entry) { return entry.position; })));
  writer.add(sections::kMembers, vocabulary_of(gathered, members_, &Gathered::members));
  writer.add(sections::kWords, vocabulary_of(gathered, words_, &Gathered::words));
  writer.add(sections::kOffers, offers_of(entries));
  writer.add(sections::kRatings,
             build_rating_column(column_of(entries, [](const IndexEntry& entry) { return entry.rating; })));
  writer.add(sections::kSchedules, schedules_of(entries));
  add_findable_texts(writer, entries, {sections::kIds, sections::kIdOrder}, id_of);
  add_texts(writer, entries, sections::kNames, name_text_of);
  writer.add(sections::kNameOrder, name_order_of(entries));
  add_findable_texts(writer, entries, {sections::kSlugs, sections::kSlugOrder}, slug_of);
  add_texts(writer, entries, sections::kReadyJson, ready_json_of);
  return std::move(writer).take();
}

}  // namespace nearme
