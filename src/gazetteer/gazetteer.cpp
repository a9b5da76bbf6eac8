#include "gazetteer/gazetteer.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "gazetteer/image/tables.hpp"
#include "gazetteer/kd_tree.hpp"
#include "gazetteer/letter_set.hpp"
#include "gazetteer/name_key.hpp"
#include "text/edit_distance.hpp"
#include "text/unicode.hpp"

namespace nearme {

using namespace gazetteer_format;

namespace {

/// Records of names [begin, end), by key.
struct NameRange {
  std::size_t begin;
  std::size_t end;
};

NameRange names_of_key(const Gazetteer::Tables& tables, std::string_view key) {
  const auto key_of = [&](const NameRecord& name) { return tables.string(name.key); };
  const auto begin = tables.names.partition_point(0, [&](const auto& name) { return key_of(name) < key; });
  return {begin, tables.names.partition_point(begin, [&](const auto& name) { return key_of(name) <= key; })};
}

NameRange names_with_prefix(const Gazetteer::Tables& tables, std::string_view prefix) {
  const auto key_of = [&](const NameRecord& name) { return tables.string(name.key); };
  const auto begin = tables.names.partition_point(0, [&](const auto& name) { return key_of(name) < prefix; });
  return {begin, tables.names.partition_point(
                     begin, [&](const auto& name) { return key_of(name).substr(0, prefix.size()) <= prefix; })};
}

/// Keeps the largest localities of those that it is offered, each once, under the first name offered.
class Largest {
 public:
  explicit Largest(std::size_t limit) : limit_(limit) {}

  void offer(const NameRecord& name) {
    if (names_.size() == limit_ && (limit_ == 0 || !is_larger(name, names_.back()))) return;
    if (std::ranges::find(names_, name.locality, &NameRecord::locality) != names_.end()) return;
    if (names_.size() == limit_) names_.pop_back();
    names_.insert(std::ranges::upper_bound(names_, name, is_larger), name);
  }

  [[nodiscard]] const std::vector<NameRecord>& names() const { return names_; }

 private:
  static bool is_larger(const NameRecord& a, const NameRecord& b) {
    return std::pair{~a.population, a.locality} < std::pair{~b.population, b.locality};
  }

  std::size_t limit_;
  std::vector<NameRecord> names_;
};

/// A name that a misspelled word may have meant. Ordered by what is the better guess.
struct Guess {
  int edits;
  NameRecord name;

