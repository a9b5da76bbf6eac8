#include "index/image/index.hpp"

#include "base/mapped_file.hpp"
#include "index/columns/arrays.hpp"
#include "index/columns/checksum_order.hpp"
#include "index/columns/position_column.hpp"
#include "index/columns/rating_column.hpp"
#include "index/columns/record_column.hpp"
#include "index/columns/schedule_table.hpp"
#include "index/image/image_file.hpp"
#include "index/image/section_names.hpp"

namespace nearme {

struct Index::Parts {
  std::optional<MappedFile> mapping;  ///< none when the caller keeps the bytes
  std::uint64_t checksum = 0;
  IndexAbout about;
  BoxTree boxes;
  PositionColumn positions;
  Vocabulary members;
  Vocabulary words;
  OfferTable offers;
  RatingColumn ratings;
  ScheduleTable schedules;
  RecordColumn records;
  ChecksumOrder id_order;
  ChecksumOrder slug_order;
  std::span<const std::uint32_t> name_order;

  Result<void> read(const ImageFile& file);
  Result<void> read_records(const ImageFile& file);
};

namespace {

/// Opens a section with the reader of its part, and puts the section's name before what the reader finds wrong.
template <class Open>
auto open_section(const ImageFile& file, std::string_view name, const Open& open)
    -> decltype(open(std::span<const std::byte>{})) {
  TRY(const auto bytes, file.section(name));
  auto part = open(bytes);
  if (!part) return fail(ErrorKind::corrupt, "section {} of the image: {}; rebuild it", name, part.error().message);
  return part;
}

Result<ChecksumOrder> open_order(const ImageFile& file, std::string_view name, std::uint32_t sites) {
  return open_section(file, name, [&](auto bytes) { return ChecksumOrder::open(bytes, sites); });
}

}  // namespace

Result<void> Index::Parts::read(const ImageFile& file) {
  checksum = file.checksum();
  TRY(about, open_section(file, sections::kAbout, about_from_bytes));
  TRY(boxes, open_section(file, sections::kBoxes, BoxTree::open));
  const std::uint32_t sites = boxes.size();
  TRY(positions,
      open_section(file, sections::kPositions, [&](auto bytes) { return PositionColumn::open(bytes, sites); }));
  TRY(members, open_section(file, sections::kMembers, [&](auto bytes) { return Vocabulary::open(bytes, sites); }));
  TRY(words, open_section(file, sections::kWords, [&](auto bytes) { return Vocabulary::open(bytes, sites); }));
  TRY(offers, open_section(file, sections::kOffers, [&](auto bytes) { return OfferTable::open(bytes, sites); }));
  TRY(ratings, open_section(file, sections::kRatings, [&](auto bytes) { return RatingColumn::open(bytes, sites); }));
  TRY(schedules,
      open_section(file, sections::kSchedules, [&](auto bytes) { return ScheduleTable::open(bytes, sites); }));
  return read_records(file);
}

Result<void> Index::Parts::read_records(const ImageFile& file) {
  const std::uint32_t sites = boxes.size();
  TRY(const auto starts, file.section(sections::kRecordStarts));
  TRY(records,
      open_section(file, sections::kRecords, [&](auto bytes) { return RecordColumn::open(bytes, starts, sites); }));
  TRY(id_order, open_order(file, sections::kIdOrder, sites));
  TRY(slug_order, open_order(file, sections::kSlugOrder, sites));
  TRY(name_order, open_section(file, sections::kNameOrder,
                               [&](auto bytes) { return ArrayReader(bytes).next<std::uint32_t>(sites); }));
  return {};
}

Index::Index(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}

Result<std::shared_ptr<const Index>> Index::open(const std::filesystem::path& path) {
  auto parts = std::make_shared<Parts>();
  TRY(parts->mapping, MappedFile::open(path));
  const auto file = ImageFile::open(parts->mapping->bytes());
  if (!file) return fail(ErrorKind::corrupt, "{}: {}", path.string(), file.error().message);
  if (const auto read = parts->read(*file); !read)
    return fail(ErrorKind::corrupt, "{}: {}", path.string(), read.error().message);
  return std::shared_ptr<const Index>(new Index(std::move(parts)));
}

Result<std::shared_ptr<const Index>> Index::open(std::span<const std::byte> bytes) {
  auto parts = std::make_shared<Parts>();
  TRY(const ImageFile file, ImageFile::open(bytes));
  TRY_VOID(parts->read(file));
  return std::shared_ptr<const Index>(new Index(std::move(parts)));
}

std::uint32_t Index::size() const { return parts_->boxes.size(); }
const IndexAbout& Index::about() const { return parts_->about; }
std::uint64_t Index::checksum() const { return parts_->checksum; }

const BoxTree& Index::boxes() const { return parts_->boxes; }
const Vocabulary& Index::words() const { return parts_->words; }
const Vocabulary& Index::members() const { return parts_->members; }

void Index::prefetch(SitePosition site) const {
  parts_->positions.prefetch(site);
  parts_->schedules.prefetch(site);
}
LatLon Index::position(SitePosition site) const { return parts_->positions[site]; }
std::string_view Index::id(SitePosition site) const { return parts_->records.id(site); }
std::string_view Index::name(SitePosition site) const { return parts_->records.name(site); }
std::string_view Index::slug(SitePosition site) const { return parts_->records.slug(site); }
std::optional<Rating> Index::rating(SitePosition site) const { return parts_->ratings[site]; }
std::vector<OfferColumn> Index::offers(SitePosition site) const { return parts_->offers.of(site); }
std::string_view Index::ready_json(SitePosition site) const { return parts_->records.ready_json(site); }
std::uint32_t Index::name_order(SitePosition site) const { return parts_->name_order[to_number(site)]; }

float Index::quality(SitePosition site) const {
  const std::uint32_t number = to_number(site);
  return parts_->boxes.qualities({.level = 0, .number = number / 64})[number % 64];
}

std::span<const std::string> Index::treatments() const { return parts_->offers.treatments(); }

std::optional<SitePosition> Index::find(std::string_view searched) const {
  return parts_->id_order.find(searched, [&](SitePosition site) { return id(site); });
}
std::optional<SitePosition> Index::find_slug(std::string_view searched) const {
  return parts_->slug_order.find(searched, [&](SitePosition site) { return slug(site); });
}

std::uint32_t Index::schedule_number(SitePosition site) const { return parts_->schedules.number_of(site); }
std::uint32_t Index::schedule_count() const { return parts_->schedules.count(); }
std::string_view Index::schedule_time_zone(std::uint32_t number) const { return parts_->schedules.time_zone(number); }
OpenAt Index::schedule_state(std::uint32_t number, Instant moment) const {
  return parts_->schedules.state(number, moment);
}

}  // namespace nearme
