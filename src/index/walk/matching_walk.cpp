#include "index/walk/matching_walk.hpp"

#include <array>
#include <bit>

namespace nearme {
namespace {

std::uint64_t count(std::uint64_t bits) { return static_cast<std::uint64_t>(std::popcount(bits)); }

}  // namespace

template <class Taker>
MatchingWalk<Taker>::MatchingWalk(const MatchingQuestion& question, Taker& taker)
    : index_(question.index),
      from_(question.from),
      rounded_from_(round_both_ways(question.from)),
      condition_(question.filter.condition),
      budget_(question.budget),
      taker_(taker),
      sets_(question.filter),
      area_(rounded_from_, question.filter),
      cursors_(sets_.cursor_count() * static_cast<std::size_t>(question.index.boxes().levels())) {}

template <class Taker>
bool MatchingWalk<Taker>::run() {
  const TreeNode root = index_.boxes().root();
  sets_.start(cursors_at(root.level));
  if (area_.is_everywhere()) {
    go_within(root);
  } else {
    go_across(root);
  }
  return spend(0);
}

template <class Taker>
std::span<FilterSets::Cursor> MatchingWalk<Taker>::cursors_at(int level) {
  return std::span(cursors_).subspan(sets_.cursor_count() * static_cast<std::size_t>(level), sets_.cursor_count());
}

template <class Taker>
bool MatchingWalk<Taker>::spend(std::uint64_t words) {
  spent_ += words;
  return spent_ + sets_.words_dealt() <= budget_;
}

template <class Taker>
std::uint64_t MatchingWalk<Taker>::candidates(TreeNode node) {
  return index_.boxes().children(node) & sets_.candidates(node.level, cursors_at(node.level));
}

template <class Taker>
void MatchingWalk<Taker>::go_across(TreeNode node) {
  if (!spend(1)) return;
  std::uint64_t rest = candidates(node);
  if (rest == 0) return;
  if (node.level == 0) return take_leaf_across(node, rest);
  rest = reachable(node, rest);
  if (rest == 0) return;
  const std::uint64_t covered = area_.covered(index_.boxes(), node);
  if (node.level == 1) return take_leaves(node, rest, covered);
  const auto mark = sets_.mark();
  for (; rest != 0 && !taker_.has_enough(); rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    if (!sets_.descend(node.level, cursors_at(node.level), child, cursors_at(node.level - 1))) continue;
    if ((covered >> child & 1) != 0) {
      go_within(child_of(node, child));
    } else {
      go_across(child_of(node, child));
    }
  }
  sets_.release(mark);
}

template <class Taker>
void MatchingWalk<Taker>::go_within(TreeNode node) {
  if (!spend(1) || take_as_a_whole(node)) return;
  std::uint64_t rest = candidates(node);
  if (node.level == 0) return take(node, rest);
  if (node.level == 1) return take_leaves(node, rest, rest);
  const auto mark = sets_.mark();
  for (; rest != 0 && !taker_.has_enough(); rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    if (sets_.descend(node.level, cursors_at(node.level), child, cursors_at(node.level - 1)))
      go_within(child_of(node, child));
  }
  sets_.release(mark);
}

template <class Taker>
bool MatchingWalk<Taker>::take_as_a_whole(TreeNode node) {
  if (condition_ != nullptr || !taker_.takes_as_a_whole(sets_, cursors_at(node.level))) return false;
  taker_.take_subtree(node, sets_.count_below(node.level, cursors_at(node.level), index_.boxes().sites_below(node)));
  return true;
}

template <class Taker>
void MatchingWalk<Taker>::take_leaves(TreeNode node, std::uint64_t among, std::uint64_t covered) {
  if (!spend(count(among))) return;
  std::array<std::uint64_t, 64> leaves;
  for (std::uint64_t rest = among; rest != 0; rest &= rest - 1) {
    const int child = std::countr_zero(rest);
    leaves[static_cast<std::size_t>(child)] = index_.boxes().children(child_of(node, child));
  }
  const auto mark = sets_.mark();
  sets_.narrow_leaves(cursors_at(1), among, leaves);
  sets_.release(mark);
  for (; among != 0 && !taker_.has_enough(); among &= among - 1) {
    const int child = std::countr_zero(among);
    const std::uint64_t sites = leaves[static_cast<std::size_t>(child)];
    if ((covered >> child & 1) != 0) {
      take(child_of(node, child), sites);
    } else if (sites != 0) {
      take_leaf_across(child_of(node, child), sites);
    }
  }
}

template <class Taker>
void MatchingWalk<Taker>::take_leaf_across(TreeNode leaf, std::uint64_t sites) {
  sites = reachable(leaf, sites);
  if (sites == 0) return;
  const std::uint64_t covered = area_.covered(index_.boxes(), leaf);
  std::uint64_t within = sites & covered;
  for (std::uint64_t rest = sites & ~covered; rest != 0; rest &= rest - 1) {
    if (lies_within(site_of(leaf, std::countr_zero(rest)))) within |= rest & -rest;
  }
  take(leaf, within);
}

template <class Taker>
std::uint64_t MatchingWalk<Taker>::reachable(TreeNode node, std::uint64_t among) const {
  std::array<float, 64> least;
  if (area_.has_radius()) index_.boxes().least_chords_squared(node, rounded_from_, least);
  return area_.reachable(index_.boxes(), node, least, among);
}

template <class Taker>
bool MatchingWalk<Taker>::lies_within(SitePosition site) const {
  const LatLon position = index_.position(site);
  return area_.contains(position, area_.has_radius() ? chord_squared(from_, to_unit_vector(position)) : 0);
}

template <class Taker>
void MatchingWalk<Taker>::take(TreeNode leaf, std::uint64_t sites) {
  if (condition_ != nullptr) {
    if (!spend(count(sites))) return;
    for (std::uint64_t rest = sites; rest != 0; rest &= rest - 1) {
      if (!condition_->holds(site_of(leaf, std::countr_zero(rest)))) sites &= ~(rest & -rest);
    }
  }
  if (sites != 0) taker_.take(leaf.number, sites);
}

template class MatchingWalk<MatchCount>;
template class MatchingWalk<MatchLeaves>;
template class MatchingWalk<MatchStretches>;

void MatchCount::take(std::uint32_t, std::uint64_t word) { sites += static_cast<std::uint64_t>(std::popcount(word)); }

void MatchLeaves::take(std::uint32_t leaf, std::uint64_t word) {
  numbers.push_back(leaf);
  words.push_back(word);
}

}  // namespace nearme