  friend bool operator<(const Guess& a, const Guess& b) {
    return std::tuple{a.edits, ~a.name.population, a.name.locality} <
           std::tuple{b.edits, ~b.name.population, b.name.locality};
  }
};

void add_guesses(std::vector<Guess>& guesses, const Gazetteer::Tables& tables, std::size_t first_name, int edits) {
  const auto key = tables.names[first_name].key;
  for (std::size_t i = first_name; i < tables.names.size() && tables.names[i].key == key; ++i) {
    const auto name = tables.names[i];
    if (name.population < kLeastPopulationForTypos) return;
    guesses.push_back({.edits = edits, .name = name});
  }
}

std::vector<Guess> guess(const Gazetteer::Tables& tables, std::string_view key, int most) {
  const auto letters = letter_set(key);
  const auto letter_count = static_cast<std::int64_t>(length(key));
  const auto shorter_than = [](std::int64_t count) {
    return [count](const SpellingRecord& spelling) { return std::int64_t{spelling.length} < count; };
  };
  const auto begin = tables.spellings.partition_point(0, shorter_than(letter_count - most));
  const auto end = tables.spellings.partition_point(begin, shorter_than(letter_count + most + 1));
  std::vector<Guess> guesses;
  for (auto i = begin; i < end; ++i) {
    const auto spelling = tables.spellings[i];
    if (!may_be_within(letters, spelling.letters, most)) continue;
    const auto candidate = tables.string(tables.names[spelling.first_name].key);
    if (const auto edits = edit_distance(key, candidate, most))
      add_guesses(guesses, tables, spelling.first_name, *edits);
  }
  return guesses;
}

}  // namespace

Gazetteer::Gazetteer(std::shared_ptr<const Tables> tables) : tables_(std::move(tables)) {}

Result<Gazetteer> Gazetteer::open(std::span<const std::byte> bytes) {
  TRY(Tables tables, Tables::open(bytes));
  return Gazetteer{std::make_shared<const Tables>(std::move(tables))};
}

std::size_t Gazetteer::size() const { return tables_->localities.size(); }

Locality Gazetteer::at(LocalityNumber number) const {
  const auto record = tables_->localities[static_cast<std::size_t>(number)];
  const auto area = tables_->areas[record.area];
  return {.number = number,
          .name = tables_->string(record.name),
          .region = tables_->string(area.region),
          .country = tables_->string(area.country),
          .time_zone = tables_->string(record.time_zone),
          .slug = tables_->string(record.slug),
          .position = tables_->position(static_cast<std::size_t>(number)),
          .population = record.population};
}

LocalityMatch Gazetteer::to_match(std::uint32_t name, std::uint32_t locality, int edits) const {
  return {.locality = at(LocalityNumber{locality}), .matched_name = std::string(tables_->string(name)), .edits = edits};
}

std::vector<LocalityMatch> Gazetteer::named(std::string_view name) const {
  const auto key = name_key(name);
  if (key.empty()) return {};
  const auto [begin, end] = names_of_key(*tables_, key);
  std::vector<LocalityMatch> matches;
  for (auto i = begin; i < end; ++i) {
    const auto record = tables_->names[i];
    matches.push_back(to_match(record.name, record.locality, 0));
  }
  return matches;
}

std::vector<LocalityMatch> Gazetteer::beginning_with(std::string_view prefix, std::size_t limit) const {
  Largest largest(limit);
  for (const auto& key : prefix_keys(prefix)) {
    const auto [begin, end] = names_with_prefix(*tables_, key);
    for (auto i = begin; i < end; ++i) largest.offer(tables_->names[i]);
  }
  std::vector<LocalityMatch> matches;
  for (const auto& name : largest.names()) matches.push_back(to_match(name.name, name.locality, 0));
  return matches;
}

std::vector<LocalityMatch> Gazetteer::spelled_like(std::string_view name, std::size_t limit) const {
  const auto key = name_key(name);
  const int most = edits_allowed(length(key));
  const auto [begin, end] = names_of_key(*tables_, key);
  if (most == 0 || begin != end) return {};
  auto guesses = guess(*tables_, key, most);
  std::ranges::sort(guesses, std::less{});
  std::vector<LocalityMatch> matches;
  for (const auto& [edits, found] : guesses) {
    if (matches.size() == limit) break;
    const auto is_same = [&](const LocalityMatch& match) {
      return match.locality.number == LocalityNumber{found.locality};
    };
    if (std::ranges::none_of(matches, is_same)) matches.push_back(to_match(found.name, found.locality, edits));
  }
  return matches;
}

std::optional<Locality> Gazetteer::with_slug(std::string_view slug) const {
  const auto slug_of = [&](std::uint32_t locality) { return tables_->string(tables_->localities[locality].slug); };
  const auto place =
      tables_->slugs.partition_point(0, [&](std::uint32_t locality) { return slug_of(locality) < slug; });
  if (place == tables_->slugs.size() || slug_of(tables_->slugs[place]) != slug) return std::nullopt;
  return at(LocalityNumber{tables_->slugs[place]});
}

std::optional<Locality> Gazetteer::nearest(LatLon position) const {
  const auto found = kd_nearest(position, size(), [this](std::size_t place) { return tables_->position(place); });
  if (!found) return std::nullopt;
  return at(LocalityNumber{static_cast<std::uint32_t>(*found)});
}

bool Gazetteer::lies_in(const Locality& locality, std::string_view words) const {
  const auto key = name_key(words);
  const auto number = static_cast<std::size_t>(locality.number);
  if (key.empty() || number >= size()) return false;
  for (auto i = tables_->localities[number].area;;) {
    const auto area = tables_->areas[i];
    for (auto name = area.first_key; name < area.first_key + area.key_count; ++name) {
      if (tables_->string(tables_->area_keys[name]) == key) return true;
    }
    if (area.parent == i) return false;
    i = area.parent;
  }
}

}  // namespace nearme
