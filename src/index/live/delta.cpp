#include "index/live/delta.hpp"

#include <algorithm>
#include <set>

#include "index/entry/make_entry.hpp"
#include "index/entry/slug.hpp"
#include "index/image/image_builder.hpp"

namespace nearme {
namespace {

/// A tier is united with the one before it unless that one is so many times its size.
constexpr std::size_t kFall = 4;

constexpr std::size_t kFewestDigits = 8;
constexpr std::size_t kMostDigits = 16;

bool is_made_up(const Listing& listing) {
  return listing.site.fictional || std::ranges::any_of(listing.practitioners, &Practitioner::fictional);
}

void insert_sorted(std::vector<std::uint32_t>& positions, std::uint32_t position) {
  const auto place = std::ranges::lower_bound(positions, position);
  if (place == positions.end() || *place != position) positions.insert(place, position);
}

std::shared_ptr<const OwnedBitTrie> trie_of(const std::vector<std::uint32_t>& positions, std::uint32_t size) {
  if (positions.empty()) return nullptr;
  return std::make_shared<const OwnedBitTrie>(OwnedBitTrie::from_positions(positions, size));
}

/// An index in memory owns its bytes.
std::shared_ptr<const Index> open_in_memory(std::vector<std::byte> bytes) {
  struct InMemory {
    std::vector<std::byte> bytes;
    std::shared_ptr<const Index> index;
  };
  auto memory = std::make_shared<InMemory>(InMemory{.bytes = std::move(bytes), .index = nullptr});
  auto opened = Index::open(std::span<const std::byte>(memory->bytes));
  // Bytes that have just been laid out are sound.
  memory->index = std::move(opened).value();
  return {memory, memory->index.get()};
}

}  // namespace

Delta::Delta(std::shared_ptr<const Index> image, const Catalogue& catalogue)
    : catalogue_(catalogue),
      image_(std::move(image)),
      schedules_(std::in_place, image_->about().day),
      revision_(Revision{image_->about().revision}) {}

void Delta::go_over_to(std::shared_ptr<const Index> image) {
  const Revision made_from{image->about().revision};
  const bool goes_on = image->about().day == image_->about().day && made_from >= Revision{image_->about().revision};
  image_ = std::move(image);
  schedules_.emplace(image_->about().day);
  tiers_.clear();
  outdated_.clear();
  std::erase_if(changed_, [&](const auto& changed) { return !goes_on || changed.second.revision <= made_from; });
  revision_ = goes_on ? std::max(revision_, made_from) : made_from;
  std::vector<std::string> ids;
  for (const auto& [id, changed] : changed_) {
    if (const auto site = image_->find(id)) outdated_.push_back(to_number(*site));
    if (changed.entry) ids.push_back(id);
  }
  std::ranges::sort(outdated_);
  add_tier(std::move(ids));
}

Result<void> Delta::take(Store& store, const std::vector<Change>& changes) {
  if (changes.empty()) return {};
  TRY(const auto sites, sites_changed_by(store, changes));
  std::vector<ChangedSite> now;
  for (const SiteId& id : sites) {
    TRY(const auto listing, store.find_listing(id));
    now.push_back({.revision = changes.back().revision,
                   .entry = listing ? std::make_shared<const IndexEntry>(lay_out(*listing)) : nullptr});
  }
  // Nothing of this part is seen before all of it is known.
  std::vector<std::string> laid_out;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    if (now[i].entry) laid_out.push_back(sites[i].text());
    replace(sites[i], std::move(now[i]));
  }
  revision_ = changes.back().revision;
  add_tier(std::move(laid_out));
  unite_small_tiers();
  return {};
}

Result<std::vector<SiteId>> Delta::sites_changed_by(Store& store, const std::vector<Change>& changes) const {
  std::set<std::string> sites;
  std::set<std::string> people;
  for (const Change& change : changes) {
    // The subject of a claim may be either.
    if (change.subject != SubjectKind::practitioner) sites.insert(change.id);
    if (change.subject != SubjectKind::site) people.insert(change.id);
  }
  for (const std::string& id : people) {
    TRY(const auto works_at, store.sites_of(PractitionerId{id}));
    for (const SiteId& site : works_at) sites.insert(site.text());
  }
  return std::vector<SiteId>(sites.begin(), sites.end());
}

