#include "index/build/image_columns.hpp"

#include <cstring>
#include <functional>
#include <string_view>
#include <utility>

#include "base/in_parallel.hpp"
#include "geo/distance.hpp"
#include "index/columns/position_column.hpp"
#include "index/columns/schedule_table.hpp"
#include "index/image/section_names.hpp"
#include "index/tree/box_tree.hpp"
#include "index/words/vocabulary.hpp"

namespace nearme {
namespace {

/// Fewer sites are laid out sooner than a thread is started.
constexpr std::uint32_t kWorthAThread = 20'000;

std::vector<std::byte> vocabulary_of(const NameNumbers& names, const PostingLists& postings, std::uint32_t sites) {
  VocabularyWriter writer(sites);
  for (const std::uint32_t number : names.in_order()) writer.add(names.text(number), postings.positions_of(number));
  return std::move(writer).build();
}

std::vector<std::byte> starts_section(StartsWriter&& starts) {
  ArrayWriter writer;
  std::move(starts).append_to(writer);
  return std::move(writer).take();
}

}  // namespace

Result<void> ImageColumns::add(const SiteRow& row) {
  const std::uint32_t site = sites_++;
  records_.add(row.record.size());
  positions_.push_back(row.position);
  qualities_.push_back(row.quality);
  ratings_.add(row.rating);
  schedules_.push_back(row.schedule);
  offers_.add_site(row.offers);
  for (const std::uint32_t member : row.members) members_.add(member, site);
  for (const std::uint32_t word : row.words) words_.add(word, site);
  ids_.push_back({.checksum = row.id_checksum, .site = site});
  slugs_.push_back({.checksum = row.slug_checksum, .site = site});
  const std::string_view number(reinterpret_cast<const char*>(&site), sizeof site);
  return names_in_order_.add(row.name_key, number);
}

ImageColumns::Bytes ImageColumns::boxes_section() const {
  return build_box_tree(sites_, [&](std::uint32_t site) {
    return TreeLeaf{.point = to_unit_vector(positions_[site]), .quality = qualities_[site]};
  });
}

ImageColumns::Bytes ImageColumns::schedules_section(const NameNumbers& names) {
  const std::vector<std::uint32_t> places = names.places();
  for (std::uint32_t& number : schedules_) number = places[number];
  return build_schedule_table(schedules_, names.texts_in_order());
}

Result<ImageColumns::Bytes> ImageColumns::name_order_section() {
  std::vector<std::uint32_t> places(sites_);
  std::uint32_t place = 0;
  TRY_VOID(std::move(names_in_order_).visit_in_order([&](std::string_view, std::string_view number) -> Result<void> {
    std::uint32_t site = 0;
    std::memcpy(&site, number.data(), sizeof site);
    places[site] = place++;
    return {};
  }));
  ArrayWriter writer;
  writer.append(places);
  return std::move(writer).take();
}

Result<void> ImageColumns::write(ImageWriter& writer, const SharedNames& names) && {
  struct Section {
    std::string_view name;
    std::function<Result<Bytes>()> lay_out;
    Result<Bytes> bytes = Bytes{};
  };
  // The longest work first, so that it is not what the others wait for.
  std::vector<Section> sections{{sections::kWords, [&] { return vocabulary_of(names.words, words_, sites_); }},
                                {sections::kNameOrder, [&] { return name_order_section(); }},
                                {sections::kMembers, [&] { return vocabulary_of(names.members, members_, sites_); }},
                                {sections::kBoxes, [&] { return boxes_section(); }},
                                {sections::kIdOrder, [&] { return build_checksum_order(std::move(ids_)); }},
                                {sections::kSlugOrder, [&] { return build_checksum_order(std::move(slugs_)); }},
                                {sections::kOffers, [&] { return std::move(offers_).build(names.offers); }},
                                {sections::kSchedules, [&] { return schedules_section(names.schedules.bytes()); }},
                                {sections::kRatings, [&] { return std::move(ratings_).build(); }},
                                {sections::kRecordStarts, [&] { return starts_section(std::move(records_)); }},
                                {sections::kPositions, [&] { return build_position_column(positions_); }}};
  in_parallel(sections.size(), sites_ < kWorthAThread ? 1 : processors(),
              [&](std::size_t number) { sections[number].bytes = sections[number].lay_out(); });
  for (Section& section : sections) {
    if (!section.bytes) return std::unexpected(std::move(section.bytes.error()));
    TRY_VOID(writer.add(section.name, *section.bytes));
    section.bytes = Bytes{};
  }
  return {};
}

}  // namespace nearme
