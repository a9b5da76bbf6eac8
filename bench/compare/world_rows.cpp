#include "compare/world_rows.hpp"

#include <algorithm>

#include "engine/ways.hpp"

namespace nearme {
namespace {

constexpr std::size_t kTenth = 9;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text.append(text.empty() ? "" : " ").append(word);
  return text;
}

bool is_counted(std::string_view member) {
  return std::ranges::any_of(kFacetFamilies, [&](std::string_view family) { return member.starts_with(family); });
}

void add_value(SiteRow& row, std::string_view member, WorldRows& rows) {
  if (is_counted(member)) row.values.push_back(rows.values.number_of(member));
  if (member.starts_with(members::kLanguage))
    row.languages |= 1U << rows.languages.number_of(member.substr(members::kLanguage.size()));
  if (member.starts_with(members::kWheelchair))
    row.wheelchair = rows.wheelchairs.number_of(member.substr(members::kWheelchair.size()));
}

void drop_repeated(std::vector<std::uint32_t>& values) {
  std::ranges::sort(values);
  values.erase(std::ranges::unique(values).begin(), values.end());
}

/// The score of `sort=best` without nearness, for each treatment.
std::vector<BestScoring> scorings_without_nearness(const Ground& ground) {
  std::vector<BestScoring> scorings;
  for (const Treatment& treatment : ground.catalogue.treatments())
    scorings.emplace_back(*ground.index, terms_but_nearness(ground, treatment));
  return scorings;
}

}  // namespace

std::uint32_t Numbering::number_of(std::string_view name) {
  return numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(numbers_.size())).first->second;
}

WorldRows rows_of_world(const Ground& ground, World world) {
  WorldRows rows;
  rows.wheelchairs.number_of("");
  rows.step_free = rows.wheelchairs.number_of("yes");
  rows.german = rows.languages.number_of("de");
  Numbering treatments;
  for (const Treatment& treatment : ground.catalogue.treatments()) treatments.number_of(treatment.id.text());
  rows.tenth = kTenth;
  rows.rare = static_cast<std::uint32_t>(treatments.size() - 1);
  const auto scorings = scorings_without_nearness(ground);
  rows.sites.assign(ground.index->size(), SiteRow{.position = ground.index->position(SitePosition{0})});
  for (std::uint32_t made = 0; made < ground.index->size(); ++made) {
    const IndexEntry entry = world.next();
    const SitePosition site = *ground.index->find(entry.id.text());
    SiteRow& row = rows.sites[to_number(site)];
    row.position = entry.position;
    row.words = joined(entry.words);
    for (const auto& member : entry.members) add_value(row, member, rows);
    drop_repeated(row.values);
    for (const auto& offer : entry.offers) {
      const std::uint32_t treatment = treatments.number_of(offer.treatment.text());
      row.offers.push_back({.treatment = treatment, .points = scorings[treatment].score(site, 0)});
    }
  }
  return rows;
}

}  // namespace nearme