IndexEntry Delta::lay_out(const Listing& listing) {
  any_fictional_ = any_fictional_ || is_made_up(listing);
  return lay_out_entry(listing, catalogue_, image_->about().day,
                       {.slug = free_slug(listing.site), .schedule = schedules_->of(listing.site)});
}

/// As many digits as tell it from the slugs of all other sites.
std::string Delta::free_slug(const Site& site) const {
  const auto is_taken = [&](const Index& index, const std::string& slug) {
    const auto found = index.find_slug(slug);
    return found && index.id(*found) != site.id.text();
  };
  std::size_t digits = kFewestDigits;
  std::string slug = slug_of(site, digits);
  while (digits < kMostDigits &&
         (is_taken(*image_, slug) ||
          std::ranges::any_of(tiers_, [&](const Tier& tier) { return is_taken(*tier.index, slug); })))
    slug = slug_of(site, ++digits);
  return slug;
}

void Delta::replace(const SiteId& id, ChangedSite changed) {
  outdate(id.text());
  changed_[id.text()] = std::move(changed);
}

void Delta::outdate(const std::string& id) {
  const auto known = changed_.find(id);
  if (known == changed_.end()) {
    if (const auto site = image_->find(id)) insert_sorted(outdated_, to_number(*site));
    return;
  }
  if (!known->second.entry) return;
  const auto tier = std::ranges::find(tiers_, known->second.tier, &Tier::number);
  if (tier != tiers_.end()) insert_sorted(tier->outdated, to_number(*tier->index->find(id)));
}

void Delta::add_tier(std::vector<std::string> ids) {
  if (ids.empty()) return;
  const std::uint64_t number = ++last_tier_;
  for (const std::string& id : ids) changed_.at(id).tier = number;
  auto index = index_of(ids);
  tiers_.push_back({.number = number, .ids = std::move(ids), .index = std::move(index), .outdated = {}});
}

void Delta::unite_small_tiers() {
  std::erase_if(tiers_, [](const Tier& tier) { return tier.standing() == 0; });
  while (tiers_.size() > 1 && tiers_[tiers_.size() - 2].standing() < kFall * tiers_.back().standing()) {
    std::vector<std::string> ids = take_last_tier();
    std::ranges::move(take_last_tier(), std::back_inserter(ids));
    add_tier(std::move(ids));
  }
}

/// Gives the ids that still stand in the newest tier, which goes.
std::vector<std::string> Delta::take_last_tier() {
  Tier tier = std::move(tiers_.back());
  tiers_.pop_back();
  std::erase_if(tier.ids, [&](const std::string& id) {
    const auto& changed = changed_.at(id);
    return !changed.entry || changed.tier != tier.number;
  });
  return std::move(tier.ids);
}

std::shared_ptr<const Index> Delta::index_of(const std::vector<std::string>& ids) const {
  ImageBuilder builder({.revision = static_cast<std::uint64_t>(revision_),
                        .day = image_->about().day,
                        .any_fictional = false,
                        .attributions = {}});
  for (const std::string& id : ids) builder.add(*changed_.at(id).entry);
  return open_in_memory(std::move(builder).build());
}

std::shared_ptr<const LiveIndex> Delta::state() const {
  std::vector<Segment> segments{{.index = image_, .outdated = trie_of(outdated_, image_->size())}};
  for (const Tier& tier : tiers_)
    segments.push_back({.index = tier.index, .outdated = trie_of(tier.outdated, tier.index->size())});
  IndexAbout about = image_->about();
  about.revision = static_cast<std::uint64_t>(revision_);
  about.any_fictional = about.any_fictional || any_fictional_;
  return std::make_shared<const LiveIndex>(std::move(segments), std::move(about));
}

}  // namespace nearme
