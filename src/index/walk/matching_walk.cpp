#include "index/walk/matching_walk.hpp"

#include <array>
#include <bit>

namespace nearme {
namespace {

TreeNode child_of(TreeNode node, int child) {
  return {.level = node.level - 1, .number = node.number * 64 + static_cast<std::uint32_t>(child)};
}

SitePosition site_of(TreeNode leaf, int child) {
  return SitePosition{leaf.number * 64 + static_cast<std::uint32_t>(child)};
}

}  // namespace

MatchingWalk::MatchingWalk(const Index& index, const UnitVector& from, const Filter& filter, const Visit& visit)
    : index_(index),
      from_(from),
      visit_(visit),
      sets_(filter, index.size()),
      area_(from, filter),
      cursors_(sets_.cursor_count() * static_cast<std::size_t>(index.boxes().levels())) {}

void MatchingWalk::run() {
  const TreeNode root = index_.boxes().root();
  sets_.start(cursors_at(root.level));
  go_through(root);
}

std::span<FilterSets::Cursor> MatchingWalk::cursors_at(int level) {
  return std::span(cursors_).subspan(sets_.cursor_count() * static_cast<std::size_t>(level), sets_.cursor_count());
}

bool MatchingWalk::go_through(TreeNode node) {
  const BoxTree& tree = index_.boxes();
  std::uint64_t rest = tree.children(node) & sets_.candidates(node.level, cursors_at(node.level));
  if (rest == 0) return true;
  std::array<float, 64> least;
  tree.least_chords_squared(node, from_, least);
  rest = area_.reachable(tree, node, least, rest);
  if (node.level == 0) return visit_sites(node, rest);
  for (; rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    if (!sets_.descend(node.level, cursors_at(node.level), child, cursors_at(node.level - 1))) continue;
    if (!go_through(child_of(node, child))) return false;
  }
  return true;
}

bool MatchingWalk::visit_sites(TreeNode leaf, std::uint64_t sites) {
  for (; sites != 0; sites &= sites - 1) {
    const SitePosition site = site_of(leaf, std::countr_zero(sites));
    const LatLon position = index_.position(site);
    const double chord = chord_squared(from_, to_unit_vector(position));
    if (area_.contains(position, chord) && !visit_(site, chord)) return false;
  }
  return true;
}

CountingWalk::CountingWalk(const Index& index, const UnitVector& from, const Filter& filter, std::uint64_t budget)
    : index_(index),
      from_(from),
      sets_(filter, index.size()),
      area_(from, filter),
      budget_(budget),
      cursors_(sets_.cursor_count() * static_cast<std::size_t>(index.boxes().levels())) {}

Count CountingWalk::run() {
  const TreeNode root = index_.boxes().root();
  sets_.start(cursors_at(root.level));
  if (area_.is_everywhere()) {
    count_covered(root);
  } else {
    count_across(root);
  }
  return count_;
}

std::span<FilterSets::Cursor> CountingWalk::cursors_at(int level) {
  return std::span(cursors_).subspan(sets_.cursor_count() * static_cast<std::size_t>(level), sets_.cursor_count());
}

bool CountingWalk::spend() {
  if (budget_ == 0) {
    count_.is_exact = false;
    return false;
  }
  --budget_;
  return true;
}

std::uint64_t CountingWalk::candidates(TreeNode node) {
  return index_.boxes().children(node) & sets_.candidates(node.level, cursors_at(node.level));
}

void CountingWalk::count_across(TreeNode node) {
  if (!spend()) return;
  std::uint64_t rest = candidates(node);
  if (rest == 0) return;
  std::array<float, 64> least;
  index_.boxes().least_chords_squared(node, from_, least);
  rest = area_.reachable(index_.boxes(), node, least, rest);
  if (rest == 0) return;
  const std::uint64_t covered = area_.covered(index_.boxes(), node);
  if (node.level == 0) return count_sites(node, rest, covered);
  for (; rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    if (!sets_.descend(node.level, cursors_at(node.level), child, cursors_at(node.level - 1))) continue;
    if ((covered >> child & 1) != 0) {
      count_covered(child_of(node, child));
    } else {
      count_across(child_of(node, child));
    }
  }
}

void CountingWalk::count_covered(TreeNode node) {
  if (sets_.is_countable()) {
    count_.sites += sets_.count_below(node.level, cursors_at(node.level), index_.boxes().sites_below(node));
    return;
  }
  if (!spend()) return;
  std::uint64_t rest = candidates(node);
  if (node.level == 0) {
    count_.sites += static_cast<std::uint64_t>(std::popcount(rest));
    return;
  }
  for (; rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    if (sets_.descend(node.level, cursors_at(node.level), child, cursors_at(node.level - 1)))
      count_covered(child_of(node, child));
  }
}

void CountingWalk::count_sites(TreeNode leaf, std::uint64_t sites, std::uint64_t covered) {
  count_.sites += static_cast<std::uint64_t>(std::popcount(sites & covered));
  for (sites &= ~covered; sites != 0; sites &= sites - 1) {
    const LatLon position = index_.position(site_of(leaf, std::countr_zero(sites)));
    if (area_.contains(position, chord_squared(from_, to_unit_vector(position)))) ++count_.sites;
  }
}

}  // namespace nearme
