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

using Entries = std::span<const IndexEntry>;

void sort_along_curve(std::vector<IndexEntry>& entries) {
  std::ranges::sort(entries, {}, [](const IndexEntry& entry) {
    return std::tuple(hilbert_key(entry.position), std::string_view(entry.id.text()));
  });
}

/// One value an entry, in their order.
template <class Of>
auto column_of(Entries entries, const Of& of) {
  std::vector<std::decay_t<decltype(of(entries[0]))>> values;
  values.reserve(entries.size());
  for (const IndexEntry& entry : entries) values.push_back(of(entry));
  return values;
}

std::vector<std::byte> boxes_of(Entries entries) {
  return build_box_tree(column_of(entries, [](const IndexEntry& entry) {
    return TreeLeaf{.point = to_unit_vector(entry.position), .quality = entry.quality};
  }));
}

/// The vocabulary of the texts that a field of the entries lists.
std::vector<std::byte> vocabulary_of(Entries entries, std::vector<std::string> IndexEntry::* field) {
  std::map<std::string, std::vector<std::uint32_t>> sites_of;
  for (std::uint32_t number = 0; number < entries.size(); ++number) {
    for (const std::string& word : entries[number].*field) {
      std::vector<std::uint32_t>& sites = sites_of[word];
      if (sites.empty() || sites.back() != number) sites.push_back(number);
    }
  }
  return build_vocabulary(sites_of, static_cast<std::uint32_t>(entries.size()));
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
    return std::tuple(std::string_view(folded[number]), std::string_view(entries[number].id.text()));
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

void ImageBuilder::add(IndexEntry entry) { entries_.push_back(std::move(entry)); }

std::vector<std::byte> ImageBuilder::build() && {
  sort_along_curve(entries_);
  const Entries entries = entries_;
  ImageWriter writer;
  writer.add(sections::kAbout, to_bytes(about_));
  writer.add(sections::kBoxes, boxes_of(entries));
  writer.add(sections::kPositions,
             build_position_column(column_of(entries, [](const IndexEntry& entry) { return entry.position; })));
  writer.add(sections::kMembers, vocabulary_of(entries, &IndexEntry::members));
  writer.add(sections::kWords, vocabulary_of(entries, &IndexEntry::words));
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
